package org.goldenbridge.event.desk;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.schedule.AsPlanned;
import org.goldenbridge.event.schedule.SessionChecks;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** Lays out the form in which a session is planned or moved, and asks what would come of it. */
@Singleton
class TimeSheets {
    private final DeskReader desk;
    private final Choices choices;
    private final SessionChecks checks;
    private final Caller caller;
    private final ReaderLanguage texts;

    TimeSheets(DeskReader desk, Choices choices, SessionChecks checks, Caller caller, ReaderLanguage texts) {
        this.desk = desk;
        this.choices = choices;
        this.checks = checks;
        this.caller = caller;
        this.texts = texts;
    }

    /** To plan a session at the centre. */
    TimeSheet plan(Workplace workplace, Typed typed, @Nullable Refusal refusal, Reader reader) {
        var centre = workplace.centre().id();
        return new TimeSheet(
                "/desk/planning",
                reader.words().say("deskPlan"),
                null,
                null,
                typed,
                "",
                typed.has("key") ? typed.get("key") : Ids.next().toString(),
                centre,
                events(centre, typed, reader),
                spaces(centre, typed, reader),
                teachers(centre, typed),
                equipment(centre, typed, reader),
                caller.actsFor(centre, Roles.management()),
                !typed.has("course"),
                checkPlan(workplace, typed, reader),
                refusal == null ? null : Refusals.words(refusal, reader));
    }

    /** To move a session, or to change what it needs. */
    TimeSheet move(AsPlanned session, Workplace workplace, Typed typed, @Nullable Refusal refusal, Reader reader) {
        var centre = workplace.centre().id();
        return new TimeSheet(
                "/desk/sessions/" + session.id() + "/move",
                reader.words().say("deskMoveIt"),
                reader.read(session.title()).text(),
                TimeSheet.OfSeries.of(session),
                typed,
                isStale(refusal) ? String.valueOf(session.version()) : typed.get("version"),
                "",
                centre,
                List.of(),
                spaces(centre, typed, reader),
                teachers(centre, typed),
                equipment(centre, typed, reader),
                caller.actsFor(centre, Roles.management()),
                !session.isLesson(),
                checkMove(session, workplace, typed, reader),
                refusal == null ? null : Refusals.words(refusal, reader));
    }

    /** Who is told that somebody else was quicker has seen it by that, and may send what was typed once more. */
    private static boolean isStale(@Nullable Refusal refusal) {
        return refusal != null && refusal.code().equals("stale");
    }

    /** What planning it would say; nothing while it is not known when and where. */
    Verdict checkPlan(Workplace workplace, Typed typed, Reader reader) {
        var form = new TimeForm(typed, reader);
        return verdict(
                form, workplace.zone(), () -> checks.plan(workplace.centre().id(), form.wish(null)), reader);
    }

    Verdict checkMove(AsPlanned session, Workplace workplace, Typed typed, Reader reader) {
        var form = new TimeForm(typed, reader);
        return verdict(form, workplace.zone(), () -> checks.move(session.id(), form.wish(session)), reader);
    }

    private Verdict verdict(TimeForm form, ZoneId zone, Supplier<SessionChecks.Foreseen> question, Reader reader) {
        if (!form.isTimed()) {
            return Verdict.NONE;
        }
        texts.follow(reader.texts());
        try {
            return Verdict.of(question.get(), zone, reader);
        } catch (Refusal refusal) {
            return Verdict.of(refusal, reader);
        }
    }

    /** The events that the search finds; the chosen one stays among them, and is alone where a lesson of it is planned. */
    List<TimeSheet.Option> events(String centre, Typed typed, Reader reader) {
        var chosen = typed.get("event");
        var found = typed.has("course")
                ? new ArrayList<Choices.Planable>()
                : new ArrayList<>(choices.events(centre, typed.get("search")));
        if (!chosen.isEmpty()
                && found.stream().noneMatch(event -> event.id().toString().equals(chosen))) {
            choices.event(centre, chosen).ifPresent(event -> found.add(0, event));
        }
        return found.stream()
                .map(event -> new TimeSheet.Option(
                        event.id().toString(),
                        reader.read(event.title()),
                        reader.words().word("kind", event.kind())
                                + (event.isAnnounced()
                                        ? ""
                                        : " · " + reader.words().say("deskDraft")),
                        event.id().toString().equals(chosen)))
                .toList();
    }

    List<TimeSheet.Option> spaces(String centre, Typed typed, Reader reader) {
        return desk.rooms(centre).stream()
                .map(room -> option(
                        room.id(), reader.read(room.name()), String.valueOf(room.capacity()), typed.get("place")))
                .toList();
    }

    private List<TimeSheet.Option> teachers(String centre, Typed typed) {
        return choices.teachers(centre).stream()
                .map(person -> new TimeSheet.Option(
                        person.id().toString(),
                        new Reader.Text(person.name(), null, null),
                        "",
                        typed.has("teacher-" + person.id())))
                .toList();
    }

    private List<TimeSheet.Stock> equipment(String centre, Typed typed, Reader reader) {
        return choices.equipment(centre).stream()
                .map(stock -> new TimeSheet.Stock(
                        stock.id().toString(),
                        reader.read(stock.name()),
                        stock.quantity(),
                        typed.get(TimeForm.EQUIPMENT + stock.id()),
                        typed.has(TimeForm.EACH + stock.id())))
                .toList();
    }

    private static TimeSheet.Option option(UUID id, Reader.Text name, String detail, String chosen) {
        return new TimeSheet.Option(id.toString(), name, detail, id.toString().equals(chosen));
    }
}

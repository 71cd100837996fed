package org.goldenbridge.event.desk;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.goldenbridge.event.calllist.CallList;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A session as those have it who are asked for it: whose desk it is at, what its page shows, and how a deed is answered. */
@Singleton
class SessionDesk {
    private final Staff staff;
    private final DeskReader desk;
    private final Roster roster;
    private final KeptReader kept;
    private final SessionFactsReader facts;
    private final CallList calls;
    private final SessionNeeds needs;
    private final SessionRendering rendering;
    private final PageAnswers answers;
    private final Clock clock;

    SessionDesk(
            Staff staff,
            DeskReader desk,
            Roster roster,
            KeptReader kept,
            SessionFactsReader facts,
            CallList calls,
            SessionNeeds needs,
            SessionRendering rendering,
            PageAnswers answers,
            Clock clock) {
        this.staff = staff;
        this.desk = desk;
        this.roster = roster;
        this.kept = kept;
        this.facts = facts;
        this.calls = calls;
        this.needs = needs;
        this.rendering = rendering;
        this.answers = answers;
        this.clock = clock;
    }

    /** The desk of its centre. */
    Workplace at(UUID session) {
        return staff.at(slot(session).centre());
    }

    /**
     * The same, for who works there.
     *
     * @throws Refusal 404; 403 for all others
     */
    Workplace own(UUID session) {
        var workplace = at(session);
        if (!workplace.isOwn()) {
            throw Refusal.forbidden("not-yours", "Only the desk of its centre sees who is booked in.");
        }
        return workplace;
    }

    Slot slot(UUID session) {
        return desk.slot(session).orElseThrow(() -> Refusal.notFound("There is no such session."));
    }

    SessionPanel panel(UUID session, Workplace workplace, SessionPanel.Said said, Reader reader) {
        return panel(session, workplace, said, null, null, reader);
    }

    /**
     * What its page shows.
     *
     * @param key that was sent: a form that is sent again after a no is still the same booking; without one it is the next
     * @param from the hold or the allocation out of which is booked; null for the places that are free
     */
    SessionPanel panel(
            UUID session,
            Workplace workplace,
            SessionPanel.Said said,
            @Nullable String key,
            @Nullable UUID from,
            Reader reader) {
        var isOwn = workplace.isOwn();
        var now = clock.instant();
        return SessionPanel.of(
                slot(session),
                facts.of(session, now),
                isOwn ? calls.toTell(session) : 0,
                isOwn ? roster.of(session, now) : List.of(),
                isOwn ? roster.waiting(session, now) : List.of(),
                isOwn ? kept.of(session, now) : KeptReader.NOTHING,
                key == null ? Ids.next().toString() : key,
                from,
                said,
                reader,
                now);
    }

    /** The whole page. */
    String page(SessionPanel panel, Workplace workplace, Reader reader) {
        var needed = workplace.isOwn()
                ? NeedsPanel.of(needs.of(panel.card().id()), staff.answersFor(workplace.centre()), reader)
                : null;
        return rendering.page(panel, needed, workplace, reader, clock.instant());
    }

    /**
     * Does something to the roster, and shows the roster with what was said; a no is said in words as well, and what is typed
     * elsewhere on the page stays.
     *
     * @param row the booking or the waiting group it is done to; without scripts the page is shown there
     * @param deed says in words what it did
     */
    RestResponse<byte[]> did(UUID session, UUID row, boolean byScript, Reader reader, Supplier<String> deed) {
        var workplace = own(session);
        try {
            var said = SessionPanel.Said.done(deed.get());
            if (!byScript) {
                return RestResponse.seeOther(URI.create("/desk/sessions/" + session + "#row-" + row));
            }
            var html = rendering.rosterAndSaid(panel(session, workplace, said, reader), reader);
            return answers.personal(html, reader).build();
        } catch (Refusal refusal) {
            var said = Refusals.said(refusal, SessionPanel.Said.NOTHING, reader);
            var panel = panel(session, workplace, said, reader);
            var html = byScript ? rendering.rosterAndSaid(panel, reader) : page(panel, workplace, reader);
            return answers.refusal(refusal.status(), html, reader).build();
        }
    }
}

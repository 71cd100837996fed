package org.goldenbridge.event.desk;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.goldenbridge.event.page.PageLanguage;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/** Writes the page of a session, and the parts of it that change. */
@Singleton
class SessionRendering {
    private final Frame frame;
    private final DeskReader desk;
    private final Template session;
    private final Template line;
    private final Template roster;
    private final Template known;
    private final Template said;
    private final Template source;
    private final Template kept;
    private final Template keep;
    private final Template history;
    private final Template deeds;

    /** Which of the two forms in which places are kept. */
    enum Form {
        HOLD,
        ALLOCATION
    }

    SessionRendering(
            Frame frame,
            DeskReader desk,
            @Location("desk/session.html") Template session,
            @Location("desk/line.html") Template line,
            @Location("desk/roster.html") Template roster,
            @Location("desk/known.html") Template known,
            @Location("desk/said.html") Template said,
            @Location("desk/source.html") Template source,
            @Location("desk/kept.html") Template kept,
            @Location("desk/keep.html") Template keep,
            @Location("desk/history.html") Template history,
            @Location("desk/deeds.html") Template deeds) {
        this.frame = frame;
        this.desk = desk;
        this.session = session;
        this.line = line;
        this.roster = roster;
        this.known = known;
        this.said = said;
        this.source = source;
        this.kept = kept;
        this.keep = keep;
        this.history = history;
        this.deeds = deeds;
    }

    /**
     * The whole page.
     *
     * @param needs what the session needs; null at the desk of another centre
     */
    String page(SessionPanel panel, @Nullable NeedsPanel needs, Workplace workplace, Reader reader, Instant now) {
        return frame.around(
                        session,
                        panel.card().title().text(),
                        "/desk/sessions/" + panel.card().id(),
                        workplace,
                        reader,
                        now)
                .data("page", panel)
                .data("languages", languages(reader))
                .data("needs", needs)
                .data("restorable", desk.canBeRestored(panel.card().id(), now))
                .data("beside", false)
                .render();
    }

    /** The line with what was said, and what was typed. */
    String line(SessionPanel panel, Reader reader) {
        return part(line, panel, reader).data("beside", false).render();
    }

    /** The line for the next, and the roster that goes to its own place. */
    String lineAndRoster(SessionPanel panel, Reader reader) {
        return line(panel, reader) + besides(panel, reader);
    }

    /** The roster, and what is kept, which goes to its own place. */
    String roster(SessionPanel panel, Reader reader) {
        return part(roster, panel, reader).data("beside", false).render()
                + part(kept, panel, reader).data("beside", true).render();
    }

    /** The same, and what was said. */
    String rosterAndSaid(SessionPanel panel, Reader reader) {
        return roster(panel, reader)
                + part(said, panel, reader).data("beside", true).render();
    }

    /** Out of what is booked; the number of places goes to its own place. */
    String source(SessionPanel panel, Reader reader) {
        return part(source, panel, reader).data("beside", true).render();
    }

    /** A form in which places are kept, with what was typed. */
    String form(Form which, SessionPanel panel, Keeping form, Reader reader) {
        return part(keep, panel, reader)
                .data("form", form)
                .data("isHold", which == Form.HOLD)
                .data("kind", which == Form.HOLD ? "hold" : "allocation")
                .render();
    }

    /** The same, and the roster and what is kept. */
    String formAndRoster(Form which, SessionPanel panel, Keeping form, Reader reader) {
        return form(which, panel, form, reader) + besides(panel, reader);
    }

    private String besides(SessionPanel panel, Reader reader) {
        return part(roster, panel, reader).data("beside", true).render()
                + part(kept, panel, reader).data("beside", true).render();
    }

    /** Who did what, as a page of its own. */
    String history(History history, Slot slot, Workplace workplace, Reader reader, Instant now) {
        return frame.around(
                        this.history,
                        reader.words().say("deskHistory"),
                        "/desk/sessions/" + slot.id() + "/history",
                        workplace,
                        reader,
                        now)
                .data("page", history)
                .data("card", Card.of(slot, reader))
                .render();
    }

    /** The list of it alone. */
    String deeds(History history, Reader reader) {
        return deeds.data("page", history)
                .data("w", reader.words())
                .data("lang", reader.language())
                .render();
    }

    /**
     * Those who are known, as choices for the line.
     *
     * @param proposed the language of somebody new of that name
     */
    String known(List<KnownVisitor> visitors, String proposed, Reader reader) {
        var choices = visitors.stream()
                .map(visitor -> new Known(
                        visitor.line(),
                        visitor.name(),
                        visitor.contact(),
                        visitor.language(),
                        reader.times().languageName(visitor.language())))
                .toList();
        return known.data("visitors", choices)
                .data("proposed", reader.times().languageName(proposed))
                .render();
    }

    /**
     * Somebody who is known, as a choice.
     *
     * @param line what goes into the line
     * @param languageName of the language in which they are written to
     */
    public record Known(String line, String name, String contact, String language, String languageName) {}

    /** A language as a choice. */
    public record Language(String tag, String name) {}

    private static List<Language> languages(Reader reader) {
        return Stream.concat(PageLanguage.all().stream().map(PageLanguage::tag), Stream.of("ja", "ko"))
                .map(tag -> new Language(tag, reader.times().languageName(tag)))
                .toList();
    }

    private static TemplateInstance part(Template template, SessionPanel panel, Reader reader) {
        return template.data("page", panel)
                .data("languages", languages(reader))
                .data("w", reader.words())
                .data("lang", reader.language());
    }
}

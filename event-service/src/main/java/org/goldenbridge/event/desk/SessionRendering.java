package org.goldenbridge.event.desk;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.goldenbridge.event.page.Reader;

/** Writes the page of a session, and the parts of it that change. */
@Singleton
class SessionRendering {
    private final Frame frame;
    private final Template session;
    private final Template line;
    private final Template roster;
    private final Template known;

    SessionRendering(
            Frame frame,
            @Location("desk/session.html") Template session,
            @Location("desk/line.html") Template line,
            @Location("desk/roster.html") Template roster,
            @Location("desk/known.html") Template known) {
        this.frame = frame;
        this.session = session;
        this.line = line;
        this.roster = roster;
        this.known = known;
    }

    String page(SessionPanel panel, Workplace workplace, Reader reader, Instant now) {
        return frame.around(
                        session,
                        panel.card().title().text(),
                        "/desk/sessions/" + panel.card().id(),
                        workplace,
                        reader,
                        now)
                .data("page", panel)
                .data("beside", false)
                .render();
    }

    /** The line with what was said, and what was typed. */
    String line(SessionPanel panel, Reader reader) {
        return part(line, panel, reader).data("beside", false).render();
    }

    /** The line for the next, and the roster that goes to its own place. */
    String lineAndRoster(SessionPanel panel, Reader reader) {
        return line(panel, reader)
                + part(roster, panel, reader).data("beside", true).render();
    }

    String roster(SessionPanel panel, Reader reader) {
        return part(roster, panel, reader).data("beside", false).render();
    }

    String known(List<VisitorLine> visitors) {
        return known.data(
                        "visitors", visitors.stream().map(VisitorLine::toString).toList())
                .render();
    }

    private static TemplateInstance part(Template template, SessionPanel panel, Reader reader) {
        return template.data("page", panel).data("w", reader.words()).data("lang", reader.language());
    }
}

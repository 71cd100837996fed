package org.goldenbridge.event.desk;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.goldenbridge.event.page.Reader;

/** Writes the forms in which sessions are planned, moved and cancelled and spaces blocked, and the parts of them that change. */
@Singleton
class TimeRendering {
    private final Frame frame;
    private final Template time;
    private final Template verdict;
    private final Template events;
    private final Template cancel;
    private final Template block;
    private final Template told;

    TimeRendering(
            Frame frame,
            @Location("desk/time.html") Template time,
            @Location("desk/verdict.html") Template verdict,
            @Location("desk/events.html") Template events,
            @Location("desk/cancel.html") Template cancel,
            @Location("desk/block.html") Template block,
            @Location("desk/told.html") Template told) {
        this.frame = frame;
        this.time = time;
        this.verdict = verdict;
        this.events = events;
        this.cancel = cancel;
        this.block = block;
        this.told = told;
    }

    String page(TimeSheet sheet, Workplace workplace, Reader reader, Instant now) {
        return frame.around(time, sheet.heading(), sheet.action(), workplace, reader, now)
                .data("page", sheet)
                .data("verdict", sheet.verdict())
                .data("events", sheet.events())
                .render();
    }

    String cancel(CancelSheet sheet, Workplace workplace, Reader reader, Instant now) {
        return frame.around(cancel, sheet.title(), "/desk/sessions/" + sheet.session(), workplace, reader, now)
                .data("page", sheet)
                .render();
    }

    String block(BlockSheet sheet, Workplace workplace, Reader reader, Instant now) {
        return frame.around(block, reader.words().say("deskBlock"), "/desk/blocks", workplace, reader, now)
                .data("page", sheet)
                .render();
    }

    String verdict(Verdict found, Reader reader) {
        return part(verdict, reader).data("verdict", found).data("check", "").render();
    }

    String events(List<TimeSheet.Option> found, Reader reader) {
        return part(events, reader).data("events", found).render();
    }

    /** A no of something that was dragged, with what could be had instead. */
    String told(Refusals.No no, Verdict found, Slot slot, Typed typed, Reader reader) {
        return part(told, reader)
                .data("no", no)
                .data("verdict", found)
                .data("session", slot.id())
                .data("typed", typed)
                .render();
    }

    private static TemplateInstance part(Template template, Reader reader) {
        return template.data("w", reader.words()).data("lang", reader.language());
    }
}

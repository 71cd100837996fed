package org.goldenbridge.event.desk;

import jakarta.validation.Validator;
import jakarta.ws.rs.FormParam;
import java.util.UUID;
import org.goldenbridge.event.booking.BookingDraft;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The line in which a visitor is booked in, as it was sent. */
class LineForm {
    @FormParam("line")
    @Nullable
    String line;

    @FormParam("places")
    @Nullable
    String places;

    /** Under which it is done once. */
    @FormParam("key")
    @Nullable
    String key;

    /** There when they are to wait. */
    @FormParam("wait")
    @Nullable
    String wait;

    /** The hold out of which is booked. */
    @FormParam("hold")
    @Nullable
    UUID hold;

    /** The partner's allocation out of which is booked. */
    @FormParam("allocation")
    @Nullable
    UUID allocation;

    @Nullable
    UUID from() {
        return hold == null ? allocation : hold;
    }

    SessionPanel.Said typed() {
        return SessionPanel.Said.typed(line, places);
    }

    /**
     * Who is booked in, and for how many.
     *
     * @throws Refusal 400 {@code no-contact} or {@code no-number}
     */
    BookingDraft draft(Validator validator, Reader reader) {
        var typed = typed();
        var visitor = VisitorLine.of(typed.line())
                .orElseThrow(() -> Refusal.badRequest("no-contact", "A line has a name, and then mail or phone."));
        var draft = new BookingDraft(
                new BookingDraft.VisitorDraft(
                        visitor.name(), visitor.contact(), reader.language().tag()),
                number(typed.places()),
                null,
                hold,
                hold == null ? allocation : null);
        if (!validator.validate(draft).isEmpty()) {
            throw Refusal.badRequest("no-contact", "The name, the contact or the number of places is not right.");
        }
        return draft;
    }

    /**
     * A number that was typed.
     *
     * @throws Refusal 400 {@code no-number}
     */
    static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("no-number", "The number of places is a number.");
        }
    }
}

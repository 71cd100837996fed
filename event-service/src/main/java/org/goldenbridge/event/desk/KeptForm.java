package org.goldenbridge.event.desk;

import jakarta.validation.Validator;
import jakarta.ws.rs.FormParam;
import org.goldenbridge.event.booking.AllocationDraft;
import org.goldenbridge.event.booking.HoldDraft;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The form in which places are kept, as it was sent. */
class KeptForm {
    @FormParam("places")
    @Nullable
    String places;

    @FormParam("minutes")
    @Nullable
    String minutes;

    @FormParam("partner")
    @Nullable
    String partner;

    /** For whom places are held. */
    @FormParam("note")
    @Nullable
    String note;

    @FormParam("until")
    @Nullable
    String until;

    /** Under which it is done once. */
    @FormParam("key")
    @Nullable
    String key;

    Keeping typed() {
        return new Keeping(
                text(places), text(minutes), text(partner), text(until), text(note), text(key), null, null, false);
    }

    /**
     * Places for a while.
     *
     * @throws Refusal 400 {@code no-number}, {@code no-note} or {@code no-while}
     */
    HoldDraft hold(Validator validator) {
        var draft = new HoldDraft(LineForm.number(text(places)), minutes(), text(note));
        if (!validator.validateProperty(draft, "places").isEmpty()) {
            throw Refusal.badRequest("no-number", "The number of places is from 1 to 1000.");
        }
        if (!validator.validateProperty(draft, "note").isEmpty()) {
            throw Refusal.badRequest("no-note", "A note has at most 200 letters.");
        }
        if (!validator.validate(draft).isEmpty()) {
            throw noWhile();
        }
        return draft;
    }

    /**
     * Places for a partner.
     *
     * @throws Refusal 400 {@code no-number}, {@code no-partner} or {@code no-end}
     */
    AllocationDraft allocation(Validator validator) {
        var draft = new AllocationDraft(text(partner), LineForm.number(text(places)), text(until));
        if (!validator.validateProperty(draft, "places").isEmpty()) {
            throw Refusal.badRequest("no-number", "The number of places is from 1 to 100000.");
        }
        if (!validator.validateProperty(draft, "partner").isEmpty()) {
            throw Refusal.badRequest("no-partner", "A partner has a name of at most 200 letters.");
        }
        if (!validator.validate(draft).isEmpty()) {
            throw Refusal.badRequest("no-end", "Until when the partner fills the places is a day and a time.");
        }
        return draft;
    }

    private Integer minutes() {
        try {
            return Integer.valueOf(text(minutes).strip());
        } catch (NumberFormatException e) {
            throw noWhile();
        }
    }

    private static Refusal noWhile() {
        return Refusal.badRequest("no-while", "Places are held for 1 to 1440 minutes.");
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}

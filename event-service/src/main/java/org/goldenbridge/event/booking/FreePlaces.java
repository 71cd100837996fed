package org.goldenbridge.event.booking;

import org.goldenbridge.event.places.Places;
import org.goldenbridge.platform.problem.Refusal;

/** Whether places can be had, and what is said when not. */
final class FreePlaces {
    private FreePlaces() {}

    /**
     * Lets the request go on when so many are free for anybody and nobody waits for them.
     *
     * @param kind {@code session} or {@code course}
     * @throws Refusal 409 {@code enrolled-only}, {@code others-wait} or {@code sold-out}
     */
    static void mustBe(String kind, Places.Count counted, int wanted) {
        mustBeOpen(kind, counted);
        if (counted.waiting() > 0) {
            throw othersWait(kind, counted.left());
        }
        if (counted.left() < wanted) {
            throw soldOut(kind, counted.left(), wanted);
        }
    }

    /** Lets the request go on when places are for anybody, and not closed by a cancellation that came first. */
    static void mustBeOpen(String kind, Places.Count counted) {
        mustNotBeClosed(kind, counted);
        if (counted.makeUpOnly()) {
            throw enrolledOnly();
        }
    }

    /** Asked under the lock of the places: whoever cancels closes them under it, after others have read that it takes place. */
    static void mustNotBeClosed(String kind, Places.Count counted) {
        if (counted.closed()) {
            throw Terms.cancelled(kind);
        }
    }

    static Refusal enrolledOnly() {
        return Refusal.conflict(
                "enrolled-only",
                "The lesson is for those enrolled in the course. Book the course, or a make-up lesson for who missed one.");
    }

    static Refusal othersWait(String kind, int left) {
        return Refusal.conflict(
                        "others-wait",
                        "Others wait for places of this " + kind + ". Put the visitor on the waiting list.")
                .with("placesLeft", left);
    }

    static Refusal soldOut(String kind, int left, int wanted) {
        return Refusal.conflict(
                        "sold-out",
                        left == 0
                                ? "The " + kind + " is sold out."
                                : "Only " + left + " places are left, and " + wanted + " are needed, all or none.")
                .with("placesLeft", left);
    }
}

package org.goldenbridge.event.booking;

import org.goldenbridge.event.places.Places;
import org.goldenbridge.platform.problem.Refusal;

/** Whether places can be had, and what is said when not. */
final class FreePlaces {
    private FreePlaces() {}

    /**
     * Lets the request go on when so many are free and nobody waits for them.
     *
     * @throws Refusal 409 {@code others-wait} or {@code sold-out}
     */
    static void mustBe(Places.Count counted, int wanted) {
        if (counted.waiting() > 0) {
            throw othersWait(counted.left());
        }
        if (counted.left() < wanted) {
            throw soldOut(counted.left(), wanted);
        }
    }

    static Refusal othersWait(int left) {
        return Refusal.conflict(
                        "others-wait", "Others wait for places of this session. Put the visitor on the waiting list.")
                .with("placesLeft", left);
    }

    static Refusal soldOut(int left, int wanted) {
        return Refusal.conflict(
                        "sold-out",
                        left == 0
                                ? "The session is sold out."
                                : "Only " + left + " places are left, and " + wanted + " are needed, all or none.")
                .with("placesLeft", left);
    }
}

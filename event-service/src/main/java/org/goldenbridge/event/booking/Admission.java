package org.goldenbridge.event.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Asks the function {@code admission} whether places can be had, and maps its codes to problems: what it decides is decided nowhere
 * else (ADR 36). Who asks under the lock of the places gets an answer that stays true until the end of the transaction.
 */
@ApplicationScoped
class Admission {
    private final EntityManager entities;

    @Inject
    Admission(EntityManager entities) {
        this.entities = entities;
    }

    /** What is asked for, by the names of the function. */
    enum Purpose {
        HOLD("hold"),
        ALLOCATE("allocate"),
        WAIT("wait"),
        ACCEPT("accept"),
        MAKE_UP("make-up"),
        END("end");

        private final String word;

        Purpose(String word) {
            this.word = word;
        }
    }

    /**
     * Who asks for places.
     *
     * @param contactKey as {@link ContactKey} made it
     */
    record Person(String contactKey, String name) {}

    private record Decision(@Nullable String code, int placesLeft, int capacity) {}

    /** @throws Refusal when the places cannot be given to anybody, whoever comes */
    void require(Purpose purpose, Opportunity of, int places, Instant now) {
        require(purpose, of, places, null, null, now);
    }

    /**
     * Lets the request go on when so many places can be given to that person.
     *
     * @param ages of each, where they are known
     * @throws Refusal 409 or 422 with the code of the function
     */
    void require(
            Purpose purpose,
            Opportunity of,
            int places,
            @Nullable List<Integer> ages,
            @Nullable Person person,
            Instant now) {
        var decision = (Decision) entities.createNativeQuery("""
                        select code, places_left, capacity from admission_now(
                            :for, :opportunity, :places, cast(:ages as smallint[]), :contact, :name, cast(:now as timestamptz))""", Decision.class)
                .setParameter("for", purpose.word)
                .setParameter("opportunity", of.id)
                .setParameter("places", places)
                .setParameter("ages", ages == null ? null : ages.toArray(Integer[]::new))
                .setParameter("contact", person == null ? null : person.contactKey())
                .setParameter("name", person == null ? null : person.name())
                .setParameter("now", now)
                .getSingleResult();
        if (decision.code() != null) {
            throw decision.code().equals("larger-than-the-session")
                    ? largerThanTheSession(of.kind, decision.capacity())
                    : refusal(decision.code(), of.kind, places, decision.placesLeft());
        }
    }

    /** What a code of the function says to who asked for so many places. */
    static Refusal refusal(String code, Opportunity.Kind kind, int places, int placesLeft) {
        return switch (code) {
            case "cancelled" -> Refusal.conflict(kind + "-cancelled", "The " + kind + " is cancelled.");
            case "over" -> Refusal.conflict(kind + "-over", "The " + kind + " is over.");
            case "begun" -> Refusal.conflict(kind + "-begun", "The " + kind + " has begun; book whoever is there.");
            case "no-lessons" -> Refusal.conflict("no-lessons", "The course has no lessons yet. Plan them first.");
            case "ages-needed" ->
                Refusal.unprocessable("ages-needed", "The " + kind + " is for certain ages. Say how old everybody is.")
                        .at("/ages", "must have the age of everybody, in years at the start");
            case "age-out-of-range" ->
                Refusal.unprocessable("age-out-of-range", "Somebody is too young or too old for it: see its ages.")
                        .at("/ages", "must lie between the event's minimumAge and maximumAge");
            case "enrolled-only" ->
                Refusal.conflict(
                        "enrolled-only",
                        "The lesson is for those enrolled in the course. Book the course, or a make-up lesson for who missed one.");
            case "others-wait" ->
                Refusal.conflict(
                                "others-wait",
                                "Others wait for places of this " + kind + ". Put the visitor on the waiting list.")
                        .with("placesLeft", placesLeft);
            case "sold-out" -> soldOut(kind, places, placesLeft);
            case "places-free" ->
                Refusal.conflict("places-free", placesLeft + " places are free. Book the visitor in.")
                        .with("placesLeft", placesLeft);
            case "already-booked" ->
                Refusal.conflict(
                        "already-booked",
                        "This visitor is booked in already, for this or for the course it belongs to. Cancel that booking first.");
            case "already-waiting" ->
                Refusal.conflict("already-waiting", "This visitor is on the waiting list already.");
            case "contact-quota" ->
                Refusal.conflict("contact-quota", "This contact would have more places than one contact may have.");
            default -> throw new IllegalStateException("The function admission answered " + code);
        };
    }

    private static Refusal soldOut(Opportunity.Kind kind, int places, int placesLeft) {
        return Refusal.conflict(
                        "sold-out",
                        placesLeft == 0
                                ? "The " + kind + " is sold out."
                                : "Only " + placesLeft + " places are left, and " + places
                                        + " are needed, all or none.")
                .with("placesLeft", placesLeft);
    }

    private static Refusal largerThanTheSession(Opportunity.Kind kind, int capacity) {
        return Refusal.unprocessable(
                        "larger-than-the-session",
                        "The " + kind + " has " + capacity + " places in all; a larger group would wait in vain.")
                .at("/places", "must be at most " + capacity);
    }
}

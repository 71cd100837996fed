package org.goldenbridge.event.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** What a desk does with the bookings of a session, in the API and on its page alike. */
@ApplicationScoped
public class SessionBookings {
    private final Desk desk;
    private final DeskAccess access;
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    SessionBookings(Desk desk, DeskAccess access, EntityManager entities, Clock clock) {
        this.desk = desk;
        this.access = access;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Books a visitor in.
     *
     * @param key under which it is done once
     * @throws Refusal 400 without a key; 403 elsewhere than at the desk of its centre; 404, 409 and 422 as the roster says
     */
    public BookingView book(UUID session, @Nullable String key, BookingDraft draft) {
        return desk.book(
                new Wanted.What(Opportunity.Kind.SESSION, session),
                draft,
                access.key("book", session, key, draft),
                access.units(),
                clock.instant());
    }

    /**
     * Cancels a booking; one that is cancelled already stays so.
     *
     * @throws Refusal 403 elsewhere than at the desk of its centre; 404
     */
    public BookingView cancel(UUID booking) {
        access.mustBeOf(Booking.required(booking).opportunity);
        entities.clear(); // the function below writes what was just read
        desk.cancel(booking, access.subject(), clock.instant());
        return BookingView.of(Booking.required(booking));
    }
}

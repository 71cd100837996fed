package org.goldenbridge.event.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.goldenbridge.platform.http.IdempotentExecutor;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** What a desk does with the bookings of a session, in the API and on its page alike. */
@ApplicationScoped
public class SessionBookings {
    private final Desk desk;
    private final DeskAccess access;
    private final WaitingList waitingList;
    private final Admission admission;
    private final Payments payments;
    private final IdempotentExecutor once;
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    SessionBookings(
            Desk desk,
            DeskAccess access,
            WaitingList waitingList,
            Admission admission,
            Payments payments,
            IdempotentExecutor once,
            EntityManager entities,
            Clock clock) {
        this.desk = desk;
        this.access = access;
        this.waitingList = waitingList;
        this.admission = admission;
        this.payments = payments;
        this.once = once;
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
     * Puts a visitor on the waiting list, as they would have been booked in.
     *
     * @param key under which it is done once
     * @throws Refusal as the waiting list says
     */
    @Transactional
    public void join(UUID session, @Nullable String key, BookingDraft booking) {
        var of = access.session(session);
        var draft = new WaitingListDraft(booking.visitor(), booking.places(), booking.ages(), null);
        once.make(
                access.key("join", session, key, draft),
                () -> waitingList.join(of, draft, access.subject(), clock.instant()));
    }

    /**
     * Books a visitor in past larger groups that wait and do not fit: as if they joined the list and took the offer at once, so that
     * the passing is on record and no group is passed more often than the list lets it.
     *
     * @param key under which it is done once
     * @throws Refusal 409 {@code others-wait} when nobody may be passed; otherwise as the waiting list says
     */
    @Transactional
    public void bookPast(UUID session, @Nullable String key, BookingDraft booking) {
        var of = access.session(session);
        var draft = new WaitingListDraft(booking.visitor(), booking.places(), booking.ages(), null);
        once.make(access.key("book-past", session, key, draft), () -> {
            var now = clock.instant();
            var entry = WaitingListEntry.fresh(waitingList.join(of, draft, access.subject(), now));
            if (entry.status != WaitingListEntry.Status.OFFERED) {
                throw Admission.refusal("others-wait", of.kind, booking.places(), 0);
            }
            return waitingList.accept(entry, access.subject(), now);
        });
    }

    /**
     * Cancels a booking; one that is cancelled already stays so.
     *
     * @throws Refusal 403 elsewhere than at the desk of its centre; 404; 409 {@code session-over} or {@code course-over}
     */
    public BookingView cancel(UUID booking) {
        var found = Booking.required(booking);
        access.mustBeOf(found.opportunity);
        if (found.status == BookingStatus.CONFIRMED) {
            admission.require(Admission.Purpose.END, found.opportunity, found.places, clock.instant());
        }
        entities.clear(); // the function below writes what was just read
        desk.cancel(booking, access.subject(), clock.instant());
        return BookingView.of(Booking.required(booking));
    }

    /**
     * Notes that a booking is paid at the desk, or that it is not.
     *
     * @throws Refusal 403 elsewhere than at the desk of its centre; 404; 409 {@code nothing-to-pay} or {@code booking-cancelled}
     */
    @Transactional
    public BookingView pay(UUID booking, boolean paid) {
        var paidFor = Booking.required(booking);
        access.mustBeOf(paidFor.opportunity);
        if (paidFor.price() == null) {
            throw Refusal.conflict("nothing-to-pay", "This booking costs nothing.");
        }
        if (paid && paidFor.status == BookingStatus.CANCELLED) {
            throw Refusal.conflict("booking-cancelled", "This booking is cancelled: nothing is to be paid for it.");
        }
        entities.clear(); // the statement below writes what was just read
        payments.note(paidFor, paid, access.subject(), clock.instant());
        return BookingView.of(Booking.required(booking));
    }
}

package org.goldenbridge.event.booking;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.outbox.RelayAlarm;
import org.goldenbridge.platform.problem.Refusal;

/**
 * Cancels bookings and waiting-list entries at the desk so that it can be undone: for {@link #UNDO} their places stay taken in the
 * database, and are offered to the next only then. All refuse with 403 elsewhere than at the desk of the session's centre, and with
 * 404 what is of another session.
 */
@ApplicationScoped
public class Withdrawals {
    /** How long a cancellation can be undone, and nothing is offered on. */
    public static final Duration UNDO = Duration.ofSeconds(10);

    private final AgroalDataSource database;
    private final DeskAccess access;
    private final Admission admission;
    private final RelayAlarm relay;
    private final Clock clock;

    @Inject
    Withdrawals(AgroalDataSource database, DeskAccess access, Admission admission, RelayAlarm relay, Clock clock) {
        this.database = database;
        this.access = access;
        this.admission = admission;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Cancels a booking; one that is cancelled already stays so. Returns whose it is.
     *
     * @throws Refusal 409 {@code session-over}
     */
    public String cancel(UUID session, UUID booking) {
        var name = ownBooking(session, booking);
        var cancelled = Booking.required(booking);
        if (cancelled.status == BookingStatus.CONFIRMED) {
            admission.require(Admission.Purpose.END, cancelled.opportunity, cancelled.places, clock.instant());
        }
        withdraw("select withdraw_booking(?, ?, ?, ?, ?)", booking);
        return name;
    }

    /**
     * Takes that back. Returns whose booking it is.
     *
     * @throws Refusal 409 {@code undo-too-late}, {@code already-booked}
     */
    public String reinstate(UUID session, UUID booking) {
        var name = ownBooking(session, booking);
        undo("select reinstate_booking(?, ?, ?, ?)", booking);
        return name;
    }

    /** Takes a group off the waiting list; one that is off already stays so. Returns whose group it is. */
    public String leave(UUID session, UUID entry) {
        var name = ownEntry(session, entry);
        withdraw("select withdraw_entry(?, ?, ?, ?, ?)", entry);
        return name;
    }

    /**
     * Takes that back. Returns whose group it is.
     *
     * @throws Refusal 409 {@code undo-too-late}, {@code already-waiting}
     */
    public String rejoin(UUID session, UUID entry) {
        var name = ownEntry(session, entry);
        undo("select reinstate_entry(?, ?, ?, ?)", entry);
        return name;
    }

    private String ownBooking(UUID session, UUID id) {
        var booking = Booking.required(id);
        own(session, booking.opportunity);
        return booking.visitor.name;
    }

    private String ownEntry(UUID session, UUID id) {
        var entry = WaitingListEntry.required(id);
        own(session, entry.opportunity);
        return entry.visitor.name;
    }

    private void own(UUID session, Opportunity opportunity) {
        access.session(session);
        if (!opportunity.id.equals(session)) {
            throw Refusal.notFound("There is no such thing at this session.");
        }
    }

    private void withdraw(String call, UUID id) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        Tries.withRetries(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement(call)) {
                statement.setObject(1, id);
                statement.setObject(2, Ids.next());
                statement.setString(3, access.subject());
                statement.setObject(4, now);
                statement.setObject(5, now.plus(UNDO));
                try (var row = statement.executeQuery()) {
                    return row.next();
                }
            }
        });
        relay.ring();
    }

    private void undo(String call, UUID id) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        String outcome = Tries.withRetries(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement(call)) {
                statement.setObject(1, id);
                statement.setString(2, access.subject());
                statement.setObject(3, now);
                statement.setObject(4, now.minus(UNDO));
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
        if (!outcome.equals("done")) {
            throw Refusal.conflict(
                    outcome,
                    switch (outcome) {
                        case "already-booked" -> "This visitor has been booked in again meanwhile.";
                        case "already-waiting" -> "This visitor waits again already.";
                        default -> "It can be undone for ten seconds only. Book the visitor in again.";
                    });
        }
    }
}

package org.goldenbridge.event.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.platform.http.IdempotencyKey;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.outbox.RelayAlarm;
import org.goldenbridge.platform.problem.DatabaseFaults;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.tracing.TraceParent;
import org.jspecify.annotations.Nullable;

/**
 * The hot path: books and cancels by one autocommit statement each (the functions {@code book} and
 * {@code cancel_booking}), which write booking, key, audit and outbox together. The stated exception to entities and
 * {@code @Transactional}: a commit is what a rush costs, and the row lock on the places is held for no round trip.
 */
@ApplicationScoped
class Desk {
    private static final int TRIES = 4;
    private static final String BOOK =
            "select outcome, answer, places_left from book(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String CONTACT_QUOTA = "GB001";
    private static final String ONCE_PER_VISITOR = "booking_once_per_visitor";

    private final AgroalDataSource database;
    private final RelayAlarm relay;
    private final ObjectMapper json;

    @Inject
    Desk(AgroalDataSource database, RelayAlarm relay, ObjectMapper json) {
        this.database = database;
        this.relay = relay;
        this.json = json;
    }

    /** What the database says became of a request to book. */
    private record Outcome(String word, @Nullable String answer, int placesLeft) {}

    /** What is kept under an idempotency key: enough to give the same answer again, and nothing personal. */
    private record Kept(
            UUID booking,
            UUID visitor,
            OffsetDateTime at,
            @Nullable BigDecimal price,
            @Nullable String currency) {
        @Nullable
        Price whole() {
            return price == null || currency == null ? null : new Price(price, currency);
        }
    }

    /**
     * Books a visitor in.
     *
     * @param units for whom the caller acts, checked in the same statement
     * @throws Refusal 409 when sold out, others wait, in progress or booked already; 422 when the key was used for another request
     */
    BookingView book(
            Opportunity.Kind kind,
            UUID opportunity,
            BookingDraft draft,
            IdempotencyKey key,
            String[] units,
            Instant now) {
        var outcome = withRetries(() -> tryToBook(kind, opportunity, draft, key, units, now));
        return switch (outcome.word()) {
            case "booked" -> {
                relay.ring();
                yield answer(kind, opportunity, draft, outcome);
            }
            case "repeated" -> answer(kind, opportunity, draft, outcome);
            default -> throw refusal(kind.toString(), outcome, draft);
        };
    }

    /** Cancels a booking; one that is cancelled already stays so. */
    void cancel(UUID booking, String caller, Instant now) {
        var cancelled = withRetries(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement("select cancel_booking(?,?,?,?)")) {
                statement.setObject(1, booking);
                statement.setString(2, caller);
                statement.setObject(3, now.atOffset(ZoneOffset.UTC));
                statement.setString(4, TraceParent.current());
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            }
        });
        if (cancelled) {
            relay.ring();
        }
    }

    private Outcome tryToBook(
            Opportunity.Kind kind,
            UUID opportunity,
            BookingDraft draft,
            IdempotencyKey key,
            String[] units,
            Instant now)
            throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(BOOK)) {
            statement.setLong(1, key.lock());
            statement.setString(2, key.caller());
            statement.setString(3, key.operation());
            statement.setString(4, key.key());
            statement.setString(5, key.bodyHash());
            statement.setArray(6, connection.createArrayOf("text", units));
            statement.setString(7, kind.toString());
            statement.setObject(8, opportunity);
            statement.setObject(9, Ids.next());
            statement.setInt(10, draft.places());
            statement.setObject(11, Ids.next());
            statement.setString(12, draft.visitor().name().strip());
            statement.setString(13, draft.visitor().contact().strip());
            statement.setString(14, draft.visitor().language());
            statement.setArray(
                    15,
                    draft.ages() == null
                            ? null
                            : connection.createArrayOf("int2", draft.ages().toArray()));
            statement.setObject(16, draft.holdId());
            statement.setObject(17, draft.allocationId());
            statement.setObject(18, now.atOffset(ZoneOffset.UTC));
            statement.setString(19, TraceParent.current());
            return outcome(statement);
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains(ONCE_PER_VISITOR)) {
                return new Outcome("already-booked", null, 0);
            }
            if (CONTACT_QUOTA.equals(e.getSQLState())) {
                return new Outcome("contact-quota", null, 0);
            }
            throw e;
        }
    }

    private static Outcome outcome(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            row.next();
            return new Outcome(row.getString(1), row.getString(2), row.getInt(3));
        }
    }

    private BookingView answer(Opportunity.Kind kind, UUID opportunity, BookingDraft draft, Outcome outcome) {
        try {
            var kept = json.readValue(outcome.answer(), Kept.class);
            var visitor = draft.visitor();
            return new BookingView(
                    kept.booking(),
                    kind == Opportunity.Kind.SESSION ? opportunity : null,
                    kind == Opportunity.Kind.COURSE ? opportunity : null,
                    BookingStatus.CONFIRMED,
                    draft.places(),
                    new BookingView.VisitorView(
                            kept.visitor(),
                            visitor.name().strip(),
                            visitor.contact().strip(),
                            visitor.language()),
                    draft.ages(),
                    kept.at().toInstant(),
                    kept.whole(),
                    null,
                    draft.allocationId(),
                    null,
                    null,
                    null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the function book keeps can be read", e);
        }
    }

    private static Refusal refusal(String kind, Outcome outcome, BookingDraft draft) {
        return switch (outcome.word()) {
            case "sold-out" -> FreePlaces.soldOut(kind, outcome.placesLeft(), draft.places());
            case "others-wait" -> FreePlaces.othersWait(kind, outcome.placesLeft());
            case "contact-quota" ->
                Refusal.conflict("contact-quota", "This contact would have more places than one contact may have.");
            case "no-such-hold" ->
                Refusal.conflict("no-such-hold", "The hold has ended, or has fewer places. Book without it.");
            case "not-in-allocation" ->
                Refusal.conflict("not-in-allocation", "The allocation has ended, or has fewer places left than that.");
            case "in-progress" ->
                Refusal.conflict("in-progress", "The same request is still being worked on. Repeat it in a moment.");
            case "key-reused" ->
                Refusal.unprocessable(
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another request. Choose a new one.");
            case "already-booked" ->
                Refusal.conflict("already-booked", "This visitor is booked in already. Cancel that booking first.");
            case "cancelled" -> Terms.cancelled(kind);
            case "over" -> Terms.over(kind);
            case "no-lessons" -> Terms.noLessons();
            case "ages-needed" -> Terms.agesNeeded();
            case "age-out-of-range" -> Terms.ageOutOfRange();
            case "enrolled-only" -> FreePlaces.enrolledOnly();
            case "not-found" -> Refusal.notFound("There is no such " + kind + ".");
            case "not-yours" ->
                Refusal.forbidden(
                        "not-yours", "You cannot book for " + outcome.answer() + ": you are not staff there.");
            default -> throw new IllegalStateException("The function book answered " + outcome.word());
        };
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    /** A lost race is tried again a few times; what remains is told as a passing fault. */
    private static <T> T withRetries(Work<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return work.run();
            } catch (SQLException e) {
                if (tried == TRIES || !DatabaseFaults.isLostRace(e)) {
                    throw new DatabaseFault(e);
                }
            }
        }
    }

    /** Carries what the database said to where it is turned into an answer. */
    private static final class DatabaseFault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DatabaseFault(SQLException cause) {
            super(cause);
        }
    }
}

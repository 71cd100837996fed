package org.goldenbridge.event.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.goldenbridge.event.booking.Wanted.Outcome;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.platform.http.IdempotencyKey;
import org.goldenbridge.platform.outbox.OwnChange;
import org.goldenbridge.platform.outbox.RelayAlarm;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.tracing.TraceParent;
import org.jspecify.annotations.Nullable;

/**
 * The hot path: books and cancels by one autocommit statement each (the functions {@code book} and
 * {@code cancel_booking}), which write booking, key, audit and outbox together. The stated exception to entities and
 * {@code @Transactional}: a commit is what a rush costs, and the row lock on the places is held for no round trip. Requests
 * that want the same session at once are booked in one statement and one commit.
 */
@ApplicationScoped
class Desk {
    /** As many as PostgreSQL and a caller's patience take well; more than there are threads that could wait. */
    private static final int MOST_TOGETHER = 64;

    private static final int LONGEST_LINE = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AgroalDataSource database;
    private final Rush<Wanted.What, Wanted, Outcome> rush;
    private final RelayAlarm relay;
    private final OwnChange change;
    private final ObjectMapper json;
    private final Set<String> countries = ConcurrentHashMap.newKeySet();

    @Inject
    Desk(AgroalDataSource database, BookingRounds rounds, RelayAlarm relay, OwnChange change, ObjectMapper json) {
        this.database = database;
        this.rush = new Rush<>(rounds::book, MOST_TOGETHER, LONGEST_LINE, PATIENCE);
        this.relay = relay;
        this.change = change;
        this.json = json;
    }

    /** What is kept under an idempotency key: enough to give the same answer again, and nothing personal. */
    private record Kept(
            UUID booking,
            UUID visitor,
            @Nullable String language,
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
    BookingView book(Wanted.What what, BookingDraft draft, IdempotencyKey key, List<String> units, Instant now) {
        var outcome = ask(what, draft, key, units, now);
        change.has(outcome.changeNumber());
        return switch (outcome.word()) {
            case "booked" -> {
                relay.ring();
                yield answer(what, draft, outcome);
            }
            case "repeated" -> answer(what, draft, outcome);
            default -> throw refusal(what.kind(), outcome, draft);
        };
    }

    /** A national form of a phone number depends on where the centre is, which the database says when it is not known here yet. */
    private Outcome ask(Wanted.What what, BookingDraft draft, IdempotencyKey key, List<String> units, Instant now) {
        var outcome = rush.ask(what, Wanted.of(draft, key, units, countries, now));
        while (outcome.word().equals("country-needed") && countries.add(Objects.requireNonNull(outcome.answer()))) {
            outcome = rush.ask(what, Wanted.of(draft, key, units, countries, now));
        }
        return outcome;
    }

    /** How many requests for it stand in line at this instance. */
    int waiting(Wanted.What what) {
        return rush.waiting(what);
    }

    /** Cancels a booking; one that is cancelled already stays so. */
    void cancel(UUID booking, String caller, Instant now) {
        var cancelled = Tries.withRetries(() -> {
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

    private BookingView answer(Wanted.What what, BookingDraft draft, Outcome outcome) {
        try {
            var kept = json.readValue(outcome.answer(), Kept.class);
            var visitor = draft.visitor();
            return new BookingView(
                    kept.booking(),
                    what.kind() == Opportunity.Kind.SESSION ? what.id() : null,
                    what.kind() == Opportunity.Kind.COURSE ? what.id() : null,
                    BookingStatus.CONFIRMED,
                    draft.places(),
                    new BookingView.VisitorView(
                            kept.visitor(),
                            visitor.name(),
                            visitor.contact(),
                            kept.language() == null ? visitor.language() : kept.language()),
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

    private static Refusal refusal(Opportunity.Kind kind, Outcome outcome, BookingDraft draft) {
        return switch (outcome.word()) {
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
            case "not-found" -> Refusal.notFound("There is no such " + kind + ".");
            case "not-yours" ->
                Refusal.forbidden(
                        "not-yours", "You cannot book for " + outcome.answer() + ": you are not staff there.");
            default -> Admission.refusal(outcome.word(), kind, draft.places(), outcome.placesLeft());
        };
    }
}

package org.goldenbridge.event.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.goldenbridge.event.booking.Wanted.Outcome;
import org.goldenbridge.platform.problem.DatabaseFaults;

/**
 * Books what is wanted of one session or course at the same time in one statement and one commit. When the database refuses the round
 * because of one of them, each is booked alone, in the same order: nobody is harmed by who stands beside them.
 */
@ApplicationScoped
class BookingRounds {
    private static final String BOOK =
            "select outcome, answer, places_left, (select last_value from outbox_id_seq) from book_together(?, ?, cast(? as jsonb))";
    private static final String ONCE_PER_VISITOR = "booking_once_per_visitor";

    /** After a round that failed, so long is spent on booking one by one; who is not reached by then is told to come again. */
    private static final Duration ONE_BY_ONE = Duration.ofSeconds(10);

    private final AgroalDataSource database;
    private final ObjectMapper json;

    @Inject
    BookingRounds(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What became of each, in the same order; what failed is thrown when it is asked for. Nothing is said before the commit. */
    List<Supplier<Outcome>> book(Wanted.What what, List<Wanted> wanted) {
        if (wanted.size() == 1) {
            return List.of(alone(what, wanted.get(0)));
        }
        try {
            return together(what, wanted).stream()
                    .<Supplier<Outcome>>map(outcome -> () -> outcome)
                    .toList();
        } catch (SQLException e) {
            if (DatabaseFaults.isPassing(e) && !DatabaseFaults.isLostRace(e)) {
                throw new Tries.DatabaseFault(e);
            }
            return oneByOne(what, wanted, e);
        }
    }

    private List<Supplier<Outcome>> oneByOne(Wanted.What what, List<Wanted> wanted, SQLException because) {
        var outcomes = new ArrayList<Supplier<Outcome>>();
        var until = System.nanoTime() + ONE_BY_ONE.toNanos();
        for (var one : wanted) {
            outcomes.add(
                    System.nanoTime() - until < 0
                            ? alone(what, one)
                            : () -> {
                                throw new Tries.DatabaseFault(because);
                            });
        }
        return outcomes;
    }

    private Supplier<Outcome> alone(Wanted.What what, Wanted wanted) {
        try {
            var outcome = Tries.withRetries(() -> tryAlone(what, wanted));
            return () -> outcome;
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }

    private Outcome tryAlone(Wanted.What what, Wanted wanted) throws SQLException {
        try {
            return together(what, List.of(wanted)).get(0);
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains(ONCE_PER_VISITOR)) {
                return new Outcome("already-booked", null, 0, 0);
            }
            throw e;
        }
    }

    private List<Outcome> together(Wanted.What what, List<Wanted> wanted) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(BOOK)) {
            statement.setString(1, what.kind().toString());
            statement.setObject(2, what.id());
            statement.setString(3, json.writeValueAsString(wanted));
            var outcomes = new ArrayList<Outcome>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    outcomes.add(new Outcome(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getLong(4)));
                }
            }
            return outcomes;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }
}

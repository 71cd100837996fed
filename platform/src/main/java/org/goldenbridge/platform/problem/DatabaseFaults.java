package org.goldenbridge.platform.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's SQLSTATE says of a failure (PostgreSQL documentation, appendix A). */
public final class DatabaseFaults {
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01", "55P03");

    /** A unique value, an exclusion or a reference that somebody else's commit has got in the way of. */
    private static final Set<String> OVERTAKEN = Set.of("23505", "23P01", "23503");

    private DatabaseFaults() {}

    /** Whether the same statement may succeed when repeated at once: a deadlock or a serialisation failure. */
    public static boolean isLostRace(SQLException fault) {
        return LOST_RACES.contains(String.valueOf(fault.getSQLState()));
    }

    /**
     * Whether it will pass without anybody changing the request: the database is away, starting, stopping, full, or a
     * race was lost.
     */
    public static boolean isPassing(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (isAway(sql) || isLostRace(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException fault) {
        var state = fault.getSQLState();
        if (state == null) {
            // the connection pool reports a time-out or a closed pool without a state
            return fault instanceof SQLTransientConnectionException
                    || String.valueOf(fault.getMessage()).contains("timeout");
        }
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57") || state.startsWith("58");
    }

    static @Nullable Refusal refusal(SQLException fault) {
        if (isAway(fault)) {
            return Refusal.unavailable("database-away", "The database does not answer now. Try again shortly.", 5);
        }
        if (isLostRace(fault)) {
            return Refusal.unavailable("busy", "Too many changes at the same moment. Try again.", 1);
        }
        if (OVERTAKEN.contains(String.valueOf(fault.getSQLState()))) {
            return Refusal.conflict("overtaken", "Somebody else was quicker by a moment. Read it again and repeat.");
        }
        return null;
    }
}

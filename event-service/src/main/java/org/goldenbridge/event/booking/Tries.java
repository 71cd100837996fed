package org.goldenbridge.event.booking;

import java.sql.SQLException;
import org.goldenbridge.platform.problem.DatabaseFaults;

/** Work on the database that is tried again when it lost a race. */
final class Tries {
    private static final int MOST = 4;

    private Tries() {}

    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** A lost race is tried again a few times; what remains is told as a passing fault. */
    static <T> T withRetries(Work<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return work.run();
            } catch (SQLException e) {
                if (tried == MOST || !DatabaseFaults.isLostRace(e)) {
                    throw new DatabaseFault(e);
                }
            }
        }
    }

    /** Carries what the database said to where it is turned into an answer. */
    static final class DatabaseFault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DatabaseFault(SQLException cause) {
            super(cause);
        }
    }
}

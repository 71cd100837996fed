package org.goldenbridge.event.publicschedule;

import java.sql.SQLException;

/** The database could not be asked; told as any other fault of the database. */
class UnreadableSchedule extends RuntimeException {
    UnreadableSchedule(SQLException cause) {
        super(cause);
    }
}

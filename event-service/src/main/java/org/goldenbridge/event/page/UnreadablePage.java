package org.goldenbridge.event.page;

import java.sql.SQLException;

/** The database could not be asked; told as any other fault of the database. */
public class UnreadablePage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadablePage(SQLException cause) {
        super(cause);
    }
}

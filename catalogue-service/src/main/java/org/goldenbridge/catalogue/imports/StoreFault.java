package org.goldenbridge.catalogue.imports;

import java.sql.SQLException;

/** The database refused or failed; what its state says is read from the cause. */
final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFault(SQLException cause) {
        super(cause);
    }
}

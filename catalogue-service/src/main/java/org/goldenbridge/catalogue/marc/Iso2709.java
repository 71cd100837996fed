package org.goldenbridge.catalogue.marc;

/** The marks of ISO 2709, the exchange format of MARC records. */
public final class Iso2709 {
    static final char RECORD_TERMINATOR = 0x1D;
    static final char FIELD_TERMINATOR = 0x1E;
    static final char DELIMITER = 0x1F;
    static final int LEADER_LENGTH = 24;
    static final int ENTRY_LENGTH = 12;

    private Iso2709() {}
}

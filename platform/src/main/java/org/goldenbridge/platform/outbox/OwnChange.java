package org.goldenbridge.platform.outbox;

import jakarta.enterprise.context.RequestScoped;

/** The change number of what this request has written, where the statement that wrote it has said it already. */
@RequestScoped
public class OwnChange {
    private long number;

    /** Says it; the answer then carries it, and nobody asks the database again. */
    public void has(long changeNumber) {
        number = changeNumber;
    }

    /** The number; 0 when nobody has said it. */
    long number() {
        return number;
    }
}

package org.goldenbridge.platform.id;

import java.security.SecureRandom;
import java.util.UUID;

/** Identifiers that grow with time, so that indexes stay compact: UUID version 7 (RFC 9562, 5.7). */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new identifier. */
    public static UUID next() {
        long random = RANDOM.nextLong();
        long high = System.currentTimeMillis() << 16 | 0x7000 | (random & 0x0fff);
        long low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
        return new UUID(high, low);
    }
}

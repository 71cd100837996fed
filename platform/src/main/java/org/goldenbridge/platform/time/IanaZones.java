package org.goldenbridge.platform.time;

import java.time.ZoneId;

/** The time zones of the tz database (IANA), by their names: an offset alone would not know when the clocks change. */
public final class IanaZones {
    /** Names that Java has kept, and the tz database has not. */
    private static final String NOT_OF_IANA = "SystemV/";

    private IanaZones() {}

    /** Whether there is such a zone; Java takes more than that, such as {@code +01:00} and {@code UTC+1}. */
    public static boolean has(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) && !name.startsWith(NOT_OF_IANA);
    }
}

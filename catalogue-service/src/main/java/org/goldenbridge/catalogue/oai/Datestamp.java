package org.goldenbridge.catalogue.oai;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * A point in time as the protocol writes it (OAI-PMH 2.0, 3.3): a day or a second, always in UTC.
 *
 * @param first its first second
 * @param isDay whether it is a whole day
 */
record Datestamp(Instant first, boolean isDay) {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern SECOND = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");

    /**
     * Reads an argument.
     *
     * @throws ProtocolError badArgument when it is neither {@code YYYY-MM-DD} nor {@code YYYY-MM-DDThh:mm:ssZ}, or a day that
     *     there is not
     */
    static Datestamp read(String name, String text) {
        try {
            if (text.startsWith("0000")) {
                throw new DateTimeException("XML Schema knows no year 0, and the answer repeats the argument");
            }
            if (DAY.matcher(text).matches()) {
                return new Datestamp(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC), true);
            }
            if (SECOND.matcher(text).matches()) {
                var local = LocalDateTime.parse(text.substring(0, text.length() - 1));
                return new Datestamp(local.toInstant(ZoneOffset.UTC), false);
            }
        } catch (DateTimeException e) {
            throw illegal(name);
        }
        throw illegal(name);
    }

    private static ProtocolError illegal(String name) {
        return ProtocolError.badArgument(
                name + " must be a day (YYYY-MM-DD) or a second (YYYY-MM-DDThh:mm:ssZ) in UTC.");
    }

    /** Its last second. */
    Instant last() {
        return isDay ? first.plus(1, ChronoUnit.DAYS).minusSeconds(1) : first;
    }

    /** The second in which the instant lies, as every answer writes it. */
    static String of(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }
}

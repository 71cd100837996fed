package org.goldenbridge.catalogue.marc;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** When a work was published or made. */
final class Dates {
    private static final Pattern YEAR = Pattern.compile("(?<!\\p{Nd})(\\p{Nd}{4})(?!\\p{Nd})");
    private static final int LATEST = 2199;

    private Dates() {}

    /** The year of 008/07-10; where it has none, the first one that stands in 264 or 260 $c. */
    static Optional<Integer> year(MarcRecord record) {
        var coded = record.control("008")
                .filter(text -> text.length() >= 11)
                .map(text -> text.substring(7, 11))
                .flatMap(Dates::yearIn);
        return coded.or(() -> Stream.concat(record.fields("264"), record.fields("260"))
                .flatMap(field -> field.values('c'))
                .flatMap(text -> yearIn(text).stream())
                .findFirst());
    }

    private static Optional<Integer> yearIn(String text) {
        var years = YEAR.matcher(text);
        while (years.find()) {
            int year = years.group(1).chars().reduce(0, (number, digit) -> number * 10 + Character.digit(digit, 10));
            if (year > 0 && year <= LATEST) {
                return Optional.of(year);
            }
        }
        return Optional.empty();
    }
}

package org.goldenbridge.catalogue.marc;

import java.util.Optional;

/** ISBN (ISO 2108) and ISSN (ISO 3297) as records and people write them. */
public final class StandardNumber {
    private StandardNumber() {}

    /** The ISBN at the beginning of a text as 13 digits; none if its check digit is wrong. */
    public static Optional<String> isbn(String text) {
        var digits = leadingDigits(text);
        if (digits.length() == 10 && isIsbn10(digits)) {
            var thirteen = "978" + digits.substring(0, 9);
            return Optional.of(thirteen + checkDigit13(thirteen));
        }
        boolean isIsbn13 = digits.length() == 13
                && (digits.startsWith("978") || digits.startsWith("979"))
                && digits.indexOf('X') < 0
                && digits.charAt(12) == checkDigit13(digits);
        return isIsbn13 ? Optional.of(digits) : Optional.empty();
    }

    /** The ISSN at the beginning of a text, with its hyphen; none if its check digit is wrong. */
    public static Optional<String> issn(String text) {
        var digits = leadingDigits(text);
        if (digits.length() != 8 || (digits.indexOf('X') >= 0 && digits.indexOf('X') < 7)) {
            return Optional.empty();
        }
        int sum = 0;
        for (int at = 0; at < 7; at++) {
            sum += (8 - at) * (digits.charAt(at) - '0');
        }
        char check = "0X987654321".charAt(sum % 11);
        return digits.charAt(7) == check
                ? Optional.of(digits.substring(0, 4) + "-" + digits.substring(4))
                : Optional.empty();
    }

    /** The old form of an ISBN that has one. */
    static Optional<String> isbn10(String isbn13) {
        if (!isbn13.startsWith("978")) {
            return Optional.empty();
        }
        var nine = isbn13.substring(3, 12);
        int sum = 0;
        for (int at = 0; at < 9; at++) {
            sum += (10 - at) * (nine.charAt(at) - '0');
        }
        return Optional.of(nine + "0X987654321".charAt(sum % 11));
    }

    /** Digits and X up to the first character that no standard number has, hyphens and blanks between them left out. */
    private static String leadingDigits(String text) {
        var digits = new StringBuilder();
        boolean afterBlank = false;
        for (int at = 0; at < text.length() && digits.length() <= 13; at++) {
            char character = text.charAt(at);
            if (character >= '0' && character <= '9') {
                digits.append(character);
            } else if ((character == 'X' || character == 'x') && !afterBlank) {
                digits.append('X');
            } else if (character != '-' && character != ' ' && character != '\u2010' && character != '\u2011') {
                break;
            }
            afterBlank = character == ' ';
        }
        return digits.toString();
    }

    private static boolean isIsbn10(String digits) {
        if (digits.indexOf('X') >= 0 && digits.indexOf('X') < 9) {
            return false;
        }
        return isbn10("978" + digits.substring(0, 9) + "0")
                .filter(digits::equals)
                .isPresent();
    }

    private static char checkDigit13(String digits) {
        int sum = 0;
        for (int at = 0; at < 12; at++) {
            sum += (at % 2 == 0 ? 1 : 3) * (digits.charAt(at) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}

package org.goldenbridge.catalogue.worksheet;

import java.util.regex.Pattern;

/** Check digits of ISBN (ISO 2108) and ISSN (ISO 3297). */
final class StandardNumbers {
    /** Older records put a qualifier behind the number: {@code 9780141182605 (pbk.)}. */
    private static final Pattern QUALIFIER = Pattern.compile("\\s*[(:].*$");

    private static final Pattern ISBN_10 = Pattern.compile("[0-9]{9}[0-9X]");
    private static final Pattern ISBN_13 = Pattern.compile("97[89][0-9]{10}");
    private static final Pattern ISSN = Pattern.compile("[0-9]{4}-[0-9]{3}[0-9X]");

    private StandardNumbers() {}

    static boolean isIsbn(String text) {
        var digits = QUALIFIER.matcher(text.strip()).replaceFirst("").replaceAll("[- ]", "");
        if (ISBN_13.matcher(digits).matches()) {
            int sum = 0;
            for (int at = 0; at < 13; at++) {
                sum += (at % 2 == 0 ? 1 : 3) * (digits.charAt(at) - '0');
            }
            return sum % 10 == 0;
        }
        return ISBN_10.matcher(digits).matches() && weighted(digits) % 11 == 0;
    }

    static boolean isIssn(String text) {
        return ISSN.matcher(text.strip()).matches() && weighted(text.strip().replace("-", "")) % 11 == 0;
    }

    /** The last digit counts once, the one before it twice, and so on; X is ten. */
    private static int weighted(String digits) {
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(at) == 'X' ? 10 : digits.charAt(at) - '0';
            sum += (digits.length() - at) * digit;
        }
        return sum;
    }
}

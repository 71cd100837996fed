package org.goldenbridge.event.programme;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The currencies of ISO 4217 that people pay with in some country now: no unknown code, no withdrawn one (DEM), and none of
 * metals, funds and tests (XAU, CHE, XTS, XXX).
 */
public final class Money {
    private static final Set<String> PAID_WITH = Arrays.stream(Locale.getISOCountries())
            .map(country -> Currency.getInstance(new Locale("", country)))
            .filter(Objects::nonNull) // Antarctica has none
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Money() {}

    /** Whether people pay with the currency of that code. */
    public static boolean isPaidWith(String code) {
        return PAID_WITH.contains(code);
    }
}

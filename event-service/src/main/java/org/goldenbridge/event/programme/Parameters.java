package org.goldenbridge.event.programme;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.time.CalendarDay;
import org.jspecify.annotations.Nullable;

/** Reads what a query parameter means, or says what is wrong with it. */
public final class Parameters {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Parameters() {}

    /**
     * An id.
     *
     * @throws Refusal 400 when it is none
     */
    public static UUID id(String text, String name) {
        if (!ID.matcher(text).matches()) {
            throw invalid(name, "must be an id such as 018f6f6e-0000-7000-8000-000000000001");
        }
        return UUID.fromString(text);
    }

    /** A local day; null when the parameter is not there. */
    static @Nullable LocalDate day(@Nullable String text, String name) {
        if (text == null) {
            return null;
        }
        try {
            return CalendarDay.parse(text);
        } catch (DateTimeException e) {
            throw invalid(name, "must be a local day such as 2026-12-01, 2000 to 2100");
        }
    }

    private static Refusal invalid(String name, String detail) {
        return Refusal.badRequest("invalid-request", "?" + name + " " + detail + ".")
                .at("?" + name, detail);
    }
}

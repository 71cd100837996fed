package org.goldenbridge.event.desk;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a form in which places are kept, and what was said to it.
 *
 * @param said in words; null for nothing
 * @param detail of a no for which there are no words in the reader's language, in English
 */
public record Keeping(
        String places,
        String minutes,
        String partner,
        String until,
        String note,
        String key,
        @Nullable String said,
        @Nullable String detail,
        boolean isRefusal) {
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    /** A form that nobody has filled in yet; a partner gives back on the day before, if nothing else is said. */
    static Keeping empty(ZonedDateTime start, ZonedDateTime now) {
        var dayBefore = start.minusDays(1);
        return new Keeping(
                "1",
                "15",
                "",
                TYPED.format(dayBefore.isAfter(now) ? dayBefore : start),
                "",
                Ids.next().toString(),
                null,
                null,
                false);
    }

    Keeping said(String words) {
        return new Keeping(places, minutes, partner, until, note, key, words, null, false);
    }

    Keeping refused(Refusal refusal, Reader reader) {
        var no = Refusals.words(refusal, reader);
        return new Keeping(
                places,
                minutes,
                partner,
                until,
                note,
                key.isEmpty() ? Ids.next().toString() : key,
                no.words(),
                no.detail(),
                true);
    }
}

package org.goldenbridge.event.page;

import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;
import org.goldenbridge.event.programme.Price;

/** Days, times, prices and names of languages, as they are written in a language (CLDR). */
public final class LocalTimes {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final PageLanguage language;
    private final Phrases words;

    public LocalTimes(PageLanguage language) {
        this.language = language;
        this.words = Phrases.in(language);
    }

    /** Saturday 5 December. */
    public String day(LocalDate day) {
        return format("format.day", day);
    }

    /** Saturday 5 December 2026. */
    public String dayOfYear(LocalDate day) {
        return format("format.dayOfYear", day);
    }

    /** 5 December. */
    public String shortDay(LocalDate day) {
        return format("format.shortDay", day);
    }

    /** A day, or the span of days, with its year; what is the same at both ends is said once. */
    public String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return format("format.shortDayOfYear", first);
        }
        if (first.getYear() != last.getYear()) {
            return format("format.shortDayOfYear", first) + " – " + format("format.shortDayOfYear", last);
        }
        var within = first.getMonth() == last.getMonth() ? "format.inMonth." : "format.inYear.";
        return format(within + "first", first) + " – " + format(within + "last", last);
    }

    /** Sat; in Arabic a letter, for its short names are whole words. */
    public String weekday(DayOfWeek day) {
        var style = language == PageLanguage.AR ? TextStyle.NARROW_STANDALONE : TextStyle.SHORT_STANDALONE;
        return day.getDisplayName(style, language.locale());
    }

    /** 19:00. */
    public String clock(ZonedDateTime time) {
        return CLOCK.format(time);
    }

    /** What a place costs, without cents where there are none. */
    public String price(Price price) {
        var format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(Currency.getInstance(price.currency()));
        if (price.amount().stripTrailingZeros().scale() <= 0) {
            format.setMaximumFractionDigits(0);
        }
        return format.format(price.amount());
    }

    /** The name of a language in which something is held or written; of spoken Chinese there is no script to tell. */
    public String languageName(String tag) {
        var locale = Locale.forLanguageTag(tag);
        return locale.getDisplayLanguage(language.locale());
    }

    /** The name of a language with its script, where that tells it from another. */
    public String scriptName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(language.locale());
    }

    /** The city of a time zone, as those call it who write its name: Asia/Almaty is Almaty. */
    public static String zoneCity(ZoneId zone) {
        var name = zone.getId();
        return name.substring(name.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private String format(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(words.say(pattern), language.locale())
                .format(day);
    }
}

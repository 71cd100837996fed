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
import java.util.regex.Pattern;
import org.goldenbridge.event.programme.Money;
import org.goldenbridge.event.programme.Price;

/** Days, times, prices and names of languages, as they are written in a language (CLDR). */
public final class LocalTimes {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** The first of a month is "1er" in French, and every other day a plain number. */
    private static final Pattern FRENCH_DAY = Pattern.compile("\\bd\\b");

    private final PageLanguage language;
    private final Phrases words;

    public LocalTimes(PageLanguage language) {
        this.language = language;
        this.words = Phrases.in(language);
    }

    /** Saturday 5 December, and the year where it is not the current one. */
    public String day(LocalDate day, LocalDate today) {
        return format(isOfYear(day, today) ? "format.day" : "format.dayOfYear", day);
    }

    /** Saturday 5 December 2026. */
    public String dayOfYear(LocalDate day) {
        return format("format.dayOfYear", day);
    }

    /** 5 December, and the year where it is not the current one. */
    public String shortDay(LocalDate day, LocalDate today) {
        return format(isOfYear(day, today) ? "format.shortDay" : "format.shortDayOfYear", day);
    }

    /** 5 December 2026. */
    public String shortDayOfYear(LocalDate day) {
        return format("format.shortDayOfYear", day);
    }

    private static boolean isOfYear(LocalDate day, LocalDate today) {
        return day.getYear() == today.getYear();
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

    /** 19:00–21:00; what ends at midnight ends at 24:00 (ISO 8601-1, 5.3.1.2). */
    public String hours(TimeSpan span) {
        return clock(span.start()) + "–" + ends(span);
    }

    /** 21:00, or 24:00 at the end of a day. */
    public String ends(TimeSpan span) {
        return span.endsAtMidnight() ? "24:00" : clock(span.end());
    }

    /** Saturday 5 December, 19:00. */
    public String begins(TimeSpan span, LocalDate today) {
        return words.say("dayAndTime", day(span.firstDay(), today), clock(span.start()));
    }

    /** Sunday 6 December, 18:00. */
    public String finishes(TimeSpan span, LocalDate today) {
        return words.say("dayAndTime", day(span.lastDay(), today), ends(span));
    }

    /** Saturday 5 December 19:00–21:00; with both days where it is over days. */
    public String when(TimeSpan span, LocalDate today) {
        return span.isOverDays()
                ? begins(span, today) + " – " + finishes(span, today)
                : day(span.firstDay(), today) + " " + hours(span);
    }

    /** The same, always with the year. */
    public String whenOfYear(TimeSpan span) {
        var first = dayOfYear(span.firstDay());
        return span.isOverDays()
                ? words.say("dayAndTime", first, clock(span.start())) + " – "
                        + words.say("dayAndTime", dayOfYear(span.lastDay()), ends(span))
                : first + " " + hours(span);
    }

    /** Until 9 October, 18:00; of a night until 02:00. */
    public String until(TimeSpan span, LocalDate today) {
        return span.isOverDays()
                ? words.say("untilDay", words.say("dayAndTime", shortDay(span.lastDay(), today), ends(span)))
                : words.say("untilTime", ends(span));
    }

    /**
     * What a place costs, without cents where there are none. What is in the database may be older than the rule of what a
     * currency is: then its code is shown.
     */
    public String price(Price price) {
        if (price.costsNothing()) {
            return words.say("free");
        }
        if (!Money.isPaidWith(price.currency())) {
            return price.amount().stripTrailingZeros().toPlainString() + " " + price.currency();
        }
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

    private String format(String key, LocalDate day) {
        var pattern = words.say(key);
        return DateTimeFormatter.ofPattern(
                        language == PageLanguage.FR && day.getDayOfMonth() == 1
                                ? FRENCH_DAY.matcher(pattern).replaceFirst("d'er'")
                                : pattern,
                        language.locale())
                .format(day);
    }
}

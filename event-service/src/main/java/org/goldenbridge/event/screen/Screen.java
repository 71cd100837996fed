package org.goldenbridge.event.screen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.goldenbridge.event.page.PageLanguage;
import org.goldenbridge.event.page.Phrases;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.TimeSpan;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a wall screen goes on with until it hears from us again: instants instead of "now" and "next", so that it finds by its own
 * clock what to show. No name of a visitor is on it.
 *
 * @param base where its styles and scripts are now; a screen that hangs there for months begins anew when this changes
 * @param zone of its clock
 */
record Screen(String base, ZoneId zone, List<Side> languages, List<Shown> entries) {
    /** Some days of a full house: as long as a network can be away. */
    static final int MOST = 100;

    /**
     * What the screen itself says in a language.
     *
     * @param where the house or the room in which it hangs
     */
    record Side(
            String tag,
            String direction,
            String where,
            String now,
            String next,
            String today,
            String soon,
            String nothing,
            String unknown,
            String cancelled,
            String old) {
        static Side of(PageLanguage language, LocalizedText where) {
            var words = Phrases.in(language);
            return new Side(
                    language.tag(),
                    language.direction(),
                    Reader.in(language).read(where).text(),
                    words.say("screen.now"),
                    words.say("screen.next"),
                    words.say("screen.today"),
                    words.say("screen.soon"),
                    words.say("screen.nothing"),
                    words.say("screen.unknown"),
                    words.say("cancelled"),
                    words.say("screen.old"));
        }
    }

    /**
     * A session.
     *
     * @param day on which it begins there, as 2026-12-01
     * @param image the address of its picture
     * @param texts what is said of it in each language of the screen
     */
    record Shown(
            Instant startsAt,
            Instant endsAt,
            String day,
            String starts,
            String ends,
            String sign,
            boolean cancelled,
            @Nullable String image,
            List<Said> texts) {}

    /**
     * What is said of a session in one language.
     *
     * @param until when it ends, where it is over days
     * @param alt what is to be seen on its picture
     */
    record Said(
            String title,
            @Nullable String lang,
            String kind,
            @Nullable String place,
            String day,
            @Nullable String until,
            @Nullable String alt) {}

    static Screen of(
            String base,
            ZoneId zone,
            LocalizedText where,
            List<PageLanguage> languages,
            List<ScheduleEntry> entries,
            LocalDate today) {
        return new Screen(
                base,
                zone,
                languages.stream().map(language -> Side.of(language, where)).toList(),
                entries.stream().map(entry -> shown(entry, languages, today)).toList());
    }

    private static Shown shown(ScheduleEntry entry, List<PageLanguage> languages, LocalDate today) {
        var times = Reader.in(PageLanguage.STANDARD).times();
        var image = entry.image();
        var span = new TimeSpan(entry.localStart(), entry.localEnd());
        return new Shown(
                entry.startsAt(),
                entry.endsAt(),
                entry.localStart().toLocalDate().toString(),
                times.clock(entry.localStart()),
                times.ends(span),
                Words.of(entry.kind()),
                entry.cancelled(),
                image == null ? null : "/v1/images/" + image.id() + "?width=480",
                languages.stream()
                        .map(language -> said(entry, span, language, today))
                        .toList());
    }

    private static Said said(ScheduleEntry entry, TimeSpan span, PageLanguage language, LocalDate today) {
        var reader = Reader.in(language);
        var title = reader.read(entry.title());
        var alt =
                entry.image() == null ? null : reader.readNullable(entry.image().alt());
        var venue = entry.venue();
        var space = entry.space();
        var place = venue != null
                ? reader.read(venue.name()).text()
                : space != null
                        ? reader.read(space.name()).text()
                        : entry.online() != null ? reader.words().say("online") : null;
        return new Said(
                title.text(),
                title.lang(),
                reader.words().word("kind", entry.kind()),
                place,
                reader.times().day(span.firstDay(), today),
                span.isOverDays() ? reader.times().until(span, today) : null,
                alt == null ? null : alt.text());
    }
}

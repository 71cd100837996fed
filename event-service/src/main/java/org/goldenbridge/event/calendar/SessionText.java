package org.goldenbridge.event.calendar;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.event.page.LocalTimes;
import org.goldenbridge.event.page.PageLanguage;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** What a calendar says of a session in words. */
final class SessionText {
    /** Of the description, in characters: a calendar is a list of times, and the page has the rest. */
    private static final int MOST = 500;

    private final ScheduleEntry session;
    private final CalendarWords words;
    private final ReaderLanguage reader;

    SessionText(ScheduleEntry session, CalendarWords words, ReaderLanguage reader) {
        this.session = session;
        this.words = words;
        this.reader = reader;
    }

    /** The title. That it is cancelled stands before it, for some calendars do not show the status. */
    Phrase summary() {
        var title = read(session.title());
        return session.cancelled() ? Phrase.joined(": ", List.of(words.say("cancelled", reader), title)) : title;
    }

    /** Why it is cancelled, what it is, for whom, in which languages, with whom, for how much. */
    Phrase description() {
        var lines = new ArrayList<Phrase>();
        if (session.cancelReason() != null) {
            lines.add(Phrase.joined(
                    ": ",
                    List.of(
                            words.say("cancelled", reader),
                            read(session.cancelReason()).shortened(MOST))));
        }
        if (session.movedFrom() != null) {
            lines.add(movedFrom(session.movedFrom()));
        }
        if (session.description() != null) {
            lines.add(read(session.description()).shortened(MOST));
        }
        lines.add(audience());
        if (!session.languages().isEmpty()) {
            lines.add(words.say("languages", languages(), reader));
        }
        if (!session.teachers().isEmpty()) {
            lines.add(words.say("with", String.join(", ", session.teachers()), reader));
        }
        lines.add(price(session.price()));
        return Phrase.joined("\n", lines);
    }

    /** Where it is: the space and the centre, the venue, or where to join. */
    Phrase location() {
        var venue = session.venue();
        if (session.online() != null) {
            var link = session.online().link();
            return link == null ? words.say("online", reader) : new Phrase(link, null);
        }
        var parts = venue != null
                ? Stream.of(venue.name(), venue.address(), venue.city())
                : Stream.of(
                        session.space() == null ? null : session.space().name(),
                        session.centre().name(),
                        session.centre().address(),
                        session.centre().city());
        return Phrase.joined(
                ", ", parts.filter(Objects::nonNull).map(this::read).distinct().toList());
    }

    Phrase category() {
        return words.say(session.kind(), reader);
    }

    private Phrase read(LocalizedText text) {
        return Phrase.of(text, reader);
    }

    private Phrase audience() {
        var whom = new StringBuilder(words.say(session.audience(), reader).text());
        var youngest = session.minimumAge();
        var oldest = session.maximumAge();
        if (oldest != null) {
            whom.append(", ")
                    .append(youngest == null ? 0 : youngest)
                    .append('–')
                    .append(oldest);
        } else if (youngest != null) {
            whom.append(", ").append(youngest).append('+');
        }
        if (session.level() != null) {
            whom.append(", ").append(words.say(session.level(), reader).text());
        }
        return words.say("for", whom.toString(), reader);
    }

    /** The languages it is held in, as the reader calls them; scripts do not matter to who listens. */
    private String languages() {
        var locale = Locale.forLanguageTag(
                Objects.requireNonNull(words.say("languages", reader).language()));
        return session.languages().stream()
                .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(locale))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The day and hour that it was to begin before. */
    private Phrase movedFrom(ZonedDateTime start) {
        var locale = Locale.forLanguageTag(
                Objects.requireNonNull(words.say("moved", reader).language()));
        return words.say(
                "moved",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(start),
                reader);
    }

    private Phrase price(@Nullable Price price) {
        if (price == null || price.costsNothing()) {
            return words.say("free", reader);
        }
        var phrase = session.isBookedAsCourse() ? "price-of-course" : "price";
        var language = PageLanguage.closestTo(
                Objects.requireNonNull(words.say(phrase, reader).language()));
        return words.say(phrase, new LocalTimes(language).price(price), reader);
    }
}

package org.goldenbridge.event.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the line of a session: what it belongs to, what it costs, for whom it is, and whose its places are.
 *
 * @param day its date, for the board
 * @param price in words: what a place costs, and beside it what the whole course costs
 * @param ages for which it is, in words; null for all
 * @param places whose they are, in words, one part for each
 * @param proposed the name of the language of somebody new of whom nothing is typed yet
 * @param pass what the button says that books past a group that waits; null where nobody may be passed
 * @param toTell how many people are still to be told of a change, in words; null when none
 */
public record SessionHead(
        LocalDate day,
        UUID event,
        @Nullable UUID programme,
        Reader.@Nullable Text programmeTitle,
        @Nullable UUID series,
        @Nullable UUID course,
        String price,
        @Nullable String ages,
        String languages,
        String teachers,
        List<String> places,
        boolean asksAges,
        String proposed,
        @Nullable String pass,
        @Nullable String toTell) {

    static SessionHead of(Slot slot, SessionFacts facts, int toTell, Reader reader) {
        var words = reader.words();
        var times = reader.times();
        return new SessionHead(
                slot.day(),
                facts.event(),
                facts.programme(),
                reader.readNullable(facts.programmeTitle()),
                facts.series(),
                facts.course(),
                price(facts, reader),
                ages(facts, reader),
                String.join(
                        words.say("and"),
                        facts.languages().stream().map(times::languageName).toList()),
                String.join(words.say("and"), facts.teachers()),
                places(facts.counts(), reader),
                facts.asksAges(),
                times.languageName(ProposedLanguage.of("", facts.country())),
                facts.counts().pass() == 0
                        ? null
                        : words.say("deskPass." + facts.counts().pass()),
                toTell == 0 ? null : words.count("deskToTell", toTell));
    }

    private static String price(SessionFacts facts, Reader reader) {
        var words = reader.words();
        var times = reader.times();
        var price = facts.price();
        var single = price == null ? words.say("free") : times.price(price);
        if (facts.course() == null) {
            return single;
        }
        var course = facts.coursePrice();
        var whole = words.say("deskCoursePrice", course == null ? words.say("free") : times.price(course));
        return facts.dropIn() ? whole + words.say("and") + words.say("deskLessonAlone", single) : whole;
    }

    private static @Nullable String ages(SessionFacts facts, Reader reader) {
        var from = facts.minimumAge();
        var to = facts.maximumAge();
        if (from == null && to == null) {
            return null;
        }
        return from == null
                ? reader.words().say("agesTo", String.valueOf(to))
                : to == null
                        ? reader.words().say("agesFrom", String.valueOf(from))
                        : reader.words().say("agesBetween", String.valueOf(from), String.valueOf(to));
    }

    private static List<String> places(SessionFacts.Counts counts, Reader reader) {
        var words = reader.words();
        var parts = new ArrayList<String>();
        parts.add(words.say("deskCount.booked", String.valueOf(counts.booked())));
        if (counts.partners() > 0) {
            parts.add(words.say("deskCount.partners", String.valueOf(counts.partners())));
        }
        if (counts.held() > 0) {
            parts.add(words.say("deskCount.held", String.valueOf(counts.held())));
        }
        parts.add(words.say("deskCount.offered", String.valueOf(counts.offered())));
        parts.add(words.say("deskCount.free", String.valueOf(counts.free())));
        parts.add(words.say(
                "deskCount.waiting", String.valueOf(counts.waitingPlaces()), String.valueOf(counts.waiting())));
        return parts;
    }
}

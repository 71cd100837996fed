package org.goldenbridge.event.publicschedule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer depends on.
 *
 * @param question which sessions belong to it, with its beginning closed
 * @param after the place behind which it begins; null for the beginning
 * @param seen the sessions it was made of, and one more where more follow
 * @param isWhole whether no more follow
 * @param places how it says what places are left
 * @param counted those of {@code seen} of which it says that
 * @param blanks the parts that say it, where they can be written anew by themselves; null where the whole is
 * @param until from then on it is another, though nothing has changed; for instance the first session has ended
 * @param mayBeASecondOld whether it is given out for a second whatever changes, but to who has written something
 */
public record Ground(
        ScheduleQuestion question,
        ScheduleReader.@Nullable Place after,
        List<ScheduleEntry> seen,
        boolean isWhole,
        Places places,
        List<ScheduleEntry> counted,
        @Nullable Blanks blanks,
        Instant until,
        boolean mayBeASecondOld) {

    /** Of so few places a page says how many are left. */
    public static final int COUNTED_UP_TO = 5;

    Ground(
            ScheduleQuestion question,
            ScheduleReader.@Nullable Place after,
            List<ScheduleEntry> seen,
            boolean isWhole,
            Places places,
            List<ScheduleEntry> counted,
            Instant until) {
        this(question, after, seen, isWhole, places, counted, null, until, false);
    }

    /** How an answer says what places are left. */
    public enum Places {
        /** Not at all. */
        UNSAID,

        /** As the field {@code places} of each item: another word is written where the old one stands. */
        AS_WORDS,

        /** In sentences, with a number where they are very few: it is written anew, or what it says of them is. */
        IN_SENTENCES,

        /** As a number: it is written anew. */
        AS_NUMBERS
    }

    /** All that belongs to a question, without saying how many places are left. */
    public static Ground withoutPlaces(ScheduleQuestion question, List<ScheduleEntry> seen, Instant until) {
        return new Ground(question, null, seen, true, Places.UNSAID, List.of(), until);
    }

    /** A page about all that belongs to a question, which says of some how many places are left. */
    public static Ground ofPage(
            ScheduleQuestion question, List<ScheduleEntry> seen, List<ScheduleEntry> counted, Instant until) {
        return new Ground(question, null, seen, true, Places.IN_SENTENCES, counted, until);
    }

    /** The same of a page in which what it says of places can be written anew. */
    public Ground with(Blanks parts) {
        return new Ground(question, after, seen, isWhole, places, counted, parts, until, mayBeASecondOld);
    }

    /** What has changed at these centres: with each change there it is another. */
    static Ground ofChanges(List<String> centres, List<ScheduleEntry> seen, Instant until) {
        var question = ScheduleQuestion.everything().at(centres).withPlacesLeft();
        return new Ground(question, null, seen, true, Places.AS_NUMBERS, List.of(), null, until, true);
    }

    /** The same, of an answer that ends with the last that was seen. */
    public Ground endingThere() {
        return new Ground(question, after, seen, false, places, counted, blanks, until, mayBeASecondOld);
    }

    Ground until(Instant earlier) {
        return new Ground(question, after, seen, isWhole, places, counted, blanks, earlier, mayBeASecondOld);
    }
}

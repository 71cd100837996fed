package org.goldenbridge.event.publicschedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.programme.Audience;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Level;
import org.goldenbridge.event.schedule.Bound;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the public schedule is asked for: sessions that fit every filter that is not empty. A session belongs to it when
 * any of its time lies between {@code from} and {@code to}.
 *
 * @param age how old who comes is, in years
 * @param heldIn languages (BCP 47) of which it is held in at least one
 * @param free only where places are left and nobody waits
 * @param programme only of events under this programme or its parts
 * @param words each of which its title, description, centre, city, space, venue, teachers or programme must hold
 * @param costsNothing only what costs nothing, as it is booked
 * @param weekend only what begins on a Saturday or a Sunday of its place
 */
public record ScheduleQuestion(
        List<String> centres,
        List<UUID> spaces,
        @Nullable Bound from,
        @Nullable Bound to,
        List<EventKind> kinds,
        List<Audience> audiences,
        @Nullable Integer age,
        List<Level> levels,
        List<String> heldIn,
        boolean free,
        @Nullable UUID programme,
        @Nullable UUID event,
        @Nullable UUID course,
        List<String> words,
        boolean costsNothing,
        boolean weekend) {

    /** Without the filters that are seldom asked for. */
    public ScheduleQuestion(
            List<String> centres,
            List<UUID> spaces,
            @Nullable Bound from,
            @Nullable Bound to,
            List<EventKind> kinds,
            List<Audience> audiences,
            @Nullable Integer age,
            List<Level> levels,
            List<String> heldIn,
            boolean free,
            @Nullable UUID programme,
            @Nullable UUID event,
            @Nullable UUID course,
            List<String> words) {
        this(
                centres, spaces, from, to, kinds, audiences, age, levels, heldIn, free, programme, event, course, words,
                false, false);
    }

    /** All of the network that has not ended. */
    public static ScheduleQuestion everything() {
        return new ScheduleQuestion(
                List.of(), List.of(), null, null, List.of(), List.of(), null, List.of(), List.of(), false, null, null,
                null, List.of());
    }

    /** The same, of these centres. */
    public ScheduleQuestion at(List<String> these) {
        return new ScheduleQuestion(
                these,
                spaces,
                from,
                to,
                kinds,
                audiences,
                age,
                levels,
                heldIn,
                free,
                programme,
                event,
                course,
                words,
                costsNothing,
                weekend);
    }

    /** The same, in these spaces. */
    public ScheduleQuestion in(List<UUID> these) {
        return new ScheduleQuestion(
                centres,
                these,
                from,
                to,
                kinds,
                audiences,
                age,
                levels,
                heldIn,
                free,
                programme,
                event,
                course,
                words,
                costsNothing,
                weekend);
    }

    /** The same, in this time; null for an end that is open, where an open beginning is now. */
    public ScheduleQuestion between(@Nullable Bound beginning, @Nullable Bound end) {
        return new ScheduleQuestion(
                centres,
                spaces,
                beginning,
                end,
                kinds,
                audiences,
                age,
                levels,
                heldIn,
                free,
                programme,
                event,
                course,
                words,
                costsNothing,
                weekend);
    }

    /** The same, of this event. */
    public ScheduleQuestion of(UUID wanted) {
        return new ScheduleQuestion(
                centres,
                spaces,
                from,
                to,
                kinds,
                audiences,
                age,
                levels,
                heldIn,
                free,
                programme,
                wanted,
                course,
                words,
                costsNothing,
                weekend);
    }

    /** The same, only where places are left. */
    public ScheduleQuestion withPlacesLeft() {
        return new ScheduleQuestion(
                centres,
                spaces,
                from,
                to,
                kinds,
                audiences,
                age,
                levels,
                heldIn,
                true,
                programme,
                event,
                course,
                words,
                costsNothing,
                weekend);
    }

    /** The same, only what costs nothing or only what begins at the weekend. */
    public ScheduleQuestion only(boolean whatCostsNothing, boolean atTheWeekend) {
        return new ScheduleQuestion(
                centres,
                spaces,
                from,
                to,
                kinds,
                audiences,
                age,
                levels,
                heldIn,
                free,
                programme,
                event,
                course,
                words,
                whatCostsNothing,
                atTheWeekend);
    }

    /** The question with its open beginning closed. */
    public ScheduleQuestion asOf(Instant now) {
        return from != null ? this : between(new Bound(null, now), to);
    }
}

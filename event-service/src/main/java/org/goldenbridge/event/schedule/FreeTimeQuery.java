package org.goldenbridge.event.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.event.resource.Teacher;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * When and where something could be held.
 *
 * @param within from when to when it may begin and end
 * @param length how long it lasts
 * @param spaces where it could be
 * @param teacher who would have to be free
 * @param equipment what would have to be free
 */
record FreeTimeQuery(
        Centre centre,
        Interval within,
        Duration length,
        List<Space> spaces,
        @Nullable UUID teacher,
        List<EquipmentNeed> equipment) {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration WITHOUT_END = Duration.ofDays(7);
    private static final int MOST_STOCKS = 10;
    private static final Pattern STOCK = Pattern.compile("([0-9a-fA-F-]{36}):([0-9]{1,6})");

    /** The teacher as a cell; none when it does not matter who teaches. */
    UUID[] teachers() {
        return teacher == null ? new UUID[0] : new UUID[] {teacher};
    }

    /**
     * What a client asks.
     *
     * @param from a local day of the centre or an instant; what is over is left out
     * @param to a local day, included, or an instant; without it, seven days
     * @throws Refusal 400 for a window that is empty, over or longer than 31 days
     */
    static FreeTimeQuery of(
            Centre centre,
            @Nullable String from,
            @Nullable String to,
            int minutes,
            int people,
            @Nullable String space,
            @Nullable String equipment,
            @Nullable String teacher,
            Instant now) {
        var asked = ScheduleQuery.of(List.of(centre.id()), List.of(), null, from, to);
        wholeSeconds(asked.from(), "from");
        wholeSeconds(asked.to(), "to");
        var begin = asked.from() == null ? now : asked.from().beginning(centre.zone());
        var end = asked.to() == null ? begin.plus(WITHOUT_END) : asked.to().ending(centre.zone());
        if (Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw invalid("to", "must be at most 31 days after from");
        }
        if (!end.isAfter(begin) || !end.isAfter(now)) {
            throw invalid("to", "must be after from, and still to come");
        }
        return new FreeTimeQuery(
                centre,
                new Interval(begin.isBefore(now) ? now : begin, end),
                Duration.ofMinutes(minutes),
                spaces(centre, space, people),
                teacher(centre, teacher),
                equipment(centre, equipment));
    }

    private static void wholeSeconds(@Nullable Bound bound, String parameter) {
        var instant = bound == null ? null : bound.instant();
        if (instant != null && !instant.equals(instant.truncatedTo(ChronoUnit.SECONDS))) {
            throw invalid(parameter, "must be a time in whole seconds");
        }
    }

    private static List<Space> spaces(Centre centre, @Nullable String space, int people) {
        if (space == null) {
            return Space.fitting(centre.id(), people);
        }
        var one = new Place(identifier(space, "space"), null, null).space(centre);
        return one == null || one.capacity() < people ? List.of() : List.of(one);
    }

    private static @Nullable UUID teacher(Centre centre, @Nullable String teacher) {
        return teacher == null
                ? null
                : Teacher.toPlanWith(List.of(identifier(teacher, "teacher")), centre)
                        .get(0)
                        .id();
    }

    private static List<EquipmentNeed> equipment(Centre centre, @Nullable String equipment) {
        if (equipment == null) {
            return List.of();
        }
        var parts = equipment.split(",", MOST_STOCKS + 1);
        if (parts.length > MOST_STOCKS) {
            throw invalid("equipment", "must name at most " + MOST_STOCKS + " stocks");
        }
        var needs = Arrays.stream(parts).map(FreeTimeQuery::stock).toList();
        return EquipmentNeeds.asked(needs, centre).all();
    }

    private static EquipmentNeed stock(String text) {
        var stock = STOCK.matcher(text);
        if (!stock.matches() || Integer.parseInt(stock.group(2)) == 0) {
            throw invalid("equipment", "must be the id of a stock and how many of it, such as <id>:12");
        }
        return new EquipmentNeed(identifier(stock.group(1), "equipment"), Integer.parseInt(stock.group(2)), null);
    }

    private static UUID identifier(String text, String parameter) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw invalid(parameter, "must be an identifier (UUID)");
        }
    }

    private static Refusal invalid(String parameter, String detail) {
        return Refusal.badRequest("invalid-request", "?" + parameter + " " + detail + ".")
                .at("?" + parameter, detail);
    }
}

package org.goldenbridge.event.whatson;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.goldenbridge.event.programme.Audience;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Level;
import org.goldenbridge.event.publicschedule.ScheduleQuestion;
import org.goldenbridge.platform.text.Languages;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor chose to see, as the address says it: {@code centre}, {@code view}, {@code day}, {@code week}, {@code kind},
 * {@code audience}, {@code heldIn}, {@code level}, {@code space}, {@code programme}, {@code age}, {@code placesLeft}, {@code costsNothing},
 * {@code weekend}, {@code q}, {@code lang}; {@code language} and {@code free} are what heldIn and placesLeft were called before. People type addresses, and old ones are still about:
 * what cannot be understood is left out, and the page says so.
 *
 * @param chosen what is chosen, by the name of the parameter, in the order in which addresses name them
 * @param leftOut whether something was not understood
 */
record Asked(Map<String, SortedSet<String>> chosen, boolean leftOut) {
    static final String CENTRE = "centre";
    static final String KIND = "kind";
    static final String AUDIENCE = "audience";
    static final String HELD_IN = "heldIn";
    static final String LEVEL = "level";
    static final String SPACE = "space";
    static final String PROGRAMME = "programme";
    static final String AGE = "age";
    static final String PLACES_LEFT = "placesLeft";
    static final String COSTS_NOTHING = "costsNothing";
    static final String WEEKEND = "weekend";
    static final String TEXT = "q";
    static final String LANG = "lang";
    static final String PAGE = "page";
    private static final List<String> FILTERS =
            List.of(KIND, AUDIENCE, HELD_IN, LEVEL, SPACE, PROGRAMME, AGE, PLACES_LEFT, COSTS_NOTHING, WEEKEND, TEXT);
    private static final List<String> SEVERAL = List.of(KIND, AUDIENCE, HELD_IN, LEVEL, SPACE);

    /** What parameters were called before, in addresses that are still about. */
    private static final Map<String, String> EARLIER = Map.of(HELD_IN, "language", PLACES_LEFT, "free");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern YEARS = Pattern.compile("[1-9]?[0-9]|1[01][0-9]|120");
    private static final int LONGEST_TEXT = 100;
    private static final int MOST_WORDS = 8;

    /** What the parameters say; {@code centres} are those that there are. */
    static Asked of(MultivaluedMap<String, String> parameters, Set<String> centres) {
        Map<String, Predicate<String>> known = new LinkedHashMap<>();
        known.put(CENTRE, centres::contains);
        known.put("view", Set.of("day", "week")::contains);
        known.put("day", text -> parsed(text, DateTimeFormatter.ISO_LOCAL_DATE) != null);
        known.put("week", text -> monday(text) != null);
        known.put(KIND, words(EventKind.class)::contains);
        known.put(AUDIENCE, words(Audience.class)::contains);
        known.put(HELD_IN, Languages.ALL::contains);
        known.put(LEVEL, words(Level.class)::contains);
        known.put(SPACE, ID.asMatchPredicate());
        known.put(PROGRAMME, ID.asMatchPredicate());
        known.put(AGE, YEARS.asMatchPredicate());
        known.put(PLACES_LEFT, "true"::equals);
        known.put(COSTS_NOTHING, "true"::equals);
        known.put(WEEKEND, "true"::equals);
        known.put(TEXT, text -> true);
        known.put(PAGE, text -> text.matches("[1-9]\\d{0,3}"));
        known.put(LANG, text -> true);
        var chosen = new LinkedHashMap<String, SortedSet<String>>();
        var leftOut = false;
        for (var parameter : known.entrySet()) {
            var name = parameter.getKey();
            for (var given : given(parameters, name)) {
                var value = plain(given);
                if (value.isEmpty()) {
                    continue; // a field of the form that was not filled in
                }
                if (parameter.getValue().test(value) && (SEVERAL.contains(name) || !chosen.containsKey(name))) {
                    chosen.computeIfAbsent(name, key -> new TreeSet<>()).add(value);
                } else {
                    leftOut = true;
                }
            }
        }
        return new Asked(chosen, leftOut);
    }

    /** What a parameter says, by this name or by the one it had before. */
    private static List<String> given(MultivaluedMap<String, String> parameters, String name) {
        var given = new ArrayList<>(parameters.getOrDefault(name, List.of()));
        var earlier = EARLIER.get(name);
        if (earlier != null) {
            parameters.getOrDefault(earlier, List.of()).stream()
                    .filter(value -> !given.contains(value))
                    .forEach(given::add);
        }
        return given;
    }

    /** Which part of a long day is shown, from 1. */
    int page() {
        var page = one(PAGE);
        return page == null ? 1 : Integer.parseInt(page);
    }

    @Nullable
    String centre() {
        return one(CENTRE);
    }

    /** Whether seven days are shown together, or one by itself. */
    public boolean isWeek() {
        var view = one("view");
        return view == null ? one("day") == null : view.equals("week");
    }

    int days() {
        return isWeek() ? 7 : 1;
    }

    /** Whether words are looked for: then all that is to come is shown, whatever day was chosen before. */
    public boolean isSearch() {
        return chosen.containsKey(TEXT);
    }

    /** The first day that is asked for; null for today. */
    public @Nullable LocalDate from() {
        if (isSearch()) {
            return null;
        }
        var day = one("day");
        var week = one("week");
        return day != null ? parsed(day, DateTimeFormatter.ISO_LOCAL_DATE) : week != null ? monday(week) : null;
    }

    /** All that has the words that are looked for: the other choices are counted beside each other, and need it all. */
    ScheduleQuestion searched() {
        var text = one(TEXT);
        var words = text == null ? List.<String>of() : List.of(text.split(" ", MOST_WORDS));
        return new ScheduleQuestion(
                List.of(), List.of(), null, null, List.of(), List.of(), null, List.of(), List.of(), false, null, null,
                null, words);
    }

    /** What fits all choices. */
    ScheduleQuestion filtered() {
        var programme = one(PROGRAMME);
        return new ScheduleQuestion(
                List.copyOf(all(CENTRE)),
                all(SPACE).stream().map(UUID::fromString).toList(),
                null,
                null,
                all(KIND).stream().map(word -> constant(EventKind.class, word)).toList(),
                all(AUDIENCE).stream()
                        .map(word -> constant(Audience.class, word))
                        .toList(),
                age(),
                all(LEVEL).stream().map(word -> constant(Level.class, word)).toList(),
                List.copyOf(all(HELD_IN)),
                has(PLACES_LEFT, "true"),
                programme == null ? null : UUID.fromString(programme),
                null,
                null,
                searched().words(),
                has(COSTS_NOTHING, "true"),
                has(WEEKEND, "true"));
    }

    /** How old who wants to come is, in years. */
    public @Nullable Integer age() {
        var age = one(AGE);
        return age == null ? null : Integer.valueOf(age);
    }

    private static <E extends Enum<E>> E constant(Class<E> words, String word) {
        return Objects.requireNonNull(Words.parameter(words, word, KIND));
    }

    Set<String> all(String name) {
        return chosen.getOrDefault(name, new TreeSet<>());
    }

    boolean has(String name, String value) {
        return all(name).contains(value);
    }

    public @Nullable String one(String name) {
        var values = chosen.get(name);
        return values == null ? null : values.first();
    }

    public boolean isFiltered() {
        return FILTERS.stream().anyMatch(chosen::containsKey);
    }

    Asked withoutFilters() {
        var changed = this;
        for (var filter : FILTERS) {
            changed = changed.with(filter, null);
        }
        return changed;
    }

    /** Seven days from that day on; a week from Monday to Sunday goes by its number. */
    Asked weekFrom(LocalDate day) {
        var bare = today();
        return day.getDayOfWeek() == java.time.DayOfWeek.MONDAY
                ? bare.with(
                        "week",
                        "%d-W%02d"
                                .formatted(
                                        day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)))
                : bare.with("day", day.toString()).with("view", "week");
    }

    /** That day by itself. */
    Asked on(LocalDate day) {
        return today().with("day", day.toString());
    }

    /** Today and the days after it. */
    Asked today() {
        return with("view", null).with("day", null).with("week", null);
    }

    /** The same with only that value of the parameter, or without it when it is null. */
    Asked with(String name, @Nullable String value) {
        var changed = new LinkedHashMap<>(chosen);
        changed.remove(PAGE); // of another list
        changed.remove(name);
        if (value != null) {
            changed.put(name, new TreeSet<>(Set.of(value)));
        }
        return new Asked(changed, leftOut);
    }

    /** The same with that value as well, or without it where it is chosen. */
    Asked toggled(String name, String value) {
        var values = new TreeSet<>(all(name));
        if (!values.remove(value)) {
            values.add(value);
        }
        var changed = new LinkedHashMap<>(chosen);
        changed.remove(PAGE); // of another list
        changed.remove(name);
        if (!values.isEmpty()) {
            changed.put(name, values);
        }
        return new Asked(changed, leftOut);
    }

    /** The address of that page with all that is chosen. */
    String address(String path) {
        var query = chosen.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> entry.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static <E extends Enum<E>> Set<String> words(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Words::of).collect(Collectors.toSet());
    }

    private static @Nullable LocalDate monday(String week) {
        return parsed(week + "-1", DateTimeFormatter.ISO_WEEK_DATE);
    }

    private static @Nullable LocalDate parsed(String text, DateTimeFormatter format) {
        try {
            var day = LocalDate.parse(text, format);
            return day.getYear() >= 2000 && day.getYear() <= 2100 ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Without what is no letter or sign, and not longer than anybody types. */
    private static String plain(String text) {
        var plain = text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}\\p{Z}]+", " ").strip();
        return plain.length() <= LONGEST_TEXT
                ? plain
                : plain.substring(0, LONGEST_TEXT).strip();
    }
}

package org.goldenbridge.event.whatson;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.programme.Audience;
import org.goldenbridge.event.programme.Level;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** Filters entries by what is asked for, and counts beside each choice what it would leave, given all other choices. */
final class Facets {
    /** What an entry has to say to each filter; it fits when it has one of those that are chosen. */
    private static final Map<String, Function<ScheduleEntry, Collection<String>>> FILTERS = new LinkedHashMap<>();

    static {
        FILTERS.put(Asked.CENTRE, entry -> List.of(entry.centre().id()));
        FILTERS.put(Asked.KIND, entry -> List.of(Words.of(entry.kind())));
        FILTERS.put(Asked.AUDIENCE, entry -> List.of(Words.of(entry.audience())));
        FILTERS.put(Asked.HELD_IN, ScheduleEntry::languages);
        FILTERS.put(Asked.LEVEL, entry -> entry.level() == null ? List.of() : List.of(Words.of(entry.level())));
        FILTERS.put(
                Asked.SPACE,
                entry -> ids(entry.space() == null ? null : entry.space().id()));
        FILTERS.put(
                Asked.PROGRAMME,
                entry ->
                        ids(entry.programme() == null ? null : entry.programme().id()));
        FILTERS.put(Asked.PLACES_LEFT, entry -> trueWhere(hasPlaces(entry)));
        FILTERS.put(
                Asked.COSTS_NOTHING,
                entry -> trueWhere(entry.price() == null || entry.price().costsNothing()));
        FILTERS.put(Asked.WEEKEND, entry -> trueWhere(isAtTheWeekend(entry)));
    }

    private final Asked asked;
    private final List<ScheduleEntry> entries;
    private final Reader reader;

    /**
     * @param entries all of the time that is asked for, of all centres, with the words that are looked for
     */
    Facets(Asked asked, List<ScheduleEntry> entries, Reader reader) {
        this.asked = asked;
        this.entries = entries;
        this.reader = reader;
    }

    /** What fits all choices. */
    List<ScheduleEntry> fitting() {
        return entries.stream().filter(besides(null)).toList();
    }

    /** How many would be there at that centre; at all of them for null. */
    int at(@Nullable String centre) {
        return (int) entries.stream()
                .filter(besides(Asked.CENTRE))
                .filter(entry -> centre == null || entry.centre().id().equals(centre))
                .count();
    }

    /** What fits all other choices than that of places, and has places or may have them again. */
    List<ScheduleEntry> bookable() {
        return entries.stream()
                .filter(besides(Asked.PLACES_LEFT))
                .filter(entry -> !entry.cancelled())
                .toList();
    }

    /** What is either wanted or not, but for places: these are counted as they change. */
    List<Facet.Choice> toggles() {
        var words = reader.words();
        return List.of(toggle(Asked.COSTS_NOTHING, words.say("free")), toggle(Asked.WEEKEND, words.say("atWeekend")));
    }

    private Facet.Choice toggle(String name, String label) {
        var count = entries.stream()
                .filter(besides(name))
                .filter(entry -> !answer(name, entry).isEmpty())
                .count();
        return new Facet.Choice(
                label,
                "",
                (int) count,
                asked.has(name, "true"),
                asked.toggled(name, "true").address(Links.WHATS_ON));
    }

    List<Facet> all() {
        var words = reader.words();
        var facets = new ArrayList<Facet>();
        facets.add(facet(Asked.KIND, "kinds", word -> words.say("kind." + word), true, byCount()));
        facets.add(facet(
                Asked.AUDIENCE,
                "audiences",
                word -> words.say("audience." + word),
                false,
                Comparator.comparingInt(entry -> order(entry.getKey()))));
        facets.add(facet(Asked.HELD_IN, "languages", reader.times()::languageName, false, byCount()));
        facets.add(facet(
                Asked.LEVEL,
                "levels",
                word -> words.say("level." + word),
                false,
                Comparator.comparingInt(entry -> level(entry.getKey()))));
        facets.add(facet(Asked.PROGRAMME, "programmes", this::programme, false, byCount()));
        if (asked.centre() != null) {
            facets.add(facet(Asked.SPACE, "rooms", this::space, false, byCount()));
        }
        return facets;
    }

    private String space(String id) {
        return entries.stream()
                .flatMap(entry -> Stream.ofNullable(entry.space()))
                .filter(space -> space.id().toString().equals(id))
                .findFirst()
                .map(space -> reader.read(space.name()).text())
                .orElse(reader.words().say("chosenBefore"));
    }

    private String programme(String id) {
        return entries.stream()
                .flatMap(entry -> Stream.ofNullable(entry.programme()))
                .filter(programme -> programme.id().toString().equals(id))
                .findFirst()
                .map(programme -> reader.read(programme.title()).text())
                .orElse(reader.words().say("chosenBefore"));
    }

    private Facet facet(
            String name,
            String label,
            Function<String, String> words,
            boolean hasSigns,
            Comparator<Map.Entry<String, Integer>> order) {
        var counts = new LinkedHashMap<String, Integer>();
        asked.all(name)
                .forEach(
                        chosen -> counts.put(chosen, 0)); // what is chosen can be taken back, also when it fits nothing
        entries.stream()
                .filter(besides(name))
                .flatMap(entry -> answer(name, entry).stream())
                .forEach(answer -> counts.merge(answer, 1, Integer::sum));
        var choices = new ArrayList<Facet.Choice>();
        counts.entrySet().stream()
                .sorted(order.thenComparing(Map.Entry.comparingByKey()))
                .forEach(count -> choices.add(new Facet.Choice(
                        words.apply(count.getKey()),
                        hasSigns ? count.getKey() : "",
                        count.getValue(),
                        asked.has(name, count.getKey()),
                        asked.toggled(name, count.getKey()).address(Links.WHATS_ON))));
        return new Facet(name, reader.words().say(label), asked.all(name).size(), choices);
    }

    private static Comparator<Map.Entry<String, Integer>> byCount() {
        return Comparator.comparing(entry -> -entry.getValue());
    }

    private static int order(String audience) {
        return Arrays.stream(Audience.values()).map(Words::of).toList().indexOf(audience);
    }

    /** Fits all that is chosen, but for one filter. */
    private Predicate<ScheduleEntry> besides(@Nullable String filter) {
        return entry -> isOfAge(entry)
                && FILTERS.entrySet().stream()
                        .filter(other -> !other.getKey().equals(filter))
                        .allMatch(other -> {
                            var chosen = asked.all(other.getKey());
                            return chosen.isEmpty()
                                    || other.getValue().apply(entry).stream().anyMatch(chosen::contains);
                        });
    }

    private boolean isOfAge(ScheduleEntry entry) {
        var age = asked.age();
        return age == null
                || ((entry.minimumAge() == null || entry.minimumAge() <= age)
                        && (entry.maximumAge() == null || entry.maximumAge() >= age));
    }

    private static boolean isAtTheWeekend(ScheduleEntry entry) {
        return entry.localStart().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static List<String> trueWhere(boolean isSo) {
        return isSo ? List.of("true") : List.of();
    }

    private static List<String> ids(@Nullable UUID id) {
        return id == null ? List.of() : List.of(id.toString());
    }

    private static int level(String word) {
        return Arrays.stream(Level.values()).map(Words::of).toList().indexOf(word);
    }

    private static Collection<String> answer(String name, ScheduleEntry entry) {
        var filter = FILTERS.get(name);
        return filter == null ? List.of() : new TreeSet<>(filter.apply(entry));
    }

    private static boolean hasPlaces(ScheduleEntry entry) {
        return !entry.cancelled() && (entry.places() == Availability.PLENTY || entry.places() == Availability.FEW);
    }
}

package org.goldenbridge.acceptance.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Stage;
import org.jspecify.annotations.Nullable;

/** A programme large enough to measure with, planned through the public API. */
final class Programme {
    static final List<String> CENTRES = List.of("beijing", "paris");
    static final List<String> KINDS = List.of("workshop", "concert");
    static final int DAYS = 50;

    private static final Map<String, Object> VENUE = Map.of(
            "name",
            Map.of("en", "Concert hall of the city", "fr", "Salle de concert", "ru", "Концертный зал"),
            "city",
            Map.of("en", "Shanghai", "zh-Hans", "上海"),
            "country",
            "CN",
            "zone",
            "Asia/Shanghai");

    private final Stage stage;
    private final Map<String, String> events;

    Programme(Stage stage) {
        this.stage = stage;
        var events = new HashMap<String, String>();
        for (var centre : CENTRES) {
            for (var kind : KINDS) {
                events.put(centre + kind, announce(centre, kind));
            }
        }
        this.events = Map.copyOf(events);
    }

    private Client administrator() {
        return stage.signedIn("aigerim");
    }

    private String announce(String centre, String kind) {
        return announce(centre, kind, null);
    }

    private String announce(String centre, String kind, @Nullable String programme) {
        var event = new HashMap<String, Object>(Map.of(
                "centreId",
                centre,
                "kind",
                kind,
                "title",
                Map.of(
                        "en", "Songs of the steppe: an evening in " + centre,
                        "fr", "Chants de la steppe : une soirée à " + centre,
                        "kk", "Дала әндері: " + centre,
                        "ru", "Песни степи: вечер в " + centre,
                        "zh-Hans", "草原之歌 " + centre),
                "audience",
                "everyone",
                "languages",
                List.of("kk", "en")));
        if (programme != null) {
            event.put("programmeId", programme);
        }
        return administrator().post("/v1/events", event).expect(201).id();
    }

    /** A session with more places than will be booked. */
    UUID session() {
        return plan("beijing", "workshop", 60, 100_000);
    }

    /** That many sessions, over all centres, kinds and days. */
    List<UUID> sessions(int count) {
        return sessions(count, 100_000);
    }

    /** The same with so many places each. */
    List<UUID> sessions(int count, int capacity) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(number ->
                        plan(CENTRES.get(number % 2), KINDS.get(number / 2 % 2), 2 + number / 4 % DAYS, capacity))
                .toList();
    }

    /**
     * Programmes of that many events each, of which each has so many sessions; what is booked and read on pages of their own.
     *
     * @return the sessions by their events, by their programmes
     */
    Map<String, Map<String, List<UUID>>> programmes(int count, int events, int sessions, int capacity) {
        var programmes = new LinkedHashMap<String, Map<String, List<UUID>>>();
        for (var nth = 0; nth < count; nth++) {
            var centre = CENTRES.get(nth % 2);
            var programme = announce(centre);
            var dates = new LinkedHashMap<String, List<UUID>>();
            for (var event = 0; event < events; event++) {
                var id = announce(centre, KINDS.get(event % 2), programme);
                dates.put(
                        id,
                        IntStream.range(0, sessions)
                                .mapToObj(day -> plan(id, 3 + 7 * day, capacity))
                                .toList());
            }
            programmes.put(programme, dates);
        }
        return programmes;
    }

    private String announce(String centre) {
        var id = administrator()
                .post(
                        "/v1/programmes",
                        Map.of(
                                "centreId",
                                centre,
                                "kind",
                                "festival",
                                "startsOn",
                                LocalDate.now(ZoneOffset.UTC).toString(),
                                "endsOn",
                                LocalDate.now(ZoneOffset.UTC).plusDays(300).toString(),
                                "title",
                                Map.of(
                                        "en",
                                        "Days of song in " + centre,
                                        "fr",
                                        "Journées du chant",
                                        "kk",
                                        "Ән күндері")))
                .expect(201)
                .id();
        administrator()
                .post("/v1/programmes/" + id + "/announcement", Map.of(), "If-Match", "*")
                .expect(200);
        return id;
    }

    private UUID plan(String centre, String kind, int daysAhead, int capacity) {
        return plan(events.get(centre + kind), daysAhead, capacity);
    }

    private UUID plan(String event, int daysAhead, int capacity) {
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(daysAhead);
        return UUID.fromString(administrator()
                .post(
                        "/v1/sessions",
                        Map.of(
                                "eventId",
                                event,
                                "venue",
                                VENUE,
                                "startsAt",
                                day + "T18:00",
                                "endsAt",
                                day + "T20:00",
                                "capacity",
                                capacity))
                .expect(201)
                .id());
    }
}

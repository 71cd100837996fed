package org.goldenbridge.local.demo;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Makes the programmes with the legs of their tours, and announces them, so that the events can stand under them. */
final class UmbrellaLoader {
    private final Api api;
    private final Tally tally;
    private final Network network;
    private final Instant deadline;

    /** @param deadline until when event-service may take to hear of the centres */
    UmbrellaLoader(Api api, Tally tally, Network network, Instant deadline) {
        this.api = api;
        this.tally = tally;
        this.network = network;
        this.deadline = deadline;
    }

    /**
     * The ids of the programmes by their keys; what is there already is completed.
     *
     * @param spaces the ids of the spaces of each centre by their codes
     */
    Map<String, String> open(LocalDate firstDay, Map<String, Map<String, String>> spaces) {
        var known = api.list(network.administrator(), "/v1/programmes").stream()
                .collect(toMap(
                        programme -> programme.path("title").path("en").asText(),
                        programme -> programme.path("id").asText(),
                        (one, other) -> one));
        var ids = new HashMap<String, String>();
        // One after the other: a part names the programme that it is a part of.
        for (var umbrella : network.umbrellas()) {
            var id = known.get(umbrella.name());
            if (id == null) {
                id = add(umbrella, ids, firstDay);
            }
            ids.put(umbrella.key(), id);
            complete(umbrella, "/v1/programmes/" + id, firstDay, spaces);
            tally.step("programmes");
        }
        return ids;
    }

    private String add(Umbrella umbrella, Map<String, String> ids, LocalDate firstDay) {
        var body = new Body()
                .with("kind", umbrella.kind())
                .with("centreId", umbrella.centre())
                .with("title", umbrella.title())
                .with("description", umbrella.description())
                .with("parentId", umbrella.partOf() == null ? null : ids.get(umbrella.partOf()))
                .with("startsOn", umbrella.days().begin(firstDay))
                .with("endsOn", umbrella.days().end(firstDay));
        var added = api.onceKnown(deadline, () -> api.post(network.administrator(), "/v1/programmes", body));
        return tally.created(added, "The programme “" + umbrella.name() + "”");
    }

    private void complete(Umbrella umbrella, String path, LocalDate firstDay, Map<String, Map<String, String>> spaces) {
        var there = api.get(network.administrator(), path);
        tally.accepted(there, "The programme “" + umbrella.name() + "”");
        var begun = there.body().path("startsOn").asText();
        var begin = begun.isEmpty()
                ? firstDay
                : LocalDate.parse(begun).minusDays(umbrella.days().first());
        var tour = umbrella.tour();
        for (int i = there.body().path("legs").size(); i < tour.size(); i++) {
            add(umbrella, path, tour.get(i), begin, spaces);
        }
        if (!there.body().path("status").asText().equals("announced")) {
            var now = api.get(network.administrator(), path);
            var announced = api.post(
                    network.administrator(),
                    path + "/announcement",
                    new Body(),
                    "If-Match",
                    requireNonNull(now.etag(), "A programme without an ETag"));
            tally.accepted(announced, "The announcement of “" + umbrella.name() + "”");
        }
    }

    private void add(
            Umbrella umbrella,
            String path,
            Umbrella.Leg leg,
            LocalDate firstDay,
            Map<String, Map<String, String>> spaces) {
        var venue = leg.venue() == null
                ? null
                : requireNonNull(network.venues().get(leg.venue()), () -> "There is no venue " + leg.venue());
        var body = new Body()
                .with("centreId", leg.centre())
                .with(
                        "spaceId",
                        leg.centre() == null || leg.space() == null
                                ? null
                                : requireNonNull(spaces.get(leg.centre())).get(leg.space()))
                .with(
                        "venue",
                        venue == null
                                ? null
                                : new Body()
                                        .with("name", venue.name())
                                        .with("address", venue.address())
                                        .with("city", venue.city())
                                        .with("country", venue.country()))
                .with("opensOn", leg.days().begin(firstDay))
                .with("closesOn", leg.days().end(firstDay))
                .with("setUpDays", leg.setUpDays())
                .with("transitDaysBefore", leg.transitDaysBefore());
        var added = api.onceKnown(deadline, () -> api.post(network.administrator(), path + "/legs", body));
        tally.created(added, "A leg of “" + umbrella.name() + "”");
    }
}

package org.goldenbridge.local.demo;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Opens the centres and furnishes them; what is there already stays as it is. */
final class CentreLoader {
    private final Api api;
    private final Crew crew;
    private final Tally tally;
    private final String administrator;

    CentreLoader(Api api, Crew crew, Tally tally, String administrator) {
        this.api = api;
        this.crew = crew;
        this.tally = tally;
        this.administrator = administrator;
    }

    void open(Centre centre) {
        var profile = centre.profile();
        var known = api.get(administrator, "/v1/centres/" + centre.id());
        if (known.status() == 404) {
            var opened = api.post(
                    administrator,
                    "/v1/centres",
                    new Body()
                            .with("id", centre.id())
                            .with("name", profile.name())
                            .with("address", profile.address())
                            .with("city", profile.city())
                            .with("country", profile.country())
                            .with("zone", profile.zone().getId())
                            .with("postalCode", profile.postalCode())
                            .with("latitude", profile.latitude())
                            .with("longitude", profile.longitude())
                            .with(
                                    "access",
                                    new Body()
                                            .with("stepFree", profile.access().stepFree())
                                            .with(
                                                    "hearingLoop",
                                                    profile.access().hearingLoop())
                                            .with("transport", profile.access().transport()))
                            .with("areaSquareMetres", profile.areaSquareMetres())
                            .with("openedOn", profile.openedOn().toString())
                            .with("contact", profile.contact()));
            tally.created(opened, "The centre " + centre.id());
        }
        tally.step("centres");
        setOpeningHours(centre);
    }

    private void setOpeningHours(Centre centre) {
        var path = "/v1/centres/" + centre.id() + "/opening-hours";
        var now = api.get(centre.manager(), path);
        if (now.isGood() && !now.body().path("weekly").isEmpty()) {
            return;
        }
        var weekly = centre.profile().openingHours().stream()
                .flatMap(hours -> hours.days().stream()
                        .map(day -> Map.of(
                                "day", name(day),
                                "opens", hours.opens().toString(),
                                "closes", hours.closes().toString())))
                .toList();
        var set = api.put(
                centre.manager(), path, new Body().with("weekly", weekly), now.etag() == null ? "*" : now.etag());
        tally.accepted(set, "The opening hours of " + centre.id());
    }

    private static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    /** The ids of the spaces of a centre by their codes. */
    Map<String, String> furnish(Centre centre, LocalDate firstDay) {
        var spaces = new ConcurrentHashMap<>(known(centre.manager(), "/v1/spaces?centre=" + centre.id(), "code"));
        var halls = centre.spaces().stream().collect(partitioningBy(space -> space.partOf() == null));
        // A hall comes before its parts, which name it.
        for (var turn : List.of(true, false)) {
            crew.each(requireNonNull(halls.get(turn)), space -> {
                if (!spaces.containsKey(space.code())) {
                    spaces.put(space.code(), add(centre, space, spaces));
                }
                tally.step("spaces");
            });
        }
        var equipment = known(centre.manager(), "/v1/equipment?centre=" + centre.id(), "code");
        crew.each(centre.equipment(), stock -> {
            if (!equipment.containsKey(stock.code())) {
                var added = api.post(
                        centre.manager(),
                        "/v1/equipment",
                        new Body()
                                .with("centreId", centre.id())
                                .with("code", stock.code())
                                .with("name", stock.name())
                                .with("quantity", stock.quantity()));
                tally.created(added, "The equipment " + stock.code() + " of " + centre.id());
            }
            tally.step("equipment");
        });
        close(centre, firstDay, spaces);
        return spaces;
    }

    private String add(Centre centre, Centre.Space space, Map<String, String> spaces) {
        var added = api.post(
                centre.manager(),
                "/v1/spaces",
                new Body()
                        .with("centreId", centre.id())
                        .with("code", space.code())
                        .with("name", space.name())
                        .with("kind", space.kind())
                        .with("divisible", space.divisible() ? true : null)
                        .with("capacity", space.capacity())
                        .with("setUpMinutes", space.setUpMinutes())
                        .with("clearingMinutes", space.clearingMinutes())
                        .with("partOf", space.partOf() == null ? null : spaces.get(space.partOf())));
        return tally.created(added, "The space " + space.code() + " of " + centre.id());
    }

    private void close(Centre centre, LocalDate firstDay, Map<String, String> spaces) {
        var calendar = new ProgrammeDays(firstDay);
        var known = api.list(centre.manager(), "/v1/closures?centre=" + centre.id()).stream()
                .collect(toMap(
                        closure -> closure.path("spaceId").asText("") + en(closure.path("reason")),
                        Function.identity(),
                        (one, other) -> other));
        crew.each(centre.closures(), closure -> {
            var space = closure.space() == null ? "" : spaces.getOrDefault(closure.space(), "");
            if (!known.containsKey(space + closure.reason().get("en"))) {
                var span = closure.in(calendar);
                var added = api.post(
                        centre.manager(),
                        "/v1/closures",
                        new Body()
                                .with("centreId", centre.id())
                                .with("spaceId", space.isEmpty() ? null : space)
                                .with("startsAt", span.startsAt().toString())
                                .with("endsAt", span.endsAt().toString())
                                .with("reason", closure.reason()));
                tally.created(added, "The closure “" + closure.reason().get("en") + "” of " + centre.id());
            }
            tally.step("closures");
        });
    }

    private Map<String, String> known(String account, String path, String name) {
        return api.list(account, path).stream()
                .collect(toMap(item -> item.path(name).asText(), CentreLoader::id, (one, other) -> one));
    }

    private static String id(JsonNode item) {
        return item.path("id").asText();
    }

    private static String en(JsonNode text) {
        return text.path("en").asText();
    }
}

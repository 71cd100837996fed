package org.goldenbridge.event.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** Reads programmes, as far as the reader may know of them. */
@ApplicationScoped
class Programmes {
    private static final int EVENTS_SHOWN = 500;

    private final ReaderLanguage reader;

    @Inject
    Programmes(ReaderLanguage reader) {
        this.reader = reader;
    }

    /** Which programmes are asked for; those that have a day between from and to. */
    record Filter(
            List<ProgrammeKind> kinds,
            List<String> centres,
            @Nullable PublicStatus status,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Where a programme stands in the list of all: by its first day. */
    record Position(LocalDate startsOn, UUID id) {
        static Position of(Programme programme) {
            return new Position(programme.startsOn, programme.id);
        }

        static Position parse(String text) {
            return text.isEmpty()
                    ? new Position(LocalDate.of(1, 1, 1), new UUID(0, 0))
                    : new Position(LocalDate.parse(text.substring(0, 10)), UUID.fromString(text.substring(11)));
        }

        String text() {
            return startsOn + " " + id;
        }
    }

    /** A programme with all that is shown of it, and the tag of that. */
    record Shown(UUID id, ProgrammeView view, String tag) {}

    List<Programme> after(Position place, Filter asked, Insight insight, int most) {
        var hql = new StringBuilder("from Programme p left join fetch p.parent"
                + " where (p.startsOn > :day or p.startsOn = :day and p.id > :id)");
        var parameters = new HashMap<String, Object>(Map.of("day", place.startsOn(), "id", place.id()));
        visible(hql, parameters, insight);
        restrict(hql, parameters, "p.kind in", "kinds", any(asked.kinds()));
        restrict(hql, parameters, "p.centreId in", "centres", any(asked.centres()));
        restrict(hql, parameters, "p.status =", "status", asked.status());
        restrict(hql, parameters, "p.endsOn >=", "from", asked.from());
        restrict(hql, parameters, "p.startsOn <=", "to", asked.to());
        return Programme.<Programme>find(
                        hql.append(" order by p.startsOn, p.id").toString(), parameters)
                .page(0, most)
                .list();
    }

    Shown show(Programme programme, Insight insight) {
        var hql = new StringBuilder("from Programme p where p.parent = :parent");
        var parameters = new HashMap<String, Object>(Map.of("parent", programme));
        visible(hql, parameters, insight);
        var parts = Programme.<Programme>list(
                hql.append(" order by p.startsOn, p.id").toString(), parameters);
        var events = Event.listed(
                new Event.Filter(List.of(), List.of(), null, List.of(programme.id)),
                insight,
                new UUID(0, 0),
                EVENTS_SHOWN);
        var legs = Leg.of(programme);
        var view = ProgrammeView.of(
                programme,
                reader,
                insight,
                parts.stream()
                        .map(part -> ProgrammeView.of(part, reader, insight))
                        .toList(),
                events.stream()
                        .map(event -> EventView.of(event, reader, insight))
                        .toList(),
                programme.kind == ProgrammeKind.TOURING_EXHIBITION ? LegView.of(legs, reader) : null);
        var versions = new StringBuilder().append(view.parentId());
        Stream.of(
                        parts.stream().map(part -> part.id + " " + part.version),
                        events.stream().map(event -> event.id + " " + event.version),
                        legs.stream().map(leg -> leg.id + " " + leg.version + " " + leg.centreVersion()))
                .flatMap(all -> all)
                .forEach(version -> versions.append('\n').append(version));
        var digest = UUID.nameUUIDFromBytes(versions.toString().getBytes(StandardCharsets.UTF_8));
        return new Shown(programme.id, view, EntityTags.of(programme.version, reader, digest));
    }

    private static void visible(StringBuilder hql, Map<String, Object> parameters, Insight insight) {
        hql.append(" and (p.announcedAt is not null");
        if (insight.network()) {
            hql.append(" or p.centreId is null");
        }
        if (insight.everywhere()) {
            hql.append(" or p.centreId is not null");
        } else if (!insight.centres().isEmpty()) {
            hql.append(" or p.centreId in :mine");
            parameters.put("mine", insight.centres());
        }
        hql.append(')');
    }

    /** Null, which restricts nothing, where nothing is named. */
    private static @Nullable List<?> any(List<?> named) {
        return named.isEmpty() ? null : named;
    }

    private static void restrict(
            StringBuilder hql, Map<String, Object> parameters, String test, String name, @Nullable Object value) {
        if (value != null) {
            hql.append(" and ").append(test).append(" :").append(name);
            parameters.put(name, value);
        }
    }
}

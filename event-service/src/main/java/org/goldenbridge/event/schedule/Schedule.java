package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Insight;
import org.goldenbridge.event.programme.ProgrammeTree;
import org.goldenbridge.platform.cursor.SignedCursors;
import org.goldenbridge.platform.http.Page;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** Reads the schedule: sessions in the order in which they start, page by page. */
@ApplicationScoped
class Schedule {
    /** The longest session there can be; lets the index on the start serve a question about the end. */
    private static final String LONGEST = "interval '31 days'";

    private final EntityManager entities;
    private final SignedCursors cursors;
    private final ReaderLanguage reader;
    private final ProgrammeTree tree;
    private final ClosedSessions closures;

    @Inject
    Schedule(
            EntityManager entities,
            SignedCursors cursors,
            ReaderLanguage reader,
            ProgrammeTree tree,
            ClosedSessions closures) {
        this.entities = entities;
        this.cursors = cursors;
        this.reader = reader;
        this.tree = tree;
        this.closures = closures;
    }

    /** One page of what was asked for; without a {@code from}, what has not ended yet. */
    Page<SessionView> page(ScheduleQuery asked, Insight insight, int limit, @Nullable String cursor, Instant now) {
        var parameters = new HashMap<String, Object>();
        var sql = new StringBuilder(
                "select s.id as id, s.starts_at as starts_at, p.capacity as capacity, p.taken as taken, p.waiting as waiting,"
                        + " p.make_up_only as make_up_only from session s"
                        + " join places p on p.opportunity_id = s.id join event e on e.id = s.event_id");
        if (!insight.everywhere()) {
            sql.append(" and (e.announced_at is not null or e.centre_id = any(:mine))");
            parameters.put("mine", insight.centreIds());
        }
        if (!asked.kinds().isEmpty()) {
            sql.append(" and e.kind in (:kinds)");
            parameters.put(
                    "kinds", asked.kinds().stream().map(EventKind::toString).toList());
        }
        if (asked.programme() != null) {
            sql.append(" and e.programme_id = any(:programmes)");
            parameters.put("programmes", tree.below(asked.programme(), insight));
        }
        var from = asked.from() == null ? new Bound(null, now) : asked.from();
        parameters.put("from", from.value());
        sql.append(" where s.ends_at > ").append(from.sql(":from", 0));
        sql.append(" and s.starts_at > cast(:from as timestamptz) - interval '1 day' - ")
                .append(LONGEST);
        if (asked.to() != null) {
            parameters.put("to", asked.to().value());
            sql.append(" and s.starts_at < ").append(asked.to().sql(":to", 1));
            sql.append(" and s.starts_at < cast(:to as timestamptz) + interval '2 days'");
        }
        if (!asked.centres().isEmpty()) {
            parameters.put("centres", asked.centres());
            sql.append(" and s.centre_id in (:centres)");
        }
        if (asked.series() != null) {
            parameters.put("series", asked.series());
            sql.append(" and s.series_id = :series");
        }
        if (asked.course() != null) {
            parameters.put("course", asked.course());
            sql.append(" and s.course_id = :course");
        }
        if (cursor != null) {
            var place = cursors.open(asked.name(), cursor);
            parameters.put("afterStart", Instant.parse(place.get(0)));
            parameters.put("afterId", UUID.fromString(place.get(1)));
            sql.append(" and (s.starts_at, s.id) > (:afterStart, :afterId)");
        }
        sql.append(" order by s.starts_at, s.id");
        var query = entities.createNativeQuery(sql.toString(), Tuple.class).setMaxResults(limit + 1);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        var rows = (List<Tuple>) query.getResultList();
        var onPage = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(views(onPage), rows.size() > limit ? after(asked, onPage.get(limit - 1)) : null);
    }

    private String after(ScheduleQuery asked, Tuple last) {
        return cursors.sign(
                asked.name(),
                last.get("starts_at", Instant.class).toString(),
                last.get("id", UUID.class).toString());
    }

    private List<SessionView> views(List<Tuple> rows) {
        var counts = new LinkedHashMap<UUID, Places.Count>();
        for (var row : rows) {
            counts.put(
                    row.get("id", UUID.class),
                    new Places.Count(
                            row.get("capacity", Integer.class),
                            row.get("taken", Integer.class),
                            row.get("waiting", Integer.class),
                            null,
                            false,
                            row.get("make_up_only", Boolean.class)));
        }
        Map<UUID, Session> sessions = Session.<Session>list(
                        "from Session s join fetch s.event left join fetch s.space where s.id in ?1",
                        List.copyOf(counts.keySet()))
                .stream()
                .collect(Collectors.toMap(session -> session.id, Function.identity()));
        var needed = Needed.by(sessions.values());
        var inClosure = closures.among(sessions.keySet());
        var views = new ArrayList<SessionView>();
        counts.forEach((id, count) -> {
            var session = sessions.get(id);
            if (session != null) {
                views.add(SessionView.of(session, count, needed, inClosure.contains(id), false, reader));
            }
        });
        return views;
    }
}

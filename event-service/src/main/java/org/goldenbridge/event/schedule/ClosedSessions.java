package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.programme.Event;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** Which sessions stand in a closure that nobody has decided about since it was announced (the view {@code session_in_closure}). */
@ApplicationScoped
class ClosedSessions {
    private static final int MOST_SHOWN = 100;

    private final EntityManager entities;
    private final ReaderLanguage reader;

    @Inject
    ClosedSessions(EntityManager entities, ReaderLanguage reader) {
        this.entities = entities;
        this.reader = reader;
    }

    /** The sessions that a closure of a space, or of the whole centre, hits. */
    @SuppressWarnings("unchecked")
    ClosureCheck hitBy(Centre centre, @Nullable Place closed, Instant from, Instant to) {
        var space = closed == null ? null : Objects.requireNonNull(closed.space(centre));
        var rows = (List<Tuple>) entities.createNativeQuery("""
                        select s.id as id, s.event_id as event, s.space_id as space, s.starts_at as starts_at,
                               s.ends_at as ends_at, p.taken as taken
                        from session s
                        join space sp on sp.id = s.space_id
                        join places p on p.opportunity_id = s.id
                        where s.centre_id = :centre and s.status = 'scheduled' and s.starts_at < :to and s.ends_at > :from
                          and is_closed_with(sp, cast(:space as uuid))
                        order by s.starts_at, s.id""", Tuple.class)
                .setParameter("centre", centre.id())
                .setParameter("space", space == null ? null : space.id())
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
        return new ClosureCheck(
                rows.size(), rows.stream().limit(MOST_SHOWN).map(this::hit).toList());
    }

    private ClosureCheck.Hit hit(Tuple row) {
        var event = Objects.requireNonNull(Event.<Event>findById(row.get("event", UUID.class)));
        return new ClosureCheck.Hit(
                row.get("id", UUID.class),
                reader.of(event.title()),
                row.get("space", UUID.class),
                row.get("starts_at", Instant.class),
                row.get("ends_at", Instant.class),
                row.get("taken", Integer.class));
    }

    boolean concern(Session session) {
        return session.space != null && !among(List.of(session.id)).isEmpty();
    }

    @SuppressWarnings("unchecked")
    Set<UUID> among(Collection<UUID> sessions) {
        return sessions.isEmpty()
                ? Set.of()
                : new HashSet<>((List<UUID>) entities.createNativeQuery(
                                "select distinct session_id from session_in_closure where session_id = any(:ids)",
                                UUID.class)
                        .setParameter("ids", sessions.toArray(UUID[]::new))
                        .getResultList());
    }
}

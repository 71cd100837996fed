package org.goldenbridge.event.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reads the audit page by page, once it is clear that the caller answers for the centre. */
@ApplicationScoped
class AuditReader {
    private final EntityManager entities;
    private final Caller caller;
    private final Lists lists;

    @Inject
    AuditReader(EntityManager entities, Caller caller, Lists lists) {
        this.entities = entities;
        this.caller = caller;
        this.lists = lists;
    }

    RestResponse<byte[]> ofSession(UUID id, Lists.Wish wish) {
        var session = owner("select id, centre_id from session where id = :id", id, "There is no such session.");
        return page(wish, session, null);
    }

    RestResponse<byte[]> ofBooking(UUID id, Lists.Wish wish) {
        var session = owner(
                "select s.id, s.centre_id from booking b join session s on s.id = b.session_id where b.id = :id",
                id,
                "There is no such booking.");
        return page(wish, session, id);
    }

    /** The session that it belongs to, once it is clear that the caller answers for its centre. */
    private UUID owner(String sql, UUID id, String missing) {
        List<?> rows = entities.createNativeQuery(sql).setParameter("id", id).getResultList();
        if (rows.isEmpty()) {
            throw Refusal.notFound(missing);
        }
        var row = (Object[]) rows.get(0);
        caller.mustActFor((String) row[1], Roles.management());
        return (UUID) row[0];
    }

    private RestResponse<byte[]> page(Lists.Wish wish, UUID session, @Nullable UUID booking) {
        return lists.page(
                wish,
                (after, most) -> entries(session, booking, after.isEmpty() ? 0 : Long.parseLong(after), most),
                entry -> String.valueOf(entry.id()),
                entry -> entry);
    }

    @SuppressWarnings("unchecked")
    private List<AuditEntry> entries(UUID session, @Nullable UUID booking, long after, int most) {
        return entities.createNativeQuery("""
                        select id, at, actor, action, session_id, booking_id, cast(detail as text) from audit
                        where session_id = :session and id > :after
                          and (cast(:booking as uuid) is null or booking_id = :booking) order by id""", AuditEntry.class)
                .setParameter("session", session)
                .setParameter("after", after)
                .setParameter("booking", booking)
                .setMaxResults(most)
                .getResultList();
    }
}

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

    /** @param kind {@code session} or {@code course} */
    RestResponse<byte[]> of(String kind, UUID id, Lists.Wish wish) {
        var sql = "select id, centre_id from opportunity_terms where kind = '" + kind + "' and id = :id";
        return page(wish, owner(sql, id, "There is no such " + kind + "."), null);
    }

    RestResponse<byte[]> ofBooking(UUID id, Lists.Wish wish) {
        var opportunity = owner(
                "select t.id, t.centre_id from booking b join opportunity_terms t on t.id = b.opportunity_id where b.id = :id",
                id,
                "There is no such booking.");
        return page(wish, opportunity, id);
    }

    /** The session or course that it belongs to, once it is clear that the caller answers for its centre. */
    private UUID owner(String sql, UUID id, String missing) {
        List<?> rows = entities.createNativeQuery(sql).setParameter("id", id).getResultList();
        if (rows.isEmpty()) {
            throw Refusal.notFound(missing);
        }
        var row = (Object[]) rows.get(0);
        caller.mustActFor((String) row[1], Roles.management());
        return (UUID) row[0];
    }

    private RestResponse<byte[]> page(Lists.Wish wish, UUID opportunity, @Nullable UUID booking) {
        return lists.page(
                wish,
                (after, most) -> entries(opportunity, booking, after.isEmpty() ? 0 : Long.parseLong(after), most),
                entry -> String.valueOf(entry.id()),
                entry -> entry);
    }

    @SuppressWarnings("unchecked")
    private List<AuditEntry> entries(UUID opportunity, @Nullable UUID booking, long after, int most) {
        return entities.createNativeQuery("""
                        select a.id, a.at, a.actor, a.action, case o.kind when 'session' then o.id end,
                            case o.kind when 'course' then o.id end, a.booking_id, cast(a.detail as text)
                        from audit a join opportunity o on o.id = a.opportunity_id
                        where a.opportunity_id = :opportunity and a.id > :after
                          and (cast(:booking as uuid) is null or a.booking_id = :booking) order by a.id""", AuditEntry.class)
                .setParameter("opportunity", opportunity)
                .setParameter("after", after)
                .setParameter("booking", booking)
                .setMaxResults(most)
                .getResultList();
    }
}

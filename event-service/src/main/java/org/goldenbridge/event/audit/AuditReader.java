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
        mustAnswerFor("select centre_id from session where id = :id", id, "There is no such session.");
        return page(wish, "a.opportunity_id", id);
    }

    RestResponse<byte[]> ofCourse(UUID id, Lists.Wish wish) {
        mustAnswerFor("select centre_id from course where id = :id", id, "There is no such course.");
        return page(wish, "a.opportunity_id", id);
    }

    RestResponse<byte[]> ofBooking(UUID id, Lists.Wish wish) {
        mustAnswerFor(
                "select t.centre_id from booking b join opportunity_terms t on t.id = b.opportunity_id where b.id = :id",
                id,
                "There is no such booking.");
        // By way of what is booked and of the lessons that were attended, for which there are indexes.
        return page(
                wish,
                "a.opportunity_id in (select opportunity_id from booking where id = :subject"
                        + " union select session_id from attendance where booking_id = :subject) and a.booking_id",
                id);
    }

    RestResponse<byte[]> ofEvent(UUID id, Lists.Wish wish) {
        mustAnswerFor("select centre_id from event where id = :id", id, "There is no such event.");
        return page(wish, "a.event_id", id);
    }

    RestResponse<byte[]> ofProgramme(UUID id, Lists.Wish wish) {
        mustAnswerFor("select centre_id from programme where id = :id", id, "There is no such programme.");
        return page(wish, "a.programme_id", id);
    }

    /** Goes on only for who answers for the centre, or for the network when it is of no centre. */
    private void mustAnswerFor(String sql, UUID id, String missing) {
        List<?> centres = entities.createNativeQuery(sql).setParameter("id", id).getResultList();
        if (centres.isEmpty()) {
            throw Refusal.notFound(missing);
        }
        var centre = (String) centres.get(0);
        caller.mustActFor(centre == null ? Caller.WHOLE : centre, Roles.management());
    }

    private RestResponse<byte[]> page(Lists.Wish wish, String subject, UUID id) {
        return lists.page(
                wish,
                (after, most) -> entries(subject, id, after.isEmpty() ? 0 : Long.parseLong(after), most),
                entry -> String.valueOf(entry.id()),
                entry -> entry);
    }

    @SuppressWarnings("unchecked")
    private List<AuditEntry> entries(String subject, UUID id, long after, int most) {
        return entities.createNativeQuery("""
                        select a.id, a.at, a.actor, a.action, case o.kind when 'session' then o.id end,
                            case o.kind when 'course' then o.id end, a.booking_id, a.event_id, a.programme_id,
                            cast(a.detail as text)
                        from audit a left join opportunity o on o.id = a.opportunity_id
                        where %s = :subject and a.id > :after order by a.id""".formatted(subject), AuditEntry.class)
                .setParameter("subject", id)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }
}

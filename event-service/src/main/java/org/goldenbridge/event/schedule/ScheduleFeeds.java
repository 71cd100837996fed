package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.centre.CentreRenamed;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.event.centre.SpaceChanged;
import org.goldenbridge.event.course.CourseResized;
import org.goldenbridge.event.programme.EventAnnounced;
import org.goldenbridge.event.programme.EventRenamed;
import org.goldenbridge.event.programme.ProgrammeRenamed;
import org.goldenbridge.event.resource.EquipmentChanged;
import org.goldenbridge.event.resource.TeacherChanged;
import org.goldenbridge.platform.feed.FeedItem;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.outbox.Topic;
import org.goldenbridge.platform.tracing.TraceParent;
import org.jboss.logging.Logger;

/**
 * Which change moves which item of the feed {@code sessions}: the session's own, its event's content, its programme's title,
 * its course's terms, its centre's name, its space, its teachers, its equipment. (A booking moves the item of the feed {@code availability} alone.)
 */
@ApplicationScoped
class ScheduleFeeds {
    static final String SESSIONS = "sessions";

    /** How long a session is shown in the feeds after its end. */
    static final String SHOWN = "interval '90 days'";

    private static final Logger LOG = Logger.getLogger(ScheduleFeeds.class);

    private final Outbox outbox;
    private final Claims claims;
    private final EntityManager entities;

    @Inject
    ScheduleFeeds(Outbox outbox, Claims claims, EntityManager entities) {
        this.outbox = outbox;
        this.claims = claims;
        this.entities = entities;
    }

    void eventRenamed(@Observes EventRenamed change) {
        outbox.move(moved("event_id = :id", change.eventId()));
    }

    /** The lessons that follow their course tell of themselves; those that do not, show its price all the same. */
    void courseResized(@Observes CourseResized change) {
        outbox.move(moved(
                "course_id = :id and (status <> 'scheduled' or ends_at <= now())",
                change.course().id()));
    }

    void programmeRenamed(@Observes ProgrammeRenamed change) {
        outbox.move(moved("event_id in (select e.id from event e where e.programme_id = :id)", change.programmeId()));
    }

    void centreRenamed(@Observes CentreRenamed change) {
        outbox.move(moved("centre_id = :id", change.centreId()));
    }

    /** From now on the public sees its sessions; until now nothing was told of them. */
    void eventAnnounced(@Observes EventAnnounced announced) {
        List<Session> sessions = Session.list("event.id = ?1 order by startsAt, id", announced.eventId());
        outbox.appendAll(sessions.stream()
                .map(session ->
                        new Outbox.Word(SessionChanged.of(session), List.of(FeedItem.changed(SESSIONS, session.id))))
                .toList());
        entities.createNativeQuery("""
                        select cast(tell_availability(s.id, :traceparent) as text)
                        from session s
                        where s.event_id = :event order by s.starts_at, s.id""")
                .setParameter("traceparent", TraceParent.current())
                .setParameter("event", announced.eventId())
                .getResultList();
    }

    void spaceChanged(@Observes SpaceChanged change) {
        if (change.divided()) {
            expandClaimsAgain(Space.findById(change.spaceId()));
        }
        outbox.move(moved("space_id = :id", change.spaceId()));
    }

    void teacherChanged(@Observes TeacherChanged change) {
        outbox.move(moved("teacher_ids @> array[:id]", change.teacherId()));
    }

    void equipmentChanged(@Observes EquipmentChanged change) {
        outbox.move(moved(
                "equipment @> jsonb_build_array(jsonb_build_object('equipmentId', cast(:id as uuid)))",
                change.equipmentId()));
    }

    @SuppressWarnings("unchecked")
    private List<FeedItem> moved(String concerned, Object value) {
        return ((List<UUID>) entities.createNativeQuery(
                                "select id from session where ends_at > now() - " + SHOWN + " and " + concerned,
                                UUID.class)
                        .setParameter("id", value)
                        .getResultList())
                .stream().map(id -> FeedItem.changed(SESSIONS, id)).toList();
    }

    /**
     * Cells never change once claimed: a hall that is divided anew has its claims expanded again, clashes flagged. Its row is
     * locked by then, so that nobody plans in it by the old cells; sessions and blocks come next, then old and new cells.
     */
    private void expandClaimsAgain(Space space) {
        claims.lockAll(space);
        List<Session> sessions = Session.list(
                "space = ?1 and status = ?2 and endsAt > current_timestamp order by startsAt, id",
                space,
                SessionStatus.SCHEDULED);
        var before = sessions.stream().filter(session -> session.clashing).toList();
        for (var session : sessions) {
            session.clashing = !claims.claimAgain(session, space);
            if (session.clashing) {
                LOG.warnf("Session %s lost a part of its room when it was divided anew", session.id);
            }
        }
        List<Block> blocks = Block.list(
                "space = ?1 and removedAt is null and endsAt > current_timestamp order by startsAt, id", space);
        for (var block : blocks) {
            block.clashing = !claims.claimAgain(block, space);
        }
        entities.flush();
        outbox.appendAll(sessions.stream()
                .filter(session -> session.clashing != before.contains(session))
                .map(session ->
                        new Outbox.Word(SessionChanged.of(session), List.of(FeedItem.changed(SESSIONS, session.id))))
                .toList());
    }

    @Produces
    @Singleton
    Topic events() {
        return Topic.ofFacts("event.events");
    }

    @Produces
    @Singleton
    Topic sessions() {
        return Topic.ofFacts("event.sessions");
    }

    @Produces
    @Singleton
    Topic availability() {
        return Topic.ofFacts("event.availability");
    }
}

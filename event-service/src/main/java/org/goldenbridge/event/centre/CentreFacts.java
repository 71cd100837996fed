package org.goldenbridge.event.centre;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.goldenbridge.platform.feed.FeedItem;
import org.goldenbridge.platform.inbox.CloudEvent;
import org.goldenbridge.platform.inbox.Inbox;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.outbox.Topic;

/** Keeps the copies of centres and spaces as centre-service tells them. The version decides which fact is newer. */
@ApplicationScoped
class CentreFacts {
    private final Inbox inbox;
    private final EntityManager entities;
    private final Event<SpaceChanged> changes;
    private final Event<CentreRenamed> renames;
    private final Outbox outbox;

    @Inject
    CentreFacts(
            Inbox inbox,
            EntityManager entities,
            Event<SpaceChanged> changes,
            Event<CentreRenamed> renames,
            Outbox outbox) {
        this.inbox = inbox;
        this.entities = entities;
        this.changes = changes;
        this.renames = renames;
        this.outbox = outbox;
    }

    @Incoming("centres")
    @Blocking
    void centres(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, Map.of("org.goldenbridge.centre.changed.v1", this::centreChanged));
    }

    @Incoming("spaces")
    @Blocking
    void spaces(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, Map.of("org.goldenbridge.space.changed.v1", this::spaceChanged));
    }

    private void centreChanged(CloudEvent event) {
        var fact = event.data(CentreFact.class);
        Centre known = Centre.findById(fact.id());
        if (known != null && known.version >= fact.version()) {
            return;
        }
        var centre = known == null ? new Centre() : known;
        var isRenamed = known != null && !known.isShownAs(fact);
        centre.id = fact.id();
        centre.become(fact);
        centre.persist();
        // Whoever keeps answers that name the centre makes them anew.
        outbox.move(List.of(FeedItem.changed("centres", centre.id)));
        if (isRenamed) {
            renames.fire(new CentreRenamed(centre.id));
        }
    }

    private void spaceChanged(CloudEvent event) {
        var fact = event.data(SpaceFact.class);
        Space known = Space.findById(fact.id(), LockModeType.PESSIMISTIC_WRITE);
        if (known != null && known.version >= fact.version()) {
            return;
        }
        var space = known == null ? new Space() : known;
        space.id = fact.id();
        var divided = space.become(fact);
        space.persistAndFlush();
        entities.createNativeQuery("insert into space_cell select unnest(:cells) on conflict do nothing")
                .setParameter("cells", space.cells())
                .executeUpdate();
        changes.fire(new SpaceChanged(space.id, divided && known != null));
    }

    @Produces
    @Singleton
    Topic deadLetters() {
        return Topic.ofDeadLetters("event-service.dead-letters");
    }
}

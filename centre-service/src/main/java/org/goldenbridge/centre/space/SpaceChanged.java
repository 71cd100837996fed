package org.goldenbridge.centre.space;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.outbox.Fact;
import org.goldenbridge.platform.outbox.Topic;
import org.goldenbridge.platform.text.LocalizedText;

/** The fact that a space changed, with its whole state. */
record SpaceChanged(
        UUID id,
        String centreId,
        long version,
        boolean withdrawn,
        String code,
        LocalizedText name,
        SpaceKind kind,
        int capacity,
        int setUpMinutes,
        int clearingMinutes,
        List<UUID> cells) {
    private static final String TOPIC = "centre.spaces";

    static Fact of(Space space) {
        var changed = new SpaceChanged(
                space.id,
                space.centreId,
                space.version,
                space.withdrawn,
                space.code,
                space.name,
                space.kind,
                space.capacity,
                space.setUpMinutes,
                space.clearingMinutes,
                space.cells());
        return new Fact(TOPIC, "org.goldenbridge.space.changed.v1", space.id.toString(), changed);
    }

    /** Declares the topic, so that it is created. */
    static class Owner {
        @jakarta.enterprise.inject.Produces
        @Singleton
        Topic topic() {
            return Topic.ofFacts(TOPIC);
        }
    }
}

package org.goldenbridge.centre.centre;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.centre.address.Country;
import org.goldenbridge.platform.outbox.Fact;
import org.goldenbridge.platform.outbox.Topic;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The fact that a centre, its opening hours or its closures changed, with the whole state. */
record CentreChanged(
        String id,
        long version,
        boolean withdrawn,
        LocalizedText name,
        LocalizedText city,
        Country country,
        LocalizedText address,
        @Nullable String postalCode,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Access access,
        Zone zone,
        List<OpeningInterval> openingHours,
        List<Closed> closures) {
    private static final String TOPIC = "centre.centres";

    /** When the centre, or the one space, is closed. */
    record Closed(UUID id, @Nullable UUID spaceId, Instant startsAt, Instant endsAt, LocalizedText reason) {}

    /** As it is now; closures that are over are left out. */
    static Fact of(Centre centre, Instant now) {
        var closures = Closure.notOver(centre.id, now).stream()
                .map(closure ->
                        new Closed(closure.id, closure.spaceId, closure.startsAt, closure.endsAt, closure.reason))
                .toList();
        var changed = new CentreChanged(
                centre.id,
                centre.version,
                centre.withdrawn,
                centre.name,
                centre.city,
                centre.country,
                centre.address,
                centre.postalCode,
                centre.latitude,
                centre.longitude,
                centre.access,
                centre.zone,
                centre.openingHours().weekly(),
                closures);
        return new Fact(TOPIC, "org.goldenbridge.centre.changed.v1", centre.id, changed);
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

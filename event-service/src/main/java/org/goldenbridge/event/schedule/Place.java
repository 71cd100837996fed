package org.goldenbridge.event.schedule;

import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Where a session is asked to be: a space of the centre, a venue, or online; one of them. */
public record Place(
        @Nullable UUID spaceId,
        @Nullable Venue venue,
        @Nullable Online online) {
    /** @throws Refusal 400 when none or several are given */
    public Place {
        if (Stream.of(spaceId, venue, online).filter(Objects::nonNull).count() != 1) {
            throw Refusal.badRequest(
                            "invalid-request", "Give one of spaceId, venue and online: a session is in one place.")
                    .at("/spaceId", "must be there when there is neither venue nor online, and only then");
        }
    }

    /** The space, when it is one, of the centre that plans. */
    @Nullable
    Space space(Centre centre) {
        if (spaceId == null) {
            return null;
        }
        var space = Space.toPlanIn(spaceId);
        if (!space.centreId().equals(centre.id())) {
            throw Refusal.unprocessable("space-of-another-centre", "That space belongs to " + space.centreId() + ".")
                    .at("/spaceId", "must be a space of " + centre.id());
        }
        return space;
    }

    /** Online, when it is that, with what was left out. */
    @Nullable
    Online online(Centre centre) {
        return online == null ? null : online.complete(centre.zone());
    }

    ZoneId zone(Centre centre) {
        if (online != null) {
            return ZoneId.of(
                    Objects.requireNonNull(online.complete(centre.zone()).zone()));
        }
        return venue == null ? centre.zone() : venue.zoneId();
    }
}

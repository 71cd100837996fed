package org.goldenbridge.event.schedule;

import java.time.ZoneId;
import java.util.UUID;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Where a session is asked to be: a space of the centre, or a venue; never both. */
public record Place(@Nullable UUID spaceId, @Nullable Venue venue) {
    /** @throws Refusal 400 when neither or both are given */
    public Place {
        if ((spaceId == null) == (venue == null)) {
            throw Refusal.badRequest("invalid-request", "Give either spaceId or venue: a session is in one place.")
                    .at("/spaceId", "must be there when there is no venue, and only then");
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

    ZoneId zone(Centre centre) {
        return venue == null ? centre.zone() : venue.zoneId();
    }
}

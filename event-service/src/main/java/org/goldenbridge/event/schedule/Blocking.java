package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.platform.security.Caller;

/** Keeps spaces for the centre itself and gives them back, in the caller's transaction. */
@ApplicationScoped
class Blocking {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Planner planner;
    private final Caller caller;

    @Inject
    Blocking(Planner planner, Caller caller) {
        this.planner = planner;
        this.caller = caller;
    }

    Block block(UUID id, BlockDraft draft, Instant now) {
        Space.lock(List.of(draft.spaceId()));
        var space = Space.toPlanIn(draft.spaceId());
        caller.mustActFor(space.centreId(), Roles.desk());
        var centre = Centre.toPlanAt(space.centreId());
        var when = Interval.asked("block", LONGEST, draft.startsAt(), draft.endsAt(), centre.zone(), now);
        var block = Block.of(id, space, when, draft.reason(), caller.name(), now);
        block.persistAndFlush();
        planner.take(centre, block);
        return block;
    }

    Block remove(UUID id, Instant now) {
        var block = own(id);
        block.lock();
        block.remove(now);
        block.persistAndFlush();
        planner.giveBack(block);
        return block;
    }

    Block own(UUID id) {
        var block = Block.required(id);
        caller.mustActFor(block.centreId, Roles.desk());
        return block;
    }
}

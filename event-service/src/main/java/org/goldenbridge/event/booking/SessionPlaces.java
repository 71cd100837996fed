package org.goldenbridge.event.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.goldenbridge.platform.http.IdempotentExecutor;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a desk does on the page of a session with its places besides booking: it keeps some, gives some to a partner, and
 * answers for those who wait. All refuse with 403 elsewhere than at the desk of its centre, and with 404 what is of another
 * session.
 */
@ApplicationScoped
@Transactional
public class SessionPlaces {
    private final Holds holds;
    private final Allocations allocations;
    private final WaitingList waitingList;
    private final DeskAccess access;
    private final IdempotentExecutor once;
    private final Clock clock;

    @Inject
    SessionPlaces(
            Holds holds,
            Allocations allocations,
            WaitingList waitingList,
            DeskAccess access,
            IdempotentExecutor once,
            Clock clock) {
        this.holds = holds;
        this.allocations = allocations;
        this.waitingList = waitingList;
        this.access = access;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Keeps places for a while.
     *
     * @param key under which it is done once
     * @throws Refusal as the holds of the API say
     */
    public void keep(UUID session, @Nullable String key, HoldDraft draft) {
        var of = access.session(session);
        once.make(
                access.key("keep", session, key, draft),
                () -> holds.keep(of, draft, access.subject(), clock.instant()).id);
    }

    /** Gives the places of a hold back. */
    public void release(UUID session, UUID hold) {
        var held = Hold.required(hold);
        own(session, held.opportunity);
        holds.release(held, access.subject(), clock.instant());
    }

    /**
     * Sets places aside for a partner.
     *
     * @param key under which it is done once
     * @throws Refusal as the allocations of the API say
     */
    public void allocate(UUID session, @Nullable String key, AllocationDraft draft) {
        var of = access.session(session);
        once.make(
                access.key("make", session, key, draft),
                () -> allocations.make(of, draft, access.subject(), clock.instant()).id);
    }

    /** Gives back what a partner has not filled. */
    public void giveBack(UUID session, UUID allocation) {
        var allocated = Allocation.required(allocation);
        own(session, allocated.opportunity);
        allocations.release(allocated, access.subject(), clock.instant());
    }

    /**
     * Books in whom places are offered to.
     *
     * @throws Refusal 409 {@code offer-expired}, {@code no-offer} or {@code already-booked}
     */
    public void accept(UUID session, UUID entry) {
        waitingList.accept(own(session, entry), access.subject(), clock.instant());
    }

    /** Takes somebody off the waiting list; what was offered to them goes to the next. */
    public void leave(UUID session, UUID entry) {
        waitingList.leave(own(session, entry), access.subject(), clock.instant());
    }

    private WaitingListEntry own(UUID session, UUID entry) {
        var waiting = WaitingListEntry.required(entry);
        own(session, waiting.opportunity);
        return waiting;
    }

    private void own(UUID session, Opportunity opportunity) {
        access.session(session);
        if (!opportunity.id.equals(session)) {
            throw Refusal.notFound("There is no such thing at this session.");
        }
    }
}

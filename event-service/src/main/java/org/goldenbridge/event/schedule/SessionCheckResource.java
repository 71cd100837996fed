package org.goldenbridge.event.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.event.programme.Event;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Says beforehand what planning or moving would say. What is wrong with the question itself is refused as it would be there;
 * what stands against the session is told in the answer.
 */
@Path("/v1/session-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Schedule")
class SessionCheckResource {
    private final Planner planner;
    private final Places places;
    private final Caller caller;
    private final Clock clock;

    SessionCheckResource(Planner planner, Places places, Caller caller, Clock clock) {
        this.planner = planner;
        this.places = places;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Check a session",
            description =
                    "Says what would clash when the session was planned, or moved, without claiming anything. All that"
                            + " stands against it is told at once; that nobody is quicker in the meantime is not promised.")
    @APIResponseSchema(value = SessionCheck.class, responseDescription = "What would come of it")
    @APIResponse(
            responseCode = "422",
            description = "What is wrong with the question itself: `unknown-event`; `unknown-space`; `unknown-teacher`;"
                    + " `unknown-equipment`; `ends-before-it-starts`; `in-the-past`; `time-in-gap`; `capacity-needed`")
    public SessionCheck check(@NotNull @Valid SessionCheckDraft draft) {
        var now = clock.instant();
        var moved = draft.sessionId() == null ? null : Session.required(draft.sessionId());
        var event = moved == null ? Event.toForesee(Objects.requireNonNull(draft.eventId())) : moved.event;
        var centreId = moved == null ? event.centreId() : moved.centreId;
        caller.mustActFor(centreId, Roles.desk());
        if (draft.hoursOverride() != null) {
            caller.mustActFor(centreId, Roles.management());
        }
        var centre = Centre.toPlanAt(centreId);
        var planned = planned(centre, draft, moved, now);
        var wanted = wanted(
                Session.plan(moved == null ? Ids.next() : moved.id, event, null, planned, caller.name(), now), moved);
        wanted.need(centre, draft.teacherIds(), draft.equipment());
        var problems = new ArrayList<SessionCheck.FoundProblem>();
        planned.whyClosed(centre)
                .ifPresent(why -> problems.add(new SessionCheck.FoundProblem("outside-opening-hours", why)));
        if (moved != null) {
            problems.addAll(againstMoving(moved, wanted, now));
        }
        var obstacles = planner.obstacles(centre, wanted);
        obstacles.forEach(each -> problems.add(new SessionCheck.FoundProblem(each.code(), each.detail())));
        return new SessionCheck(
                problems.isEmpty(),
                problems,
                obstacles.stream().flatMap(each -> each.clashes().stream()).toList(),
                obstacles.stream().flatMap(each -> each.shortages().stream()).toList(),
                problems.isEmpty() ? List.of() : planner.freeTimes(centre, wanted),
                problems.isEmpty() ? List.of() : planner.otherSpaces(centre, wanted),
                wanted.capacity());
    }

    private static Planned planned(Centre centre, SessionCheckDraft draft, @Nullable Session moved, Instant now) {
        var place = draft.placeOr(moved);
        var when = Interval.asked(draft.startsAt(), draft.endsAt(), place.zone(centre), now);
        var limit = draft.capacity() == null && moved != null ? moved.capacityLimit : draft.capacity();
        return Planned.at(centre, place, when, limit, draft.hoursOverride());
    }

    /** The session as it would be: one that is never kept, so that nothing can be changed by asking. */
    private static Session wanted(Session session, @Nullable Session moved) {
        if (moved != null) {
            session.teacherIds = Arrays.copyOf(moved.teacherIds, moved.teacherIds.length);
            session.equipment = moved.equipment;
        }
        return session;
    }

    private List<SessionCheck.FoundProblem> againstMoving(Session moved, Session wanted, Instant now) {
        var found = new ArrayList<SessionCheck.FoundProblem>();
        try {
            moved.mustBeAhead(now);
        } catch (Refusal e) {
            found.add(new SessionCheck.FoundProblem(e.code(), String.valueOf(e.getMessage())));
        }
        var taken = places.of(moved.id).taken();
        if (taken > wanted.capacity()) {
            found.add(new SessionCheck.FoundProblem(
                    "too-many-booked",
                    taken + " places are booked, held or offered and there would be only " + wanted.capacity() + "."));
        }
        return found;
    }
}

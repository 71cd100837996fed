package org.goldenbridge.event.booking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;

/** One entry of a waiting list, for the desk of its session's centre. */
@Path("/v1/waiting-list-entries/{entryId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Waiting lists")
class WaitingListEntryResource {
    private final WaitingList waitingList;
    private final WaitingListReader reader;
    private final DeskAccess access;
    private final Clock clock;

    WaitingListEntryResource(WaitingList waitingList, WaitingListReader reader, DeskAccess access, Clock clock) {
        this.waitingList = waitingList;
        this.reader = reader;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Read an entry of a waiting list",
            description = "With its position, its offer, and who was asked before it and why.")
    @APIResponseSchema(value = WaitingListView.class, responseDescription = "The entry")
    public WaitingListView read(UUID entryId) {
        return reader.view(own(entryId));
    }

    @POST
    @Path("/acceptance")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Accept an offer",
            description = "Books the places that are offered. Accepting twice leads to the same booking.")
    @APIResponseSchema(value = BookingView.class, responseDescription = "The booking")
    @APIResponse(
            responseCode = "409",
            description = "`offer-expired`: it went to the next; `no-offer`: nothing is offered; `already-booked`;"
                    + " `contact-quota`: the contact has as many places by now; `session-over`; `course-over`")
    @APIResponse(responseCode = "422", description = "`age-out-of-range`: the ages it is for have changed")
    public BookingView accept(UUID entryId) {
        return BookingView.of(Booking.required(waitingList.accept(own(entryId), access.subject(), clock.instant())));
    }

    @POST
    @Path("/refusal")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(summary = "Decline an offer", description = "The places go to the next, and the group leaves the list.")
    @APIResponseSchema(value = WaitingListView.class, responseDescription = "The entry as it is now")
    @APIResponse(responseCode = "409", description = "`offer-expired`; `no-offer`: nothing is offered")
    public WaitingListView decline(UUID entryId) {
        waitingList.decline(own(entryId), access.subject(), clock.instant());
        return reader.view(WaitingListEntry.fresh(entryId));
    }

    @POST
    @Path("/departure")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Leave the waiting list",
            description = "Whether places are offered or not; a group that waits no longer stays as it is.")
    @APIResponseSchema(value = WaitingListView.class, responseDescription = "The entry as it is now")
    public WaitingListView leave(UUID entryId) {
        waitingList.leave(own(entryId), access.subject(), clock.instant());
        return reader.view(WaitingListEntry.fresh(entryId));
    }

    private WaitingListEntry own(UUID entryId) {
        var entry = WaitingListEntry.required(entryId);
        access.mustBeOf(entry.opportunity);
        return entry;
    }
}

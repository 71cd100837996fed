package org.goldenbridge.centre.centre;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.centre.access.Roles;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** When a centre is open, week by week. */
@Path("/v1/centres/{centreId}/opening-hours")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Centres")
class OpeningHoursResource {
    private final Outbox outbox;
    private final Caller caller;
    private final ReaderLanguage reader;
    private final Clock clock;

    OpeningHoursResource(Outbox outbox, Caller caller, ReaderLanguage reader, Clock clock) {
        this.outbox = outbox;
        this.caller = caller;
        this.reader = reader;
        this.clock = clock;
    }

    /** The weekly opening hours on the centre's wall clock, Monday first. */
    @GET
    @PermitAll
    @Operation(
            summary = "Read a centre's opening hours",
            description = "The weekly opening hours on the centre's wall clock, Monday first. Closures are apart.")
    @APIResponseSchema(value = OpeningHours.class, responseDescription = "The opening hours")
    public RestResponse<OpeningHours> read(
            String centreId, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var centre = Centre.required(centreId);
        return Answers.read(centre::openingHours, EntityTags.of(centre.version, reader), ifNoneMatch);
    }

    /** Replaces all weekly opening hours. */
    @PUT
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Set a centre's opening hours",
            description = "Replaces all weekly opening hours. The intervals of one day must not overlap.")
    @APIResponseSchema(value = OpeningHours.class, responseDescription = "The opening hours as they are now")
    @APIResponse(responseCode = "409", description = "`withdrawn`: the centre has closed for good")
    @APIResponse(
            responseCode = "422",
            description = "`invalid-opening-hours`: an interval ends before it starts, or overlaps another")
    public RestResponse<OpeningHours> set(
            String centreId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid OpeningHours draft) {
        caller.mustActFor(centreId, Roles.management());
        var centre = Centre.locked(centreId);
        EntityTags.requireMatch(ifMatch, centre.version);
        centre.setOpeningHours(draft);
        centre.persistAndFlush();
        outbox.append(CentreChanged.of(centre, clock.instant()));
        return Answers.ok(centre.openingHours(), EntityTags.of(centre.version, reader));
    }
}

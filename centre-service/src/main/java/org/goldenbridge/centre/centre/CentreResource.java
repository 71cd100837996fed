package org.goldenbridge.centre.centre;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.centre.access.Roles;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The centres of the network. */
@Path("/v1/centres")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Centres", description = "The centres of the network and their opening hours.")
class CentreResource {
    private final Outbox outbox;
    private final Caller caller;
    private final Lists lists;
    private final ReaderLanguage reader;
    private final Clock clock;

    CentreResource(Outbox outbox, Caller caller, Lists lists, ReaderLanguage reader, Clock clock) {
        this.outbox = outbox;
        this.caller = caller;
        this.lists = lists;
        this.reader = reader;
        this.clock = clock;
    }

    /** The centres that are in use, in the order of their ids. */
    @GET
    @PermitAll
    @Operation(summary = "List the centres", description = "The centres that are in use, in the order of their ids.")
    @APIResponseSchema(value = CentrePage.class, responseDescription = "A page of centres")
    public RestResponse<byte[]> list(
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return lists.page(
                new Lists.Wish("centres", cursor, limit, ifNoneMatch),
                Centre::inUse,
                centre -> centre.id,
                centre -> CentreView.of(centre, reader));
    }

    /** One centre; one that has closed for good is shown as withdrawn. */
    @GET
    @Path("/{centreId}")
    @PermitAll
    @Operation(
            summary = "Read a centre",
            description = "One centre, in the reader's language or in all with lang=*. One that has closed for good is "
                    + "still shown, as withdrawn.")
    @APIResponseSchema(value = CentreView.class, responseDescription = "The centre")
    public RestResponse<CentreView> read(
            String centreId,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var centre = Centre.required(centreId);
        return Answers.read(() -> CentreView.of(centre, reader), EntityTags.of(centre.version, reader), ifNoneMatch);
    }

    /** Opens a centre; its id is the word of its groups as well. */
    @POST
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Open a centre",
            description = "Adds a centre to the network. The other services know it within a second: sessions can be "
                    + "planned there, and records held.")
    @APIResponseSchema(value = CentreView.class, responseCode = "201", responseDescription = "The new centre")
    @APIResponse(responseCode = "409", description = "`already-there`: there is a centre of that id already")
    @APIResponse(responseCode = "422", description = "`reserved-word`: the id stands for something else")
    public RestResponse<CentreView> open(@NotNull @Valid CentreDraft draft) {
        caller.mustActFor(Caller.WHOLE, Roles.ADMINISTRATOR);
        var centre = Centre.open(draft);
        try {
            centre.persistAndFlush();
        } catch (ConstraintViolationException e) {
            throw Centre.alreadyThere(draft.id()); // somebody else opened it at the same moment
        }
        outbox.append(CentreChanged.of(centre, clock.instant()));
        return Answers.created(
                URI.create("/v1/centres/" + centre.id),
                CentreView.of(centre, reader),
                EntityTags.of(centre.version, reader));
    }

    /** Replaces what is known of a centre. */
    @PUT
    @Path("/{centreId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Edit a centre", description = "Replaces what is known of a centre, but for its id.")
    @APIResponseSchema(value = CentreView.class, responseDescription = "The centre as it is now")
    @APIResponse(responseCode = "409", description = "`withdrawn`: the centre has closed for good")
    @APIResponse(responseCode = "422", description = "`fixed-field`: the id of a centre never changes")
    public RestResponse<CentreView> edit(
            String centreId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid CentreDraft draft) {
        caller.mustActFor(centreId, Roles.management());
        var centre = Centre.locked(centreId);
        EntityTags.requireMatch(ifMatch, centre.version);
        centre.edit(draft);
        centre.persistAndFlush();
        outbox.append(CentreChanged.of(centre, clock.instant()));
        return Answers.ok(CentreView.of(centre, reader), EntityTags.of(centre.version, reader));
    }

    /** Closes a centre for good; it stays known as withdrawn. */
    @DELETE
    @Path("/{centreId}")
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "Withdraw a centre",
            description = "Closes a centre for good. It stays known, as withdrawn; nothing new can be planned there.")
    @APIResponse(responseCode = "204", description = "It is withdrawn")
    public void withdraw(String centreId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        caller.mustActFor(Caller.WHOLE, Roles.ADMINISTRATOR);
        var centre = Centre.locked(centreId);
        EntityTags.requireMatch(ifMatch, centre.version);
        centre.withdraw();
        centre.persistAndFlush();
        outbox.append(CentreChanged.of(centre, clock.instant()));
    }
}

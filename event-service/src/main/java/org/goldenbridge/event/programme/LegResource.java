package org.goldenbridge.event.programme;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The legs of a touring exhibition. Each change of them is a change of the programme, and told as that. */
@Path("/v1/programmes/{programmeId}/legs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes")
class LegResource {
    private final Announcements announcements;
    private final Caller caller;
    private final ReaderLanguage reader;
    private final Clock clock;

    LegResource(Announcements announcements, Caller caller, ReaderLanguage reader, Clock clock) {
        this.announcements = announcements;
        this.caller = caller;
        this.reader = reader;
        this.clock = clock;
    }

    @GET
    @Path("/{legId}")
    @PermitAll
    @Operation(
            summary = "Read a leg",
            description = "One leg of a tour, with its city, in the local days of the place.")
    @APIResponseSchema(value = LegView.class, responseDescription = "The leg")
    @APIResponse(responseCode = "401", description = Roles.TOKEN_NO_GOOD)
    public RestResponse<LegView> read(
            UUID programmeId,
            UUID legId,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var legs = Leg.of(Programme.visible(programmeId, caller));
        var leg = Leg.required(programmeId, legId);
        return Answers.read(() -> view(leg, legs), tag(leg, legs), ifNoneMatch);
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Add a leg",
            description =
                    "Where the exhibition stands from when to when. The legs of a tour never overlap, with set-up and"
                            + " the way there counted. A leg claims no room: the desk of the place plans sessions, of 31 days at most"
                            + " each, when it wants one.")
    @APIResponseSchema(value = LegView.class, responseCode = "201", responseDescription = "The leg")
    @APIResponse(
            responseCode = "409",
            description = "`legs-overlap`: the exhibition is elsewhere then; `programme-cancelled`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`no-legs-here`: only a touring exhibition has legs; `leg-outside-programme`; `unknown-centre`;"
                            + " `unknown-space`; `space-of-another-centre`; `ends-before-it-starts`")
    public RestResponse<LegView> add(UUID programmeId, @NotNull @Valid LegDraft draft) {
        var programme = toTour(programmeId);
        var leg = Leg.add(Ids.next(), programme, draft, Leg.of(programme));
        leg.persistAndFlush();
        tell(programme, "leg-added", Map.of("leg", leg.id, "content", draft));
        var legs = Leg.of(programme);
        return Answers.created(
                URI.create("/v1/programmes/" + programmeId + "/legs/" + leg.id), view(leg, legs), tag(leg, legs));
    }

    @PUT
    @Path("/{legId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(summary = "Edit a leg", description = "Replaces where and when it is.")
    @APIResponseSchema(value = LegView.class, responseDescription = "The leg as it is now")
    @APIResponse(
            responseCode = "409",
            description = "`legs-overlap`: the exhibition is elsewhere then; `programme-cancelled`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`leg-outside-programme`: it is not within the programme's days; `unknown-centre`; `unknown-space`;"
                            + " `space-of-another-centre`; `ends-before-it-starts`")
    public RestResponse<LegView> edit(
            UUID programmeId,
            UUID legId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid LegDraft draft) {
        var programme = toTour(programmeId);
        var leg = Leg.required(programmeId, legId);
        EntityTags.requireMatch(ifMatch, leg.version);
        leg.stand(draft, Leg.of(programme));
        leg.persistAndFlush();
        tell(programme, "leg-edited", Map.of("leg", leg.id, "content", draft));
        var legs = Leg.of(programme);
        return Answers.ok(view(leg, legs), tag(leg, legs));
    }

    @DELETE
    @Path("/{legId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(summary = "Remove a leg", description = "The tour does not stop there. What was planned there stays.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "`programme-cancelled`: the programme is cancelled")
    public RestResponse<Void> remove(UUID programmeId, UUID legId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var programme = toTour(programmeId);
        var leg = Leg.required(programmeId, legId);
        EntityTags.requireMatch(ifMatch, leg.version);
        leg.delete();
        tell(programme, "leg-removed", Map.of("leg", leg.id));
        return RestResponse.noContent();
    }

    /** The programme, held still: two changes of one tour are made one after the other. */
    private Programme toTour(UUID programmeId) {
        var programme = Programme.<Programme>findByIdOptional(programmeId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.notFound("There is no such programme."));
        Programme.mustActFor(caller, programme.centreId);
        programme.mustNotBeCancelled();
        if (programme.kind != ProgrammeKind.TOURING_EXHIBITION) {
            throw Refusal.unprocessable(
                    "no-legs-here", "Only a touring exhibition has legs; this is another programme.");
        }
        return programme;
    }

    private void tell(Programme programme, String action, Map<String, ?> detail) {
        announcements.touch(programme);
        announcements.tell(programme);
        announcements.record(programme, action, detail, clock.instant());
    }

    private LegView view(Leg leg, List<Leg> legs) {
        return LegView.of(leg, legs.indexOf(leg) + 1, reader);
    }

    private String tag(Leg leg, List<Leg> legs) {
        return EntityTags.of(leg.version, reader, legs.indexOf(leg), leg.centreVersion());
    }
}

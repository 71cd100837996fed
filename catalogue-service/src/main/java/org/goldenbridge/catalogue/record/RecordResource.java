package org.goldenbridge.catalogue.record;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.catalogue.access.Roles;
import org.goldenbridge.catalogue.centre.HoldingCentres;
import org.goldenbridge.catalogue.worksheet.MarcBody;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The records of the catalogue: read by anyone, described by the cataloguers of the centres. */
@Path("/v1/records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Records", description = "What the centres hold is described by: books, films, recordings, objects.")
class RecordResource {
    private final RecordDesk desk;
    private final Caller caller;
    private final Lists lists;

    RecordResource(RecordDesk desk, Caller caller, Lists lists) {
        this.desk = desk;
        this.caller = caller;
        this.lists = lists;
    }

    /** The records that hold every word, page by page; those that are hidden or deleted are not among them. */
    @GET
    @PermitAll
    @Operation(
            summary = "Search the records",
            description =
                    "The records in whose titles, names, subjects or numbers every word stands, in whatever script "
                            + "the record has; the last word may be the beginning of one. The most recently entered come first. "
                            + "What is hidden or deleted is not shown.")
    @APIResponseSchema(value = RecordPage.class, responseDescription = "A page of records")
    public RestResponse<byte[]> list(
            @Schema(description = "Words, all of which must be found.", examples = "абай жолы")
                    @QueryParam("q")
                    @Size(max = 200)
                    @Nullable
                    String q,
            @Schema(description = "Only this kind.", implementation = RecordKind.class) @QueryParam("kind") @Nullable
                    String kind,
            @Schema(description = "Only what this centre keeps or holds.", examples = "beijing")
                    @QueryParam("centre")
                    @Size(max = 60)
                    @Nullable
                    String centre,
            @Schema(description = "Only what is in this language (BCP 47).", examples = "kk")
                    @QueryParam("language")
                    @Pattern(regexp = "[a-z]{2,3}", message = "must be a language of two or three letters, such as kk")
                    @Nullable
                    String language,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var asked = RecordQuery.of(q, kind, centre, language);
        return lists.page(
                new Lists.Wish(asked.name(), cursor, limit, ifNoneMatch),
                (after, most) -> desk.find(asked, after, most),
                view -> view.id().toString(),
                view -> view);
    }

    /** One record; one that was merged leads to the record that took its place, one that was deleted says so. */
    @GET
    @Path("/{recordId}")
    @PermitAll
    @Operation(
            summary = "Read a record",
            description =
                    "One record, with what the centres hold of it. A deleted one is shown as deleted, for ever. A "
                            + "hidden one is shown to staff only.")
    @APIResponseSchema(value = RecordView.class, responseDescription = "The record")
    @APIResponse(responseCode = "308", description = "It was merged: Location is the record that took its place")
    public RestResponse<RecordView> read(UUID recordId, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var record = desk.shown(recordId, "");
        var holdings = Holding.of(List.of(record.id)).getOrDefault(record.id, List.of());
        return Answers.read(() -> RecordView.of(record, holdings), desk.tag(record, holdings), ifNoneMatch);
    }

    /** The MARC record, field by field. */
    @GET
    @Path("/{recordId}/marc")
    @PermitAll
    @Operation(
            summary = "Read a record's MARC",
            description = "The MARC 21 record, whole: the form in which it is edited. Holdings are not in it.")
    @APIResponseSchema(value = MarcBody.class, responseDescription = "The MARC record")
    @APIResponse(responseCode = "308", description = "It was merged: Location is the record that took its place")
    public RestResponse<MarcBody> readMarc(UUID recordId, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var record = desk.standing(recordId, "/marc");
        return Answers.read(() -> MarcBody.of(record.marc()), desk.tag(record), ifNoneMatch);
    }

    /** Enters a record. */
    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Enter a record",
            description =
                    "Describes something new. The MARC record is checked field by field; every fault is named with "
                            + "its place. Its number in another catalogue (001, 003) is kept in 035.")
    @APIResponseSchema(value = RecordView.class, responseCode = "201", responseDescription = "The new record")
    @APIResponse(
            responseCode = "422",
            description = "`invalid-marc`: the errors name each fault and its place; `unknown-centre`")
    public RestResponse<RecordView> enter(@NotNull @Valid RecordDraft draft) {
        caller.mustActFor(draft.centreId(), Roles.cataloguing());
        HoldingCentres.mustBeInUse(draft.centreId());
        var record = desk.enter(Ids.next(), draft);
        return Answers.created(
                URI.create("/v1/records/" + record.id), RecordView.of(record, List.of()), desk.tag(record, List.of()));
    }

    /** Replaces a record; what differs counts as edited by hand, and no import writes over it unasked. */
    @PUT
    @Path("/{recordId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Edit a record",
            description =
                    "Replaces the whole of a record. The fields that differ count as edited by hand from then on: an "
                            + "import does not write over them unasked. An edit that changes nothing makes no new version.")
    @APIResponseSchema(value = RecordView.class, responseDescription = "The record as it is now")
    @APIResponse(responseCode = "409", description = "`withdrawn`: it is deleted or merged")
    @APIResponse(
            responseCode = "422",
            description = "`invalid-marc`: the errors name each fault and its place; `unknown-centre`")
    public RestResponse<RecordView> edit(
            UUID recordId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid RecordDraft draft) {
        var record = toChange(recordId, ifMatch);
        if (!draft.centreId().equals(record.centreId)) {
            caller.mustActFor(draft.centreId(), Roles.cataloguing());
            HoldingCentres.mustBeInUse(draft.centreId());
        }
        desk.edit(record, draft);
        return ok(record);
    }

    /** Deletes a record; it stays known, as deleted. */
    @DELETE
    @Path("/{recordId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Operation(
            summary = "Delete a record",
            description =
                    "The record stays known as deleted, for ever, here and to the partners who harvest. It can be "
                            + "restored.")
    @APIResponse(responseCode = "204", description = "It is deleted")
    @APIResponse(
            responseCode = "409",
            description = "`has-items`: centres still hold copies; `withdrawn`: it is deleted or merged already")
    public void delete(UUID recordId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        desk.delete(toChange(recordId, ifMatch));
    }

    /** Brings a deleted record back. */
    @POST
    @Path("/{recordId}/restoration")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Operation(summary = "Restore a record", description = "Brings a deleted record back as it was, under its id.")
    @APIResponseSchema(value = RecordView.class, responseDescription = "The record as it is now")
    @APIResponse(responseCode = "409", description = "`not-deleted`: there is nothing to restore")
    public RestResponse<RecordView> restore(UUID recordId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var record = toChange(recordId, ifMatch);
        desk.restore(record);
        return ok(record);
    }

    /** The record under its row lock, for one who may change it and has read what is there now. */
    private Record toChange(UUID recordId, @Nullable String ifMatch) {
        var record = Record.locked(recordId);
        caller.mustActFor(record.centreId, Roles.cataloguing());
        EntityTags.requireMatch(ifMatch, record.version);
        return record;
    }

    private RestResponse<RecordView> ok(Record record) {
        var holdings = Holding.of(List.of(record.id)).getOrDefault(record.id, List.of());
        return Answers.ok(RecordView.of(record, holdings), desk.tag(record, holdings));
    }
}

package org.goldenbridge.catalogue.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.catalogue.access.Roles;
import org.goldenbridge.catalogue.access.StaffCentres;
import org.goldenbridge.catalogue.centre.HoldingCentres;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The sources from which records are imported. */
@Path("/v1/import-sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Import sources", description = "Where records come from, and which fields a source may change.")
class ImportSourceResource {
    private final Caller caller;
    private final Lists lists;
    private final ReaderLanguage reader;

    ImportSourceResource(Caller caller, Lists lists, ReaderLanguage reader) {
        this.caller = caller;
        this.lists = lists;
        this.reader = reader;
    }

    /** The sources in use of the centres at which the caller works, in the order of their ids. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER, Roles.STAFF})
    @Operation(
            summary = "List the sources",
            description = "The sources from which files are taken in, of the centres at which the caller works, in the"
                    + " order of their ids.")
    @APIResponseSchema(value = ImportSourcePage.class, responseDescription = "A page of sources")
    public RestResponse<byte[]> list(
            @Schema(description = "Only the sources of this centre.", examples = "beijing")
                    @QueryParam("centre")
                    @Size(max = 63)
                    @Nullable
                    String centre,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var centres = StaffCentres.of(caller, centre);
        return lists.page(
                new Lists.Wish("import-sources " + centres, cursor, limit, ifNoneMatch),
                (after, most) -> ImportSource.inUse(centres, after, most),
                source -> source.id,
                ImportSourceView::of);
    }

    /** One source; one that was withdrawn is shown as such. */
    @GET
    @Path("/{sourceId}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER, Roles.STAFF})
    @Operation(
            summary = "Read a source",
            description =
                    "One source of records. One from which nothing is taken any more is still shown, as withdrawn.")
    @APIResponseSchema(value = ImportSourceView.class, responseDescription = "The source")
    public RestResponse<ImportSourceView> read(
            String sourceId, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var source = ImportSource.required(sourceId);
        caller.mustActFor(source.centreId, Roles.everyone());
        return Answers.read(() -> ImportSourceView.of(source), EntityTags.of(source.version, reader), ifNoneMatch);
    }

    /** Enters a source of records. */
    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Enter a source",
            description =
                    "Enters a source of records, with what it may change in records that the catalogue has already.")
    @APIResponseSchema(value = ImportSourceView.class, responseCode = "201", responseDescription = "The new source")
    @APIResponse(responseCode = "409", description = "`already-there`: there is a source of that id")
    @APIResponse(responseCode = "422", description = "`unknown-centre`: there is no such centre, or it has closed")
    public RestResponse<ImportSourceView> enter(@NotNull @Valid ImportSourceDraft draft) {
        caller.mustActFor(draft.centreId(), Roles.cataloguing());
        HoldingCentres.mustBeInUse(draft.centreId());
        var source = ImportSource.enter(draft);
        source.persistAndFlush();
        return Answers.created(
                URI.create("/v1/import-sources/" + source.id),
                ImportSourceView.of(source),
                EntityTags.of(source.version, reader));
    }

    /** Replaces what is known of a source. */
    @PUT
    @Path("/{sourceId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Edit a source",
            description =
                    "Replaces a source's name and rules. New rules count for the imports that are begun from then on;"
                            + " what is planned is applied as it was planned.")
    @APIResponseSchema(value = ImportSourceView.class, responseDescription = "The source as it is now")
    @APIResponse(responseCode = "409", description = "`withdrawn`: nothing is taken from it any more")
    @APIResponse(responseCode = "422", description = "`fixed-field`: a source keeps its id and its centre")
    public RestResponse<ImportSourceView> edit(
            String sourceId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ImportSourceDraft draft) {
        var source = toChange(sourceId, ifMatch);
        source.edit(draft);
        source.persistAndFlush();
        return Answers.ok(ImportSourceView.of(source), EntityTags.of(source.version, reader));
    }

    /** Takes no more files from a source; what came from it stays. */
    @DELETE
    @Path("/{sourceId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Operation(
            summary = "Withdraw a source",
            description = "No more files are taken from it. What came from it stays, and imports under way go on.")
    @APIResponse(responseCode = "204", description = "It is withdrawn")
    public void withdraw(String sourceId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        toChange(sourceId, ifMatch).withdraw();
    }

    private ImportSource toChange(String sourceId, @Nullable String ifMatch) {
        var source = ImportSource.required(sourceId);
        caller.mustActFor(source.centreId, Roles.cataloguing());
        EntityTags.requireMatch(ifMatch, source.version);
        return source;
    }
}

package org.goldenbridge.catalogue.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.catalogue.access.Roles;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.words.Words;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The plan of an import, row by row. */
@Path("/v1/imports/{importId}/rows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
class ImportRowResource {
    private final Caller caller;
    private final Lists lists;
    private final Rows rows;
    private final FileStore files;

    ImportRowResource(Caller caller, Lists lists, Rows rows, FileStore files) {
        this.caller = caller;
        this.lists = lists;
        this.rows = rows;
        this.files = files;
    }

    /** The plan in the order of the file. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER, Roles.STAFF})
    @Operation(
            summary = "Read the plan",
            description =
                    "What the plan says of each record of the file, and what came of it, in the order of the file."
                            + " While it is being planned, as far as that has come.")
    @APIResponseSchema(value = ImportRowPage.class, responseDescription = "A page of the plan")
    public RestResponse<byte[]> list(
            UUID importId,
            @Schema(description = "Only records of which the plan says this.", implementation = Outcome.class)
                    @QueryParam("outcome")
                    @Nullable
                    String outcome,
            @Schema(description = "Only records of which this came.", implementation = RowResult.class)
                    @QueryParam("result")
                    @Nullable
                    String result,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        mustBeReadable(importId);
        var outcomeWanted = Words.parameter(Outcome.class, outcome, "outcome");
        var resultWanted = Words.parameter(RowResult.class, result, "result");
        return lists.page(
                new Lists.Wish("import-rows " + importId + " " + outcome + " " + result, cursor, limit, ifNoneMatch),
                (place, most) -> rows.after(
                        importId, place.isEmpty() ? 0 : Long.parseLong(place), most, outcomeWanted, resultWanted),
                row -> String.valueOf(row.nth()),
                ImportRowView::of);
    }

    /** One row of the plan. */
    @GET
    @Path("/{nth}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER, Roles.STAFF})
    @Operation(summary = "Read a row of the plan", description = "What the plan says of one record of the file.")
    @APIResponseSchema(value = ImportRowView.class, responseDescription = "The row")
    public ImportRowView read(
            UUID importId, @Schema(description = "Number of the record in the file, from 1.") long nth) {
        mustBeReadable(importId);
        return ImportRowView.of(required(importId, nth));
    }

    /** The bytes of one record, as they were sent. */
    @GET
    @Path("/{nth}/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER, Roles.STAFF})
    @Operation(
            summary = "Read the bytes of a record",
            description =
                    "The bytes of one record of the file exactly as they were sent, also of one that cannot be read.")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<StreamingOutput> original(
            UUID importId, @Schema(description = "Number of the record in the file, from 1.") long nth) {
        var found = mustBeReadable(importId);
        var row = required(importId, nth);
        found.mustKeepBytesOf(row);
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(
                        out -> files.original(importId, row.position(), row.length())
                                .transferTo(out),
                        MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_LENGTH, row.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"record-" + nth + ".bin\"")
                .build();
    }

    /** Decides of a conflict over fields that a cataloguer edited. */
    @PUT
    @Path("/{nth}/decision")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decide a conflict",
            description =
                    "Decides, before the import is applied, whether fields that a cataloguer edited are kept or the"
                            + " source's are taken. Without a decision they are kept.")
    @APIResponseSchema(value = ImportRowView.class, responseDescription = "The row as it is now")
    @APIResponse(
            responseCode = "409",
            description =
                    "`wrong-state`: the import is not planned, or no longer; `nothing-to-decide`: the row is no conflict"
                            + " over edited fields")
    public ImportRowView decide(
            UUID importId,
            @Schema(description = "Number of the record in the file, from 1.") long nth,
            @NotNull @Valid DecisionDraft draft) {
        caller.mustActFor(Import.required(importId).centreId, Roles.cataloguing());
        Import.getEntityManager().clear(); // read again under the lock, so that applying has not begun
        Import.locked(importId).mustAwaitDecisions();
        var row = required(importId, nth);
        if (!row.isDecidable()) {
            throw Refusal.conflict(
                    "nothing-to-decide",
                    "There is nothing to decide about record " + nth
                            + ": it is no conflict over fields that a cataloguer edited.");
        }
        rows.decide(importId, nth, draft.decision());
        return ImportRowView.of(required(importId, nth));
    }

    private Import mustBeReadable(UUID importId) {
        var found = Import.required(importId);
        caller.mustActFor(found.centreId, Roles.everyone());
        return found;
    }

    private Row required(UUID importId, long nth) {
        return rows.find(importId, nth)
                .orElseThrow(() -> Refusal.notFound("The plan of this import has no record " + nth + "."));
    }
}

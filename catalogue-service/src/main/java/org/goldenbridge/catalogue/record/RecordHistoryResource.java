package org.goldenbridge.catalogue.record;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.catalogue.access.Roles;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The history of a record, for those who work in the network: a description is the work of many. */
@Path("/v1/records/{recordId}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Records")
class RecordHistoryResource {
    private final Lists lists;

    RecordHistoryResource(Lists lists) {
        this.lists = lists;
    }

    /** Who changed what and when, newest first. A merged record has a history of its own, and keeps it. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER, Roles.STAFF})
    @Operation(
            summary = "Read a record's history",
            description =
                    "Who changed what and when, field by field, newest first. A deleted or merged record keeps its "
                            + "history. Staff of every centre read it: a description is the work of many.")
    @APIResponseSchema(value = RecordHistoryPage.class, responseDescription = "A page of changes")
    public RestResponse<byte[]> list(
            UUID recordId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var record = Record.required(recordId);
        return lists.page(
                new Lists.Wish("history of record " + recordId, cursor, limit, ifNoneMatch),
                (before, most) -> changes(record, before, most),
                change -> String.valueOf(change.version()),
                change -> change);
    }

    /** Each change is shown against the state that followed it: what the next newer change replaced. */
    private static List<RecordChangeView> changes(Record record, String before, int atMost) {
        var changes =
                RecordChange.before(record.id, before.isEmpty() ? record.version + 1 : Long.parseLong(before), atMost);
        var views = new ArrayList<RecordChangeView>();
        for (var change : changes) {
            var after = views.isEmpty()
                    ? RecordSnapshot.of(record, change.version)
                    : RecordSnapshot.before(changes.get(views.size() - 1)).orElseThrow();
            views.add(RecordChangeView.of(change, after));
        }
        return views;
    }

    /** The record as it was in a version, whole. */
    @GET
    @Path("/{version}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER, Roles.STAFF})
    @Operation(
            summary = "Read a record as it was",
            description = "The whole record as it was in one of its versions, the first being 0.")
    @APIResponseSchema(value = RecordVersionView.class, responseDescription = "The record in that version")
    public RecordVersionView read(
            UUID recordId,
            @Schema(description = "The version, as the history names it.", examples = "0") long version) {
        var record = Record.required(recordId);
        var change = RecordChange.making(recordId, version)
                .orElseThrow(() -> Refusal.notFound("The record has had no version " + version + "."));
        return RecordVersionView.of(change, RecordSnapshot.of(record, version));
    }
}

package org.goldenbridge.catalogue.record;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.catalogue.access.Roles;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Duplicates: two records that describe the same become one. */
@Path("/v1/records/{recordId}/merge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Records")
class RecordMergeResource {
    private final Merging merging;
    private final RecordDesk desk;
    private final Caller caller;

    RecordMergeResource(Merging merging, RecordDesk desk, Caller caller) {
        this.merging = merging;
        this.desk = desk;
        this.caller = caller;
    }

    /** Gives a record's place to another one that describes the same; its items and sources go along. */
    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Merge a record into another",
            description =
                    "For two descriptions of the same. The copies, and what partners deliver for the one, belong to "
                            + "the other from then on; the address of the one leads to the other, for ever. What the other says "
                            + "does not change. The caller must act for the centres that keep the two.")
    @APIResponseSchema(value = RecordView.class, responseDescription = "The record that stays, as it is now")
    @APIResponse(responseCode = "409", description = "`withdrawn`: one of the two is deleted or merged already")
    @APIResponse(
            responseCode = "422",
            description = "`merged-into-itself`: the two are the same; `unknown-record`: there is none to merge into")
    public RestResponse<RecordView> merge(
            UUID recordId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid MergeDraft draft) {
        var pair = merging.lock(recordId, draft.into());
        caller.mustActFor(pair.from().centreId, Roles.cataloguing());
        caller.mustActFor(pair.into().centreId, Roles.cataloguing());
        EntityTags.requireMatch(ifMatch, pair.from().version);
        merging.merge(pair);
        var stays = pair.into();
        var holdings = Holding.of(List.of(stays.id)).getOrDefault(stays.id, List.of());
        return Answers.ok(RecordView.of(stays, holdings), desk.tag(stays, holdings));
    }
}

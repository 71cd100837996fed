package org.goldenbridge.event.feeds;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.centre.CentreParameter;
import org.goldenbridge.platform.http.TaggedJson;
import org.goldenbridge.platform.openapi.ListOf;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What changed in the schedule, for apps that hold it already. */
@Path("/v1/schedule-changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feeds")
class ScheduleDeltaResource {
    private final Deltas deltas;
    private final ReaderLanguage reader;
    private final TaggedJson tagged;

    ScheduleDeltaResource(Deltas deltas, ReaderLanguage reader, TaggedJson tagged) {
        this.deltas = deltas;
        this.reader = reader;
        this.tagged = tagged;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Read what changed in the schedule",
            description =
                    "Sessions that changed behind a place in the feeds, each once, in the reader's language: all that a"
                            + " list shows of them, or their places alone when only these changed. Places are numbered as in the"
                            + " RPDE feeds, so one can go from one to the other. To begin, ask without afterChangeNumber, which"
                            + " tells where to go on and no items; then read the schedule; then ask here again and again. The"
                            + " Change-Number of a write is something else.")
    @APIResponseSchema(value = ScheduleDelta.class, responseDescription = "What changed")
    @APIResponse(responseCode = "410", description = FeedResource.TOO_OLD)
    public RestResponse<byte[]> list(
            @Schema(
                            type = SchemaType.INTEGER,
                            format = "int64",
                            minimum = "0",
                            description =
                                    "Only what changed behind this place: the afterChangeNumber of the answer before.",
                            examples = "4711")
                    @QueryParam("afterChangeNumber")
                    @Nullable
                    String afterChangeNumber,
            @Schema(description = "Only sessions of these centres.", examples = "beijing,paris")
                    @ListOf
                    @QueryParam("centre")
                    @Nullable
                    String centre,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @Schema(description = "About how many changes at most.")
                    @QueryParam("limit")
                    @DefaultValue("500")
                    @Min(1)
                    @Max(500)
                    int limit,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch)
            throws SQLException {
        var centres = CentreParameter.several(centre);
        var changes = afterChangeNumber == null
                ? deltas.beginning()
                : deltas.after(FeedNumbers.parse(afterChangeNumber, "afterChangeNumber"), limit, centres, reader);
        return tagged.answer(changes, ifNoneMatch).build();
    }
}

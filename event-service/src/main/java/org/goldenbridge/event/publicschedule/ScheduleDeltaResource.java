package org.goldenbridge.event.publicschedule;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.centre.CentreParameter;
import org.goldenbridge.platform.feed.FeedNumbers;
import org.goldenbridge.platform.http.TaggedJson;
import org.goldenbridge.platform.openapi.ListOf;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What changed in the schedule, for apps that hold it already. */
@Path(ScheduleDeltaResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feeds")
class ScheduleDeltaResource {
    static final String PATH = "/v1/schedule-changes";

    private static final String TOO_OLD =
            "`feed-position-too-old`: what has gone since that place is no longer kept. Begin again without"
                    + " afterChangeNumber, and forget what does not come.";

    private final Deltas deltas;
    private final PreparedAnswers answers;
    private final WrittenChange written;
    private final TaggedJson tagged;

    ScheduleDeltaResource(Deltas deltas, PreparedAnswers answers, WrittenChange written, TaggedJson tagged) {
        this.deltas = deltas;
        this.answers = answers;
        this.written = written;
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
                            + " Change-Number of a write is something else. An answer is at most a second old, and none to who gives back a"
                            + " Change-Number.")
    @APIResponseSchema(value = ScheduleDelta.class, responseDescription = "What changed")
    @APIResponse(responseCode = "410", description = TOO_OLD)
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
            @Schema(description = ScheduleParameters.FIELDS, examples = "title,localStartsAt,places")
                    @ListOf(value = ScheduleView.class, also = ShownFields.USUAL, atMost = 40)
                    @QueryParam("fields")
                    @Nullable
                    String fields,
            @Schema(
                            description =
                                    "The Change-Number of the answer to a write: this answer tells at least what was written.",
                            examples = "w4711")
                    @QueryParam("changeNumber")
                    @Nullable
                    String changeNumber,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context HttpHeaders headers)
            throws SQLException {
        var centres = CentreParameter.several(centre);
        if (afterChangeNumber == null) {
            return tagged.answer(deltas.beginning(), ifNoneMatch).build();
        }
        var number = FeedNumbers.parse(afterChangeNumber, "afterChangeNumber");
        var shown = ScheduleParameters.fields(fields);
        var language = ReaderLanguage.asked(lang, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var question =
                PATH + " " + number + " " + centres + " " + shown + " " + lang + " " + language.chain() + " " + limit;
        Supplier<PreparedAnswers.Made> making = () -> after(number, limit, centres, shown, language);
        if (changeNumber == null) {
            return answers.give(question, making);
        }
        written.mustBeKnown(changeNumber);
        return answers.giveNewest(question, making);
    }

    private PreparedAnswers.Made after(
            long number, int limit, List<String> centres, ShownFields fields, ReaderLanguage language) {
        try {
            return deltas.after(number, limit, centres, fields, language);
        } catch (SQLException e) {
            throw new UnreadableSchedule(e);
        }
    }
}

package org.goldenbridge.event.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.linkeddata.Documents;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.platform.feed.FeedNumbers;
import org.goldenbridge.platform.http.TaggedJson;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The feeds that partners follow (OpenActive, Realtime Paged Data Exchange 1.0). */
@Path("/v1/feeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feeds", description = "Only what changed: for partners as RPDE feeds, for apps as a delta.")
class FeedResource {
    static final String TOO_OLD =
            "`feed-position-too-old`: What has gone since that place is no longer kept; begin again without afterChangeNumber";

    private static final Feeds.Feed SESSIONS = new Feeds.Feed("sessions", "/v1/feeds/sessions", "Session");
    private static final Feeds.Feed AVAILABILITY =
            new Feeds.Feed("availability", "/v1/feeds/availability", "SessionAvailability");

    /** A page with items may be kept: what has changed since stands further down. The last page is where news appear. */
    private static final String KEPT = "public, max-age=3600";

    private static final String KEPT_SHORTLY = "public, max-age=5";

    private final Feeds feeds;
    private final Documents documents;
    private final TaggedJson tagged;

    FeedResource(Feeds feeds, Documents documents, TaggedJson tagged) {
        this.feeds = feeds;
        this.documents = documents;
        this.tagged = tagged;
    }

    @GET
    @Path("/sessions")
    @PermitAll
    @Operation(
            summary = "Follow the sessions",
            description =
                    "All announced sessions, each once, at the place of its last change: an RPDE feed of schema.org"
                            + " events. Follow next until a page has no items, then come back to it now and then. A session that is"
                            + " cancelled stays; 90 days after its end it comes as deleted, for 90 days. Places left are in the"
                            + " feed of availability. Texts come in all their languages, or with lang plainly in one.")
    @APIResponseSchema(value = FeedPage.class, responseDescription = "A page of the feed")
    @APIResponse(responseCode = "410", description = TOO_OLD)
    public RestResponse<byte[]> sessions(
            @Schema(
                            type = SchemaType.INTEGER,
                            format = "int64",
                            minimum = "0",
                            description = "Only what changed after this number; next says it.",
                            examples = "4711")
                    @QueryParam("afterChangeNumber")
                    @Nullable
                    String afterChangeNumber,
            @Schema(
                            type = SchemaType.INTEGER,
                            format = "int64",
                            minimum = "0",
                            description = "When this reading began; next says it.",
                            examples = "5000")
                    @QueryParam("begun")
                    @Nullable
                    String begun,
            @Schema(description = "The one language of texts, or * for all.", examples = "fr")
                    @QueryParam("lang")
                    @Nullable
                    String lang,
            @Schema(description = "Only the sessions of this centre.", examples = "beijing")
                    @QueryParam("centre")
                    @Nullable
                    String centre,
            @Schema(description = "How many items at most.") @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(500)
                    int limit,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch)
            throws SQLException {
        // Not the reader's Accept-Language: caches keep one page for everybody.
        var language = ReaderLanguage.asked(lang == null ? "*" : lang, null);
        return page(
                SESSIONS,
                reading(afterChangeNumber, begun, limit, lang, centre),
                session -> documents.withoutPlaces(session, language),
                ifNoneMatch);
    }

    @GET
    @Path("/availability")
    @PermitAll
    @Operation(
            summary = "Follow the places left",
            description =
                    "How many places of each session are left, each at the place of its last change: an RPDE feed."
                            + " Each item names the session by the same @id as the feed of sessions.")
    @APIResponseSchema(value = FeedPage.class, responseDescription = "A page of the feed")
    @APIResponse(responseCode = "410", description = TOO_OLD)
    public RestResponse<byte[]> availability(
            @Schema(
                            type = SchemaType.INTEGER,
                            format = "int64",
                            minimum = "0",
                            description = "Only what changed after this number; next says it.",
                            examples = "4711")
                    @QueryParam("afterChangeNumber")
                    @Nullable
                    String afterChangeNumber,
            @Schema(
                            type = SchemaType.INTEGER,
                            format = "int64",
                            minimum = "0",
                            description = "When this reading began; next says it.",
                            examples = "5000")
                    @QueryParam("begun")
                    @Nullable
                    String begun,
            @Schema(description = "Only the sessions of this centre.", examples = "beijing")
                    @QueryParam("centre")
                    @Nullable
                    String centre,
            @Schema(description = "How many items at most.") @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(500)
                    int limit,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch)
            throws SQLException {
        return page(
                AVAILABILITY, reading(afterChangeNumber, begun, limit, null, centre), documents::placesOf, ifNoneMatch);
    }

    private static FeedReading reading(
            @Nullable String after, @Nullable String begun, int limit, @Nullable String lang, @Nullable String centre) {
        if (centre != null && Centre.findById(centre) == null) {
            throw Refusal.badRequest("invalid-request", "?centre names no centre of the network.")
                    .at("?centre", "must be a centre such as paris");
        }
        return new FeedReading(
                after == null ? 0 : FeedNumbers.parse(after, "afterChangeNumber"),
                begun == null ? null : FeedNumbers.parse(begun, "begun"),
                limit,
                lang,
                centre);
    }

    private RestResponse<byte[]> page(
            Feeds.Feed feed,
            FeedReading reading,
            Function<ScheduleEntry, ObjectNode> data,
            @Nullable String ifNoneMatch)
            throws SQLException {
        var page = feeds.page(feed, reading, data);
        return tagged.answer(page, ifNoneMatch, page.items().isEmpty() ? KEPT_SHORTLY : KEPT)
                .build();
    }
}

package org.goldenbridge.event.publicschedule;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.publicschedule.PreparedAnswers.Content;
import org.goldenbridge.event.publicschedule.PreparedAnswers.Made;
import org.goldenbridge.event.schedule.Bound;
import org.goldenbridge.platform.cursor.SignedCursors;
import org.goldenbridge.platform.http.Page;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The public schedule for apps, web pages and screens. It says the same to everybody, so it is prepared for everybody. */
@Path(ScheduleResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public schedule", description = "What is on, for apps, web pages and screens.")
class ScheduleResource {
    static final String PATH = "/v1/schedule";
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final ScheduleReader reader;
    private final PreparedAnswers answers;
    private final WrittenChange written;
    private final SignedCursors cursors;
    private final ScheduleViews views;
    private final Clock clock;
    private final URI publicUrl;

    ScheduleResource(
            ScheduleReader reader,
            PreparedAnswers answers,
            WrittenChange written,
            SignedCursors cursors,
            ScheduleViews views,
            Clock clock,
            @ConfigProperty(name = "goldenbridge.public-url") URI publicUrl) {
        this.reader = reader;
        this.answers = answers;
        this.written = written;
        this.cursors = cursors;
        this.views = views;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Read what is on",
            description =
                    "Sessions of the whole network or a part of it in the order in which they start, in the reader's"
                            + " language, in UTC and in the time of their place, with a word for how many places are left. Filters"
                            + " narrow it together; several values of one, separated by commas, widen it. It shows what is public"
                            + " to everybody, at most a second old; with changeNumber, never older than that change.")
    @APIResponseSchema(value = SchedulePage.class, responseDescription = "A page of the schedule")
    public RestResponse<byte[]> read(
            @BeanParam ScheduleParameters parameters,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @Schema(
                            description =
                                    "The Change-Number of the answer to a write: this answer shows at least what was written.",
                            examples = "w4711")
                    @QueryParam("changeNumber")
                    @Nullable
                    String changeNumber,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context HttpHeaders headers,
            @Context UriInfo address) {
        var question = parameters.question();
        var fields = parameters.wantedFields();
        var language = ReaderLanguage.asked(lang, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var list = PATH + " " + question;
        var after = cursor == null ? null : place(list, cursor);
        written.mustBeKnown(changeNumber);
        return answers.give(
                list + " " + fields + " " + lang + " " + language.chain() + " " + limit + " " + after,
                () -> make(question, fields, language, after, limit, list, address));
    }

    private ScheduleReader.Place place(String list, String cursor) {
        var place = cursors.open(list, cursor);
        return new ScheduleReader.Place(Instant.parse(place.get(0)), UUID.fromString(place.get(1)));
    }

    private Made make(
            ScheduleQuestion question,
            ShownFields fields,
            ReaderLanguage language,
            ScheduleReader.@Nullable Place after,
            int limit,
            String list,
            UriInfo address) {
        ScheduleParameters.mustBeThere(question);
        var now = clock.instant();
        var found = reader.find(question, after, limit + 1, now);
        var isWhole = found.size() <= limit;
        var shown = isWhole ? found : found.subList(0, limit);
        var last = isWhole ? null : shown.get(limit - 1);
        var next = last == null
                ? null
                : cursors.sign(list, last.startsAt().toString(), last.id().toString());
        var items =
                shown.stream().map(entry -> views.of(entry, fields, language)).toList();
        var content = new Content(
                views.write(new Page<>(items, next)),
                MediaType.APPLICATION_JSON,
                fields.areUsual() ? language.used() : SentLanguages.of(items),
                next == null ? Map.of() : Map.of(HttpHeaders.LINK, link(address, next)));
        return new Made(
                content,
                new Ground(
                        question.asOf(now),
                        after,
                        found,
                        isWhole,
                        fields.shows("placesLeft") ? Ground.Places.AS_NUMBERS : Ground.Places.AS_WORDS,
                        found,
                        until(question.from(), found)));
    }

    /** Where the beginning is open, an answer is another one when the first session has ended. */
    private static Instant until(@Nullable Bound from, List<ScheduleEntry> found) {
        return from != null
                ? NEVER
                : found.stream()
                        .map(ScheduleEntry::endsAt)
                        .min(Instant::compareTo)
                        .orElse(NEVER);
    }

    private String link(UriInfo address, String next) {
        var uri = UriBuilder.fromUri(publicUrl)
                .path(PATH)
                .replaceQuery(address.getRequestUri().getRawQuery())
                .replaceQueryParam("changeNumber")
                .replaceQueryParam("cursor", next)
                .build();
        return "<" + uri + ">; rel=\"next\"";
    }
}

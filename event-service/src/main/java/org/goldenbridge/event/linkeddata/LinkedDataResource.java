package org.goldenbridge.event.linkeddata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.publicschedule.ScheduleReader;
import org.goldenbridge.platform.http.TaggedJson;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Sessions, events and programmes as schema.org has them. At addresses of their own, which name them in linked data: one address
 * with two forms would have to be kept twice by every cache.
 */
@Path("/v1/linked-data")
@Produces(LinkedData.MEDIA_TYPE)
@Tag(
        name = "Linked data",
        description = "What is on as schema.org has it, for search engines and whoever reads JSON-LD.")
class LinkedDataResource {
    private static final int PARTS = 100;

    private final ScheduleReader schedule;
    private final AnnouncedReader announced;
    private final Documents documents;
    private final SeriesDocuments series;
    private final ReaderLanguage reader;
    private final TaggedJson tagged;
    private final Clock clock;

    LinkedDataResource(
            ScheduleReader schedule,
            AnnouncedReader announced,
            Documents documents,
            SeriesDocuments series,
            ReaderLanguage reader,
            TaggedJson tagged,
            Clock clock) {
        this.schedule = schedule;
        this.announced = announced;
        this.documents = documents;
        this.series = series;
        this.reader = reader;
        this.tagged = tagged;
        this.clock = clock;
    }

    @GET
    @Path("/sessions/{sessionId}")
    @PermitAll
    @Operation(
            summary = "Read a session as linked data",
            description = "A session as an Event of schema.org, with the properties that search engines require and"
                    + " recommend, in the reader's language or in all with lang=*.")
    @APIResponseSchema(value = LinkedData.class, responseDescription = "The session")
    public RestResponse<byte[]> session(
            UUID sessionId,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var session = schedule.of(sessionId).orElseThrow(() -> Refusal.notFound("There is no such session."));
        return answer(documents.of(session, reader), ifNoneMatch);
    }

    @GET
    @Path("/events/{eventId}")
    @PermitAll
    @Operation(
            summary = "Read an event as linked data",
            description = "An event as an EventSeries of schema.org, with the next 100 of its sessions.")
    @APIResponseSchema(value = LinkedData.class, responseDescription = "The event")
    public RestResponse<byte[]> event(
            UUID eventId,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch)
            throws SQLException {
        var event = announced.event(eventId).orElseThrow(() -> Refusal.notFound("There is no such event."));
        var ahead = schedule.of(announced.sessionsOf(eventId, clock.instant(), PARTS));
        return answer(series.of(event, ahead, reader), ifNoneMatch);
    }

    @GET
    @Path("/programmes/{programmeId}")
    @PermitAll
    @Operation(
            summary = "Read a programme as linked data",
            description =
                    "A programme as a Festival, an ExhibitionEvent or an EventSeries of schema.org, with the next 100"
                            + " sessions of all events under it.")
    @APIResponseSchema(value = LinkedData.class, responseDescription = "The programme")
    public RestResponse<byte[]> programme(
            UUID programmeId,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch)
            throws SQLException {
        var programme =
                announced.programme(programmeId).orElseThrow(() -> Refusal.notFound("There is no such programme."));
        var ahead = schedule.of(announced.sessionsUnder(programmeId, clock.instant(), PARTS));
        return answer(series.of(programme, ahead, reader), ifNoneMatch);
    }

    private RestResponse<byte[]> answer(ObjectNode document, @Nullable String ifNoneMatch) {
        return tagged.answer(document, ifNoneMatch).type(LinkedData.MEDIA_TYPE).build();
    }
}

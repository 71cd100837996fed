package org.goldenbridge.event.publicschedule;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.centre.CentreParameter;
import org.goldenbridge.platform.limit.CallerKey;
import org.goldenbridge.platform.openapi.ListOf;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** The schedule as it changes, for screens and pages that stay open (server-sent events, HTML Living Standard, 9.2). */
@Path("/v1/schedule/live")
@Tag(name = "Public schedule", description = "What is on, for apps, web pages and screens.")
class LiveScheduleResource {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final LiveSchedule schedule;

    LiveScheduleResource(LiveSchedule schedule) {
        this.schedule = schedule;
    }

    /** What is no id of ours says nothing about what was heard: an EventSource that is refused would never come back. */
    private static long since(String lastEventId) {
        return NUMBER.matcher(lastEventId).matches() ? Long.parseLong(lastEventId) : LiveSchedule.LONG_AGO;
    }

    @GET
    @PermitAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Listen to the schedule",
            description =
                    "Server-sent events: `places` (how many places a session has left), `session` (a session is new,"
                            + " moved, edited or cancelled), `now-next` (what is on at the centre and what comes next; only with"
                            + " centre), `reload` (so much has changed that the schedule is better read again), `hello` (the line"
                            + " is open). The id of an event is the number of its change; whoever comes back with Last-Event-ID"
                            + " is told what they missed, or with one `reload` that it was too much.")
    @APIResponse(
            responseCode = "200",
            description = "Events until the line is closed",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            format = "event-stream",
                                            description =
                                                    "A stream without an end; the data of each event is a LiveMessage.",
                                            contentMediaType = MediaType.SERVER_SENT_EVENTS,
                                            contentSchema = LiveMessage.class),
                            example = "event: places\nid: 4711\ndata: {\"id\":\"019340a0-0000-7000-8000-000000000001\","
                                    + "\"centreId\":\"paris\",\"places\":\"few\",\"placesLeft\":3}\n\n"))
    @APIResponse(responseCode = "503", description = "`busy`: too many listen at this instance")
    public void listen(
            @Schema(description = "Only these centres.", examples = "beijing,paris")
                    @ListOf
                    @QueryParam("centre")
                    @Nullable
                    String centre,
            @Schema(
                            description =
                                    "The language of what is on now and next; left out, they come in all languages.",
                            examples = "fr")
                    @QueryParam("lang")
                    @Nullable
                    String lang,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context RoutingContext context,
            @Context SseEventSink line) {
        var centres = CentreParameter.several(centre);
        if (context.request().method().equals(HttpMethod.HEAD)) {
            line.close(); // who asks for the head alone does not listen
            return;
        }
        schedule.join(
                new LiveListener(
                        CallerKey.of(context),
                        Set.copyOf(centres),
                        ReaderLanguage.asked(lang == null ? "*" : lang, null),
                        line),
                lastEventId == null ? null : since(lastEventId));
    }
}

package org.goldenbridge.event.publicschedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.places.Availability;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;

/** Writes what those who listen are told; the id of a message is the number of the change. */
@Singleton
class LiveMessages {
    private final ObjectMapper json;

    LiveMessages(ObjectMapper json) {
        this.json = json;
    }

    /** How many places a session has left. */
    @Schema(description = "How many places a session has left.")
    record PlacesLeft(UUID id, String centreId, Availability places, int placesLeft) {}

    /** That a session is new, or was moved, edited or cancelled. */
    @Schema(description = "That a session is new, or was moved, edited or cancelled.")
    record SessionMoved(
            UUID id,
            UUID eventId,
            String centreId,

            @Schema(description = "The same as status, for those who know that field only.")
            boolean cancelled,

            @Schema(
                    description = "Whether it takes place.",
                    enumeration = {"scheduled", "cancelled"},
                    examples = "scheduled")
            String status,

            Instant startsAt,
            Instant endsAt) {}

    OutboundSseEvent of(ScheduleChange change) {
        var session = change.session();
        if (session == null) {
            return reload(change.number());
        }
        return change.what() == ScheduleChange.What.PLACES
                ? message(
                        "places",
                        change.number(),
                        new PlacesLeft(session.id(), session.centreId(), session.places(), session.placesLeft()))
                : message(
                        "session",
                        change.number(),
                        new SessionMoved(
                                session.id(),
                                session.eventId(),
                                session.centreId(),
                                session.cancelled(),
                                session.cancelled() ? "cancelled" : "scheduled",
                                session.startsAt(),
                                session.endsAt()));
    }

    /** That so much was missed, or has changed, that the schedule is better read again. */
    OutboundSseEvent reload(long number) {
        return builder("reload", number).data("{}").build();
    }

    /** That the line is open; its id is where to go on from. */
    OutboundSseEvent hello(long number) {
        return builder("hello", number).data("{}").reconnectDelay(3_000).build();
    }

    OutboundSseEvent nowAndNext(NowAndNext.OnNow shown) {
        return new OutboundSseEventImpl.BuilderImpl()
                .name("now-next")
                .data(write(shown))
                .build();
    }

    /** A comment, so that nothing between us takes the line for a dead one. */
    OutboundSseEvent heartbeat() {
        return new OutboundSseEventImpl.BuilderImpl().comment("still here").build();
    }

    private OutboundSseEvent message(String name, long number, Object data) {
        return builder(name, number).data(write(data)).build();
    }

    private String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own messages can be written", e);
        }
    }

    private static OutboundSseEvent.Builder builder(String name, long number) {
        return new OutboundSseEventImpl.BuilderImpl().name(name).id(String.valueOf(number));
    }
}

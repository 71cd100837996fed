package org.goldenbridge.event.publicschedule;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.atomic.AtomicInteger;
import org.goldenbridge.platform.limit.CallerKey;
import org.jspecify.annotations.Nullable;

/** Somebody who listens to the schedule of the network or of one centre. Used by one thread alone. */
final class LiveListener {
    /** Who has not taken so many messages is too slow: the line is cut, and coming back brings what was missed. */
    private static final int MOST_WAITING = 2_000;

    private final CallerKey caller;
    private final @Nullable String centre;
    private final SseEventSink line;
    private final AtomicInteger waiting = new AtomicInteger();

    /** Whether it was told what is on now, after which only changes are told. */
    boolean knowsWhatIsOn;

    LiveListener(CallerKey caller, @Nullable String centre, SseEventSink line) {
        this.caller = caller;
        this.centre = centre;
        this.line = line;
    }

    CallerKey caller() {
        return caller;
    }

    @Nullable
    String centre() {
        return centre;
    }

    boolean hears(@Nullable String ofCentre) {
        return centre == null || ofCentre == null || centre.equals(ofCentre);
    }

    boolean isGone() {
        return line.isClosed();
    }

    void send(OutboundSseEvent message) {
        if (line.isClosed()) {
            return;
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            close();
            return;
        }
        try {
            line.send(message).whenComplete((sent, fault) -> {
                waiting.decrementAndGet();
                if (fault != null) {
                    close();
                }
            });
        } catch (IllegalStateException e) {
            close(); // it was closed in this moment, and is nobody's fault
        }
    }

    void close() {
        try {
            line.close();
        } catch (IllegalStateException e) {
            // it is closed
        }
    }
}

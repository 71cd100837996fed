package org.goldenbridge.event.publicschedule;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.goldenbridge.platform.limit.CallerKey;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** Somebody who listens to the schedule of the network or of some centres. Used by one thread alone. */
final class LiveListener {
    /** Who has not taken so many messages is too slow: the line is cut, and coming back brings what was missed. */
    private static final int MOST_WAITING = 2_000;

    private final CallerKey caller;
    private final Set<String> centres;
    private final ReaderLanguage language;
    private final SseEventSink line;
    private final AtomicInteger waiting = new AtomicInteger();

    /** The centres of which it was told what is on now; of those only changes are told. */
    final Set<String> told = new HashSet<>();

    LiveListener(CallerKey caller, Set<String> centres, ReaderLanguage language, SseEventSink line) {
        this.caller = caller;
        this.centres = centres;
        this.language = language;
        this.line = line;
    }

    CallerKey caller() {
        return caller;
    }

    /** Empty for all of the network. */
    Set<String> centres() {
        return centres;
    }

    /** Of the texts of what is on. */
    ReaderLanguage language() {
        return language;
    }

    boolean hears(@Nullable String ofCentre) {
        return centres.isEmpty() || ofCentre == null || centres.contains(ofCentre);
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

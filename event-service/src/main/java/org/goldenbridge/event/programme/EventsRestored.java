package org.goldenbridge.event.programme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Told inside this service, in the same transaction, when the cancellation of an event is taken back: so are those of its
 * sessions and courses that ended with it.
 *
 * @param cancelledAt when it had been cancelled
 */
public record EventsRestored(List<UUID> eventIds, Instant cancelledAt, Instant at) {}

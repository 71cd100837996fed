package org.goldenbridge.event.programme;

import java.util.UUID;

/** Told inside this service, in the same transaction, when what its sessions show of an event has changed. */
public record EventRenamed(UUID eventId) {}

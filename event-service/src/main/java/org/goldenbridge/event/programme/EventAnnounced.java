package org.goldenbridge.event.programme;

import java.util.UUID;

/** Told inside this service, in the same transaction, when an event that was a draft is told to the public. */
public record EventAnnounced(UUID eventId) {}

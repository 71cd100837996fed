package org.goldenbridge.event.programme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Told inside this service, in the same transaction, when events are cancelled: their sessions are then cancelled too. */
public record EventsCancelled(List<UUID> eventIds, @Nullable LocalizedText reason, Instant at) {}

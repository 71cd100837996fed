package org.goldenbridge.event.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The question before a session is cancelled.
 *
 * @param reached whom it reaches, in words
 * @param reason what was typed
 * @param no why it could not be done; null when nothing was sent yet
 */
public record CancelSheet(
        UUID session, String title, String when, String reached, String reason, Refusals.@Nullable No no) {}

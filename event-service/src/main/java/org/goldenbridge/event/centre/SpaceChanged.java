package org.goldenbridge.event.centre;

import java.util.UUID;

/**
 * Told inside this service, in the same transaction, when the copy of a space has changed.
 *
 * @param spaceId which space
 * @param divided whether it consists of other cells than before, so that claims must be expanded again
 */
public record SpaceChanged(UUID spaceId, boolean divided) {}

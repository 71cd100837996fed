package org.goldenbridge.event.desk;

import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;

/**
 * A space of a centre.
 *
 * @param cells of what it consists: spaces that share one are never in use together
 */
record Room(UUID id, LocalizedText name, int capacity, List<UUID> cells) {
    boolean overlaps(Room other) {
        return cells.stream().anyMatch(other.cells::contains);
    }
}

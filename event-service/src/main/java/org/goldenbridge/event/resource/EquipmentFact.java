package org.goldenbridge.event.resource;

import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;

/** What is read of {@code org.goldenbridge.equipment.changed.v1}. */
record EquipmentFact(
        UUID id, String centreId, long version, boolean withdrawn, String code, LocalizedText name, int quantity) {}

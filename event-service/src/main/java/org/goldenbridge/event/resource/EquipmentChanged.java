package org.goldenbridge.event.resource;

import java.util.UUID;

/** Told inside this service, in the same transaction, when the copy of a stock has changed; its row is locked then. */
public record EquipmentChanged(UUID equipmentId) {}

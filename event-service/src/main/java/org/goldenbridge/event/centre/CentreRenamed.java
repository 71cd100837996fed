package org.goldenbridge.event.centre;

/** Told inside this service, in the same transaction, when what its sessions show of a centre has changed. */
public record CentreRenamed(String centreId) {}

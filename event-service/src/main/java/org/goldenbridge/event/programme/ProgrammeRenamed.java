package org.goldenbridge.event.programme;

import java.util.UUID;

/** Told inside this service, in the same transaction, when what its sessions show of a programme has changed. */
public record ProgrammeRenamed(UUID programmeId) {}

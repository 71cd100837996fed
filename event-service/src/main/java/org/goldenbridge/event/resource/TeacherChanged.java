package org.goldenbridge.event.resource;

import java.util.UUID;

/** Told inside this service, in the same transaction, when what the schedule shows of a teacher has changed. */
public record TeacherChanged(UUID teacherId) {}

package org.goldenbridge.event.course;

import java.time.Instant;
import java.util.UUID;

/**
 * Told inside this service, in the same transaction, when the cancellation of a course is taken back: so are those of the
 * lessons that ended with it.
 *
 * @param cancelledAt when it had been cancelled
 */
public record CourseRestored(UUID courseId, Instant cancelledAt, Instant at) {}

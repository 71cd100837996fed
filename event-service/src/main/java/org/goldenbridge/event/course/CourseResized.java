package org.goldenbridge.event.course;

import java.time.Instant;

/** Told inside this service, in the same transaction, when the places of a course change: those of its lessons follow. */
public record CourseResized(Course course, Instant at) {}

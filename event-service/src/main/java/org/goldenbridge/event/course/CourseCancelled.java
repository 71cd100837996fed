package org.goldenbridge.event.course;

import java.time.Instant;
import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Told inside this service, in the same transaction, when a course is cancelled: its lessons are then cancelled too. */
public record CourseCancelled(UUID courseId, @Nullable LocalizedText reason, Instant at) {}

package org.goldenbridge.event.resource;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A teacher as they are shown. */
@Schema(description = "Somebody who teaches at a centre.")
record TeacherView(
        UUID id,
        @Schema(examples = "beijing") String centreId,
        @Schema(examples = "Aigul Sarsenova") String name,

        @Schema(description = "Whether they no longer teach here.")
        boolean withdrawn) {
    static TeacherView of(Teacher teacher) {
        return new TeacherView(teacher.id, teacher.centreId, teacher.name, teacher.withdrawn);
    }
}

package org.goldenbridge.event.resource;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A teacher as they are added or edited. */
@Schema(
        description = "A teacher as they are added or edited; the centre never changes.",
        examples = "{\"centreId\": \"beijing\", \"name\": \"Aigul Sarsenova\"}")
record TeacherDraft(
        @Schema(examples = "beijing") @NotBlank @Size(max = 40)
        String centreId,

        @Schema(description = "As the public schedule shows it.", examples = "Aigul Sarsenova")
        @NotBlank
        @Size(max = 200)
        String name) {}

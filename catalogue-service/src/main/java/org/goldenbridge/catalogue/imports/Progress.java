package org.goldenbridge.catalogue.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the step that goes on has come. */
@Schema(description = "How far the step that goes on has come.")
record Progress(
        @Schema(description = "planning, applying or undoing.", examples = "planning")
        String step,

        @Schema(description = "Bytes of the unpacked file that are behind it.", examples = "73400320")
        long bytesDone,

        @Schema(description = "Bytes of the unpacked file.", examples = "104857600")
        long bytesTotal,

        @Schema(description = "Records of the file that are behind it.", examples = "109500")
        long records) {}

package org.goldenbridge.event.schedule;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;

/**
 * A stock of which there is not enough.
 *
 * @param free how many nobody has claimed for the whole of the time; below zero after a stock was cut
 */
@Schema(description = "A stock of equipment of which there is not enough at that time.")
public record Shortage(
        UUID equipmentId,
        LocalizedText name,

        @Schema(description = "How many were asked for.", examples = "12")
        int wanted,

        @Schema(description = "How many are free for the whole of the time.", examples = "5")
        int free) {}

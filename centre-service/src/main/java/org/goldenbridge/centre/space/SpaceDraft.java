package org.goldenbridge.centre.space;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** A space as it is opened or edited: the whole of it each time. */
@Schema(
        description =
                "A space as it is opened or edited; an edit replaces the whole of it. The centre, the hall it is a "
                        + "part of and whether it is divisible never change.",
        examples = """
                {"centreId": "beijing", "code": "music-hall", "name": {"en": "Music hall", "fr": "Salle de musique"},
                 "kind": "music-hall", "capacity": 40, "setUpMinutes": 15, "clearingMinutes": 15, "partOf": null}""")
record SpaceDraft(
        @Schema(examples = "beijing") @NotNull @Size(max = 40)
        String centreId,

        @Schema(description = "A short name, unique in the centre.", examples = "music-hall")
        @NotNull
        @Size(max = 60)
        @Pattern(
                regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                message = "must be lower-case letters and digits, with single hyphens between")
        String code,

        @NotNull @ShortText LocalizedText name,
        @NotNull SpaceKind kind,

        @Schema(description = "How many people it takes at most.") @NotNull @Min(1) @Max(100_000)
        Integer capacity,

        @Schema(description = "Minutes it is kept free before a session; 0 when absent.") @Min(0) @Max(1440) @Nullable
        Integer setUpMinutes,

        @Schema(description = "Minutes it is kept free after a session; 0 when absent.") @Min(0) @Max(1440) @Nullable
        Integer clearingMinutes,

        @Schema(description = "Whether it is a hall that can be divided into parts; false when absent.") @Nullable
        Boolean divisible,

        @Schema(description = "The hall that it is a part of; null or absent when it stands for itself.") @Nullable
        UUID partOf) {
    boolean isDivisible() {
        return Boolean.TRUE.equals(divisible);
    }
}

package org.goldenbridge.event.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** An event as it is announced or edited: the whole content each time. */
@Schema(description = "An event as it is announced or edited; an edit replaces the whole content.")
public record EventDraft(
        @Schema(description = "The centre that answers for it.", examples = "beijing") @NotBlank @Size(max = 40)
        String centreId,

        @NotNull EventKind kind,
        @NotNull @ShortText LocalizedText title,
        @Nullable LocalizedText description,
        @NotNull Audience audience,
        @Nullable Level level,

        @Schema(description = "In years, at the date of the session.") @Min(0) @Max(120) @Nullable
        Integer minimumAge,

        @Schema(description = "In years, at the date of the session.") @Min(0) @Max(120) @Nullable
        Integer maximumAge,

        @Schema(description = "The languages in which it is held (BCP 47).", examples = "[\"zh-Hans\", \"kk\"]")
        @Size(max = 10)
        @Nullable
        List<
                        @NotNull
                        @Pattern(
                                regexp = "[a-zA-Z]{2,8}(-[a-zA-Z0-9]{2,8}){0,3}",
                                message = "must be a language tag such as kk or zh-Hans")
                        String>
                languages,

        @Schema(description = "What a place costs, paid at the desk; left out where it costs nothing.") @Valid @Nullable
        Price price,

        @Schema(description = "How many places of a session one contact may have.", examples = "4")
        @Min(1)
        @Max(1000)
        @Nullable
        Integer placesPerContact,

        @Schema(description = "The programme it stands under: one that is announced, or yours.") @Nullable
        UUID programmeId,

        @Schema(
                description =
                        "Whether a new event is a draft, which the public does not see; left out, it is announced.")
        @Nullable
        Boolean draft) {}

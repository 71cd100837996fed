package org.goldenbridge.event.programme;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** A programme as it is drafted or edited: the whole content each time. */
@Schema(
        description = "A programme as it is drafted or edited; an edit replaces the whole content.",
        examples =
                "{\"kind\": \"days-of-culture\", \"centreId\": \"paris\", \"title\": {\"en\": \"Days of Kazakh Culture in"
                        + " France\", \"fr\": \"Journées de la culture kazakhe en France\"}, \"startsOn\": \"2026-12-01\","
                        + " \"endsOn\": \"2026-12-20\"}")
public record ProgrammeDraft(
        @NotNull ProgrammeKind kind,

        @Schema(
                description =
                        "The centre that answers for it; left out for the network, which administrators answer for.",
                examples = "paris")
        @Size(min = 1, max = 40)
        @Nullable
        String centreId,

        @NotNull @ShortText LocalizedText title,
        @Nullable LocalizedText description,

        @Schema(description = "The programme it is a part of: one that is announced, or yours.") @Nullable
        UUID parentId,

        @Schema(description = "Its first local day.", examples = "2026-12-01") @NotNull @Sensible
        LocalDate startsOn,

        @Schema(description = "Its last local day.", examples = "2026-12-20") @NotNull @Sensible
        LocalDate endsOn) {}

package org.goldenbridge.event.booking;

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
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.VisibleText;
import org.jspecify.annotations.Nullable;

/** Who is booked in, and for how many. */
@Schema(
        description = "Who is booked in, and for how many places: all of them or none.",
        examples = "{\"visitor\": {\"name\": \"Camille Laurent\", \"contact\": \"camille.laurent@example.org\","
                + " \"language\": \"fr\"}, \"places\": 2}")
public record BookingDraft(
        @NotNull @Valid VisitorDraft visitor,

        @Schema(description = "How many places; a group has one booking.", examples = "2") @NotNull @Min(1) @Max(1000)
        Integer places,

        @Schema(
                description =
                        "How old they are, in years at the start; one for each place. What is for certain ages needs them.")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Min(0) @Max(120) Integer> ages,

        @Schema(description = "The hold whose places it takes; what it does not need is given back.") @Nullable
        UUID holdId,

        @Schema(description = "The partner's allocation out of which it is.") @Nullable
        UUID allocationId) {
    public BookingDraft {
        mustBeOfEach(ages, places);
        if (holdId != null && allocationId != null) {
            throw Refusal.badRequest("invalid-request", "Book out of a hold or out of an allocation, not both.")
                    .at("/allocationId", "must not be there together with holdId");
        }
    }

    /** Ages are said of everybody or of nobody. */
    static void mustBeOfEach(@Nullable List<Integer> ages, @Nullable Integer places) {
        if (ages != null && places != null && ages.size() != places) {
            throw Refusal.badRequest("invalid-request", "Give one age for each place.")
                    .at("/ages", "must have " + places + " ages");
        }
    }

    /** A visitor as the desk takes them down. */
    public record VisitorDraft(
            @NotBlank @Size(max = 200) String name,

            @Schema(description = "One way to reach them: mail or phone.", examples = "camille.laurent@example.org")
            @NotBlank
            @Size(min = 3, max = 200)
            @ReachableContact
            String contact,

            @Schema(
                    description =
                            "The language they are written to in (BCP 47). Of a visitor who is known it stays as it is.",
                    examples = "fr")
            @NotNull
            @Pattern(
                    regexp = "[a-zA-Z]{2,8}(-[a-zA-Z0-9]{2,8}){0,3}",
                    message = "must be a language tag such as fr or zh-Hans")
            String language) {
        public VisitorDraft {
            name = name == null ? name : VisibleText.name(name);
            contact = contact == null ? contact : ContactText.plain(contact);
        }
    }
}

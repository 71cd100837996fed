package org.goldenbridge.event.course;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.programme.Price;
import org.jspecify.annotations.Nullable;

/** A course as it is planned; its lessons are planned afterwards, as a series or one by one. */
@Schema(
        description = "A course as it is planned. Its lessons are planned afterwards, as a series or as sessions.",
        examples = "{\"eventId\": \"018f6f6e-0000-7000-8000-000000000001\", \"capacity\": 12, \"minimum\": 5,"
                + " \"extraPlaces\": 3, \"dropIn\": true}")
public record CourseDraft(
        @Schema(description = "What is taught: title, level, ages and the price of the whole course.") @NotNull
        UUID eventId,

        @Schema(description = "How many may enrol.", examples = "12") @NotNull @Min(1) @Max(100_000)
        Integer capacity,

        @Schema(description = "Below how many the centre looks whether it takes place.", examples = "5")
        @Min(1)
        @Max(100_000)
        @Nullable
        Integer minimum,

        @Schema(
                description =
                        "How many more places each lesson has, for who comes to that lesson alone; none when left out.",
                examples = "3")
        @Min(0)
        @Max(1000)
        @Nullable
        Integer extraPlaces,

        @Schema(
                description =
                        "Whether anybody may take those; otherwise they are for who makes up for a missed lesson.")
        @Nullable
        Boolean dropIn,

        @Schema(description = "What a visitor pays for one lesson, at the desk.") @Valid @Nullable
        Price lessonPrice) {
    CourseTerms terms() {
        return new CourseTerms(capacity, minimum, extraPlaces, dropIn, lessonPrice);
    }
}

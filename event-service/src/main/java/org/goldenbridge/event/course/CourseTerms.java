package org.goldenbridge.event.course;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.programme.Price;
import org.jspecify.annotations.Nullable;

/** How many may come to a course, and who to a single lesson. */
@Schema(
        name = "CourseEdit",
        description = "How many may come to a course, and who to a single lesson; an edit replaces all of it.",
        examples = "{\"capacity\": 12, \"minimum\": 5, \"extraPlaces\": 3, \"dropIn\": true, \"lessonPrice\":"
                + " {\"amount\": 15, \"currency\": \"EUR\"}}")
public record CourseTerms(
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
    int extra() {
        return extraPlaces == null ? 0 : extraPlaces;
    }

    boolean takesDropIns() {
        return Boolean.TRUE.equals(dropIn);
    }
}

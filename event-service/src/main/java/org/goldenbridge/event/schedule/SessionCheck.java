package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What would come of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Whether a session would fit, and what stands against it. Nothing is claimed.")
public record SessionCheck(
        @Schema(description = "Whether it could be planned, or moved, as things stand.")
        boolean fits,

        @Schema(description = "All that stands against it.") List<FoundProblem> problems,

        @Schema(description = "Who has the space or a teacher then.")
        List<Clash> clashes,

        @Schema(description = "Of which equipment too little is free.")
        List<Shortage> shortages,

        @Schema(description = "The next times at which it would fit where it is; none are looked for when it fits.")
        List<FreeTime> freeTimes,

        @Schema(description = "Other spaces that are free then; none are looked for when it fits.")
        List<OtherSpace> otherSpaces,

        @Schema(description = "How many could come.", examples = "12")
        int capacity) {

    /** One thing that stands against it. */
    @Schema(name = "FoundProblem", description = "One thing that stands against it.")
    public record FoundProblem(
            @Schema(description = "The code of the problem that it would be refused with.", examples = "space-taken")
            String code,

            String detail) {}

    static SessionCheck of(SessionChecks.Foreseen foreseen) {
        var problems = new ArrayList<>(foreseen.against());
        foreseen.obstacles().forEach(each -> problems.add(new FoundProblem(each.code(), each.detail())));
        return new SessionCheck(
                foreseen.fits(),
                problems,
                foreseen.obstacles().stream()
                        .flatMap(each -> each.clashes().stream())
                        .toList(),
                foreseen.obstacles().stream()
                        .flatMap(each -> each.shortages().stream())
                        .toList(),
                foreseen.freeTimes(),
                foreseen.otherSpaces(),
                foreseen.capacity());
    }
}

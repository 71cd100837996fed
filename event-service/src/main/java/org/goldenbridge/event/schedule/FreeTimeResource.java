package org.goldenbridge.event.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.platform.openapi.ListOf;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** When and where something could be held. The desk alone asks: the answer tells what the centre keeps to itself. */
@Path("/v1/free-times")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schedule")
class FreeTimeResource {
    private final FreeTimes freeTimes;
    private final Caller caller;
    private final Clock clock;

    FreeTimeResource(FreeTimes freeTimes, Caller caller, Clock clock) {
        this.freeTimes = freeTimes;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Find free times",
            description =
                    "Where and when could 20 people with 12 dombras meet for two hours next week? Answers the spaces"
                            + " of a centre that take so many people, with the times in opening hours at which space, teacher"
                            + " and equipment are free, set-up and clearing counted. Quarter hours that follow each other are"
                            + " told as one time, in which what is wanted may begin from startsAt to lastStartsAt. In the"
                            + " order of the start, a hundred at most, within 31 days.")
    @APIResponseSchema(value = FreeTimes.Found.class, responseDescription = "What was found")
    @APIResponse(
            responseCode = "422",
            description = "`unknown-centre`; `unknown-space`; `space-of-another-centre`; `unknown-teacher`;"
                    + " `teacher-of-another-centre`; `unknown-equipment`; `equipment-of-another-centre`")
    public FreeTimes.Found find(
            @Schema(description = "The centre.", examples = "beijing") @QueryParam("centre") @NotNull @Size(max = 40)
                    String centre,
            @Schema(description = "From this local day or instant; now when left out.", examples = "2026-12-01")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Schema(
                            description =
                                    "To this local day, included, or before this instant; seven days when left out.",
                            examples = "2026-12-07")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Schema(description = "How long it lasts, in minutes.", examples = "120")
                    @QueryParam("minutes")
                    @DefaultValue("60")
                    @Min(15)
                    @Max(1440)
                    int minutes,
            @Schema(description = "How many people come.", examples = "20")
                    @QueryParam("people")
                    @DefaultValue("1")
                    @Min(1)
                    @Max(100_000)
                    int people,
            @Schema(description = "Only in this space.", format = "uuid") @QueryParam("space") @Nullable String space,
            @Schema(
                            description =
                                    "Ids of stocks and how many of each, `<id>:<number>`, with commas between; ten at"
                                            + " most.",
                            examples = "0199a3c4-7d20-7000-8000-0000000000aa:12")
                    @ListOf(atMost = 10)
                    @QueryParam("equipment")
                    @Size(max = 500)
                    @Nullable
                    String equipment,
            @Schema(description = "Only when this teacher is free.", format = "uuid") @QueryParam("teacher") @Nullable
                    String teacher) {
        caller.mustActFor(centre, Roles.desk());
        var asked = FreeTimeQuery.of(
                Centre.toPlanAt(centre), from, to, minutes, people, space, equipment, teacher, clock.instant());
        return freeTimes.find(asked);
    }
}

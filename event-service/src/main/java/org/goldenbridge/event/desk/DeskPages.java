package org.goldenbridge.event.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.time.CalendarDay;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The pages at which staff work. They show what is nobody else's business, so no copy of them is kept anywhere. */
@Path("/desk")
class DeskPages {
    private final Staff staff;
    private final DeskRendering rendering;
    private final PageAnswers answers;
    private final RefusedPage refused;
    private final Clock clock;

    @Inject
    DeskPages(Staff staff, DeskRendering rendering, PageAnswers answers, RefusedPage refused, Clock clock) {
        this.staff = staff;
        this.rendering = rendering;
        this.answers = answers;
        this.refused = refused;
        this.clock = clock;
    }

    /** Which desk is looked at, by whom. */
    static class Look extends Visit {
        @QueryParam("centre")
        @Nullable
        String centre;

        @QueryParam("day")
        @Nullable
        String day;

        /** The day that is asked for, or today there. */
        LocalDate dayAt(Workplace workplace, Clock clock) {
            try {
                return day == null ? clock.instant().atZone(workplace.zone()).toLocalDate() : CalendarDay.parse(day);
            } catch (DateTimeException e) {
                throw Refusal.badRequest("invalid-request", "?day is a day such as 2026-12-01.");
            }
        }
    }

    /** Today at a centre. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> today(@BeanParam Look look) {
        var reader = look.reader();
        return look.answer(answers.personal(rendering.today(staff.at(look.centre), reader, clock.instant()), reader));
    }

    /** A week by space. */
    @GET
    @Path("/week")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> week(@BeanParam Look look, @BeanParam Sieve sieve, @BeanParam Done done) {
        var workplace = staff.at(look.centre);
        var reader = look.reader();
        return look.answer(answers.personal(
                rendering.week(look.dayAt(workplace, clock), workplace, sieve, done, reader, clock.instant()), reader));
    }

    /** A day by space. */
    @GET
    @Path("/day")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> day(@BeanParam Look look, @BeanParam Sieve sieve, @BeanParam Done done) {
        var workplace = staff.at(look.centre);
        var reader = look.reader();
        return look.answer(answers.personal(
                rendering.day(look.dayAt(workplace, clock), workplace, sieve, done, reader, clock.instant()), reader));
    }

    /** How the desk is used, and its keys. */
    @GET
    @Path("/help")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> help(@BeanParam Look look) {
        var reader = look.reader();
        return look.answer(answers.personal(rendering.help(staff.at(look.centre), reader, clock.instant()), reader));
    }

    /** Says in the look of the pages what cannot be shown. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }
}

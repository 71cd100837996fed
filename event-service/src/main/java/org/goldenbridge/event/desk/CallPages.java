package org.goldenbridge.event.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.calllist.CallList;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Ticks on the call list of Today: who was told by telephone or mail. */
@Path("/desk/calls/{callId}")
class CallPages {
    private final Staff staff;
    private final CallList calls;
    private final Caller caller;
    private final DeskRendering rendering;
    private final PageAnswers answers;
    private final RefusedPage refused;
    private final Clock clock;

    @Inject
    CallPages(
            Staff staff,
            CallList calls,
            Caller caller,
            DeskRendering rendering,
            PageAnswers answers,
            RefusedPage refused,
            Clock clock) {
        this.staff = staff;
        this.calls = calls;
        this.caller = caller;
        this.rendering = rendering;
        this.answers = answers;
        this.refused = refused;
        this.clock = clock;
    }

    /** Marks somebody as told, or takes the mark back. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> mark(
            long callId,
            @FormParam("told") boolean told,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        var reader = visit.reader();
        var call = calls.find(callId).orElseThrow(() -> Refusal.notFound("Nobody is to be told of that any more."));
        var workplace = staff.atOwn(call.centre());
        calls.mark(callId, told, caller.subject(), clock.instant());
        if (script == null) {
            return RestResponse.seeOther(URI.create("/desk?centre=" + call.centre()));
        }
        var said = reader.words().say(told ? "deskToldNow" : "deskToldNot", call.name());
        var undo = told ? callId : null;
        return answers.personal(rendering.calls(workplace, said, undo, reader, clock.instant()), reader)
                .build();
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }
}

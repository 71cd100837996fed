package org.goldenbridge.event.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.schedule.Clash;
import org.goldenbridge.event.schedule.SessionPlanning;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Blocks a space, and gives it back. */
@Path("/desk/blocks")
class BlockPages {
    private final TimeDesk desk;
    private final DeskReader schedule;
    private final TimeSheets sheets;
    private final SessionPlanning planning;

    @Inject
    BlockPages(TimeDesk desk, DeskReader schedule, TimeSheets sheets, SessionPlanning planning) {
        this.desk = desk;
        this.schedule = schedule;
        this.sheets = sheets;
        this.planning = planning;
    }

    /** The form. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> form(@BeanParam PlanPages.Spot spot) {
        var reader = spot.reader();
        var workplace = desk.own(spot.centre);
        var html = desk.page(sheet(workplace, spot.typed(), null, reader), workplace, reader);
        return spot.answer(desk.answer(html, reader));
    }

    /** Blocks the space. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> block(MultivaluedMap<String, String> fields, @BeanParam Visit visit) {
        var reader = visit.reader();
        var form = new TimeForm(Typed.of(fields), reader);
        var workplace = desk.own(form.typed().orNull("centre"));
        try {
            return RestResponse.seeOther(blocked(form, workplace, reader));
        } catch (Refusal refusal) {
            var sheet = sheet(workplace, form.typed(), refusal, reader);
            return desk.refusal(refusal, desk.page(sheet, workplace, reader), reader)
                    .build();
        }
    }

    private URI blocked(TimeForm form, Workplace workplace, Reader reader) {
        var id = form.typed().id("key");
        planning.block(id, desk.asked(form.block(), reader));
        return Done.of(Done.BLOCKED, id).on(form.day(), workplace);
    }

    /** Gives the space back. */
    @POST
    @Path("/{blockId}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> remove(UUID blockId) {
        var block = schedule.block(blockId).orElseThrow(() -> Refusal.notFound("There is no such block."));
        var workplace = desk.own(block.centre());
        planning.removeBlock(blockId);
        var day = block.startsAt().atZone(block.zone()).toLocalDate();
        return RestResponse.seeOther(Done.of(Done.UNBLOCKED, blockId).on(day, workplace));
    }

    private BlockSheet sheet(Workplace workplace, Typed typed, @Nullable Refusal refusal, Reader reader) {
        return new BlockSheet(
                typed.has("key") ? typed.get("key") : Ids.next().toString(),
                workplace.centre().id(),
                typed,
                sheets.spaces(workplace.centre().id(), typed, reader),
                refusal == null ? null : Refusals.words(refusal, reader),
                refusal == null
                        ? List.of()
                        : refusal.listed("clashes", Clash.class).stream()
                                .map(clash -> new BlockSheet.InTheWay(
                                        Verdict.inWords(clash, workplace.zone(), reader),
                                        clash.sessionId() == null ? null : "/desk/sessions/" + clash.sessionId()))
                                .toList());
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return desk.refused(refusal, request);
    }
}

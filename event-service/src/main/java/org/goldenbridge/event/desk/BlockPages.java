package org.goldenbridge.event.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.schedule.SessionPlanning;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Blocks a space, and gives it back. */
@Path("/desk/blocks")
class BlockPages {
    private final Staff staff;
    private final DeskReader desk;
    private final TimeSheets sheets;
    private final TimeRendering rendering;
    private final SessionPlanning planning;
    private final PageAnswers answers;
    private final RefusedPage refused;
    private final ReaderLanguage texts;
    private final Validator validator;
    private final Clock clock;

    @Inject
    BlockPages(
            Staff staff,
            DeskReader desk,
            TimeSheets sheets,
            TimeRendering rendering,
            SessionPlanning planning,
            PageAnswers answers,
            RefusedPage refused,
            ReaderLanguage texts,
            Validator validator,
            Clock clock) {
        this.staff = staff;
        this.desk = desk;
        this.sheets = sheets;
        this.rendering = rendering;
        this.planning = planning;
        this.answers = answers;
        this.refused = refused;
        this.texts = texts;
        this.validator = validator;
        this.clock = clock;
    }

    /** The form. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> form(@BeanParam PlanPages.Spot spot) {
        var reader = spot.reader();
        var workplace = staff.atOwn(spot.centre);
        var html = rendering.block(sheet(workplace, spot.typed(), null, reader), workplace, reader, clock.instant());
        return spot.answer(answers.personal(html, reader));
    }

    /** Blocks the space. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> block(MultivaluedMap<String, String> fields, @BeanParam Visit visit) {
        var reader = visit.reader();
        var form = new TimeForm(Typed.of(fields), reader);
        var workplace = staff.atOwn(form.typed().orNull("centre"));
        try {
            texts.follow(reader.texts());
            return RestResponse.seeOther(blocked(form, workplace));
        } catch (Refusal refusal) {
            var sheet = sheet(workplace, form.typed(), refusal, reader);
            return answers.refusal(refusal.status(), rendering.block(sheet, workplace, reader, clock.instant()), reader)
                    .build();
        }
    }

    private URI blocked(TimeForm form, Workplace workplace) {
        var id = form.typed().id("key");
        var draft = form.block();
        Refusals.mustBeValid(validator, draft);
        planning.block(id, draft);
        return Done.of(Done.BLOCKED, id).on(form.day(), workplace);
    }

    /** Gives the space back. */
    @POST
    @Path("/{blockId}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> remove(UUID blockId) {
        var block = desk.block(blockId).orElseThrow(() -> Refusal.notFound("There is no such block."));
        var workplace = staff.atOwn(block.centre());
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
                refusal == null ? null : Refusals.words(refusal, reader));
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }
}

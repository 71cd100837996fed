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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.page.PageLanguage;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.schedule.Cancellation;
import org.goldenbridge.event.schedule.SessionPlanning;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.Languages;
import org.goldenbridge.platform.text.LocalizedText;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Cancels a session, with the number of people whom that reaches, and takes it back. */
@Path("/desk/sessions/{sessionId}/cancellation")
class CancelPages {
    private static final int LONGEST_REASON = 500;
    private static final Typed NOTHING = Typed.of(Map.<String, String>of());

    private final TimeDesk desk;
    private final DeskReader schedule;
    private final SessionPlanning planning;

    @Inject
    CancelPages(TimeDesk desk, DeskReader schedule, SessionPlanning planning) {
        this.desk = desk;
        this.schedule = schedule;
        this.planning = planning;
    }

    /** The question. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> question(UUID sessionId, @BeanParam Visit visit) {
        var reader = visit.reader();
        var slot = slot(sessionId);
        var html =
                desk.page(sheet(slot, NOTHING, null, desk.own(slot.centre()), reader), desk.own(slot.centre()), reader);
        return visit.answer(desk.answer(html, reader));
    }

    /** Cancels it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> cancel(UUID sessionId, MultivaluedMap<String, String> fields, @BeanParam Visit visit) {
        var reader = visit.reader();
        var slot = slot(sessionId);
        var workplace = desk.own(slot.centre());
        var typed = Typed.of(fields);
        try {
            var version = planning.cancel(sessionId, new Cancellation(reason(typed, reader)));
            return RestResponse.seeOther(
                    Done.of(Done.CANCELLED, sessionId, version).on(typed.get("board"), slot.day(), workplace));
        } catch (Refusal refusal) {
            var sheet = sheet(slot, typed, refusal, workplace, reader);
            return desk.refusal(refusal, desk.page(sheet, workplace, reader), reader)
                    .build();
        }
    }

    /** Takes the cancellation back. */
    @POST
    @Path("/undoing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> restore(UUID sessionId, MultivaluedMap<String, String> fields, @BeanParam Visit visit) {
        var reader = visit.reader();
        var slot = slot(sessionId);
        var workplace = desk.own(slot.centre());
        var typed = Typed.of(fields);
        try {
            planning.restore(sessionId, typed.has("version") ? typed.version() : null);
            return RestResponse.seeOther(
                    Done.of(Done.RESTORED, sessionId).on(typed.get("board"), slot.day(), workplace));
        } catch (Refusal refusal) {
            var sheet = sheet(slot, NOTHING, refusal, workplace, reader);
            return desk.refusal(refusal, desk.page(sheet, workplace, reader), reader)
                    .build();
        }
    }

    /** Takes back that it was planned, as long as nobody is booked. */
    @POST
    @Path("/unplanning")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> unplan(UUID sessionId, MultivaluedMap<String, String> fields, @BeanParam Visit visit) {
        var reader = visit.reader();
        var slot = slot(sessionId);
        var workplace = desk.own(slot.centre());
        var typed = Typed.of(fields);
        try {
            planning.unplan(sessionId, typed.version());
            return RestResponse.seeOther(
                    Done.of(Done.CANCELLED, sessionId).on(typed.get("board"), slot.day(), workplace));
        } catch (Refusal refusal) {
            var sheet = sheet(slot(sessionId), NOTHING, refusal, workplace, reader);
            return desk.refusal(refusal, desk.page(sheet, workplace, reader), reader)
                    .build();
        }
    }

    /** The reason in each language in which one was typed; without scripts or in an older form, in the reader's. */
    private static @Nullable LocalizedText reason(Typed typed, Reader reader) {
        var reasons = new LinkedHashMap<String, String>();
        for (var tag : Languages.ALL) {
            put(tag, typed.get("reason." + tag), reasons);
        }
        if (reasons.isEmpty()) {
            put(reader.language().tag(), typed.get("reason"), reasons);
        }
        return reasons.isEmpty() ? null : new LocalizedText(reasons);
    }

    private static void put(String tag, String reason, Map<String, String> reasons) {
        if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            throw Refusal.badRequest("long-reason", "A reason has at most 500 characters.");
        }
        if (!reason.isEmpty()) {
            reasons.put(tag, reason);
        }
    }

    private CancelSheet sheet(Slot slot, Typed typed, @Nullable Refusal refusal, Workplace workplace, Reader reader) {
        var start = slot.startsAt().atZone(slot.zone());
        var centre = workplace.centre();
        var first = new LinkedHashSet<>(
                List.of(PageLanguage.ofCountry(centre.country()).tag()));
        first.addAll(centre.name().texts().keySet());
        first.addAll(List.of("kk", "en", reader.language().tag()));
        return new CancelSheet(
                slot.id(),
                reader.read(slot.title()).text(),
                reader.times().dayOfYear(start.toLocalDate()) + " "
                        + reader.times().clock(start),
                slot.isCancelled() ? "" : reader.words().count("deskReaches", schedule.reach(slot.id())),
                first.stream().map(tag -> reason(tag, typed, reader)).toList(),
                Languages.ALL.stream()
                        .filter(tag -> !first.contains(tag))
                        .map(tag -> reason(tag, typed, reader))
                        .toList(),
                refusal == null ? null : Refusals.words(refusal, reader));
    }

    private static CancelSheet.Reason reason(String tag, Typed typed, Reader reader) {
        var old = tag.equals(reader.language().tag()) ? typed.get("reason") : "";
        var written = typed.get("reason." + tag);
        return new CancelSheet.Reason(
                tag,
                reader.times().scriptName(tag),
                tag.equals("ar") || tag.equals("kk-Arab") ? "rtl" : "ltr",
                written.isEmpty() ? old : written);
    }

    private Slot slot(UUID session) {
        return schedule.slot(session).orElseThrow(() -> Refusal.notFound("There is no such session."));
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return desk.refused(refusal, request);
    }
}

package org.goldenbridge.event.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.attendance.Attendance;
import org.goldenbridge.event.booking.SessionBookings;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * A session at the desk: who is booked in, and booking people in. Forms work with scripts, which put in the part that
 * changed, and without, which show the page again.
 */
@Path("/desk/sessions/{sessionId}")
class SessionPages {
    private final Staff staff;
    private final DeskReader desk;
    private final Roster roster;
    private final SessionBookings bookings;
    private final Attendance attendance;
    private final SessionRendering rendering;
    private final PageAnswers answers;
    private final RefusedPage refused;
    private final Validator validator;
    private final Clock clock;

    @Inject
    SessionPages(
            Staff staff,
            DeskReader desk,
            Roster roster,
            SessionBookings bookings,
            Attendance attendance,
            SessionRendering rendering,
            PageAnswers answers,
            RefusedPage refused,
            Validator validator,
            Clock clock) {
        this.staff = staff;
        this.desk = desk;
        this.roster = roster;
        this.bookings = bookings;
        this.attendance = attendance;
        this.rendering = rendering;
        this.answers = answers;
        this.refused = refused;
        this.validator = validator;
        this.clock = clock;
    }

    /** The session with its roster. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> session(UUID sessionId, @BeanParam Visit visit) {
        var reader = visit.reader();
        var workplace = at(sessionId);
        var panel = panel(sessionId, workplace, SessionPanel.Said.NOTHING, reader);
        return visit.answer(answers.personal(rendering.page(panel, workplace, reader, clock.instant()), reader));
    }

    /** The roster by itself, as it is now. */
    @GET
    @Path("/roster")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> roster(UUID sessionId, @BeanParam Visit visit) {
        var workplace = own(sessionId);
        var reader = visit.reader();
        return answers.personal(
                        rendering.roster(panel(sessionId, workplace, SessionPanel.Said.NOTHING, reader), reader),
                        reader)
                .build();
    }

    /** Visitors the centre knows by those letters, as choices for the line; sent as a body, for a name belongs in no address. */
    @POST
    @Path("/visitor-search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> search(
            UUID sessionId, @FormParam("line") @Nullable String line, @BeanParam Visit visit) {
        var workplace = own(sessionId);
        var reader = visit.reader();
        var known = roster.known(workplace.centre().id(), line == null ? "" : line);
        return answers.personal(rendering.known(known), reader).build();
    }

    /** Books in who stands in the line, or lets them wait. */
    @POST
    @Path("/bookings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> book(
            UUID sessionId,
            @BeanParam LineForm form,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        var workplace = own(sessionId);
        var reader = visit.reader();
        try {
            return done(sessionId, workplace, taken(sessionId, form, reader), script != null, reader);
        } catch (Refusal refusal) {
            var panel = panel(sessionId, workplace, Refusals.said(refusal, form.typed(), reader), form.key, reader);
            var html = script == null
                    ? rendering.page(panel, workplace, reader, clock.instant())
                    : rendering.line(panel, reader);
            return answers.refusal(refusal.status(), html, reader).build();
        }
    }

    /** What was done with who stands in the line, in words. */
    private String taken(UUID session, LineForm form, Reader reader) {
        var draft = form.draft(validator, reader);
        if (form.wait == null) {
            bookings.book(session, form.key, draft);
        } else {
            bookings.join(session, form.key, draft);
        }
        return reader.words()
                .say(
                        form.wait == null ? "deskBooked" : "deskWaits",
                        draft.visitor().name(),
                        draft.places());
    }

    /** Notes how many of a booking came. */
    @POST
    @Path("/attendance/{bookingId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> attendance(
            UUID sessionId,
            UUID bookingId,
            @FormParam("present") @DefaultValue("0") @Min(0) @Max(1000) int present,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        var workplace = own(sessionId);
        var reader = visit.reader();
        attendance.note(sessionId, bookingId, present, clock.instant());
        if (script == null) {
            return RestResponse.seeOther(URI.create("/desk/sessions/" + sessionId));
        }
        return answers.personal(
                        rendering.roster(panel(sessionId, workplace, SessionPanel.Said.NOTHING, reader), reader),
                        reader)
                .build();
    }

    /** Cancels a booking. */
    @POST
    @Path("/bookings/{bookingId}/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> cancel(
            UUID sessionId,
            UUID bookingId,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        var workplace = own(sessionId);
        var reader = visit.reader();
        var cancelled = bookings.cancel(bookingId);
        return done(
                sessionId,
                workplace,
                reader.words().say("deskCancelled", cancelled.visitor().name()),
                script != null,
                reader);
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    private RestResponse<byte[]> done(
            UUID session, Workplace workplace, String words, boolean byScript, Reader reader) {
        if (!byScript) {
            return RestResponse.seeOther(URI.create("/desk/sessions/" + session));
        }
        var said = SessionPanel.Said.done(words);
        return answers.personal(rendering.lineAndRoster(panel(session, workplace, said, reader), reader), reader)
                .build();
    }

    private Workplace own(UUID session) {
        var workplace = at(session);
        if (!workplace.isOwn()) {
            throw Refusal.forbidden("not-yours", "Only the desk of its centre sees who is booked in.");
        }
        return workplace;
    }

    private Workplace at(UUID session) {
        return staff.at(slot(session).centre());
    }

    private Slot slot(UUID session) {
        return desk.slot(session).orElseThrow(() -> Refusal.notFound("There is no such session."));
    }

    private SessionPanel panel(UUID session, Workplace workplace, SessionPanel.Said said, Reader reader) {
        return panel(session, workplace, said, null, reader);
    }

    /** With the key that was sent, a form that is sent again after a no is still the same booking; otherwise it is the next. */
    private SessionPanel panel(
            UUID session, Workplace workplace, SessionPanel.Said said, @Nullable String key, Reader reader) {
        return SessionPanel.of(
                slot(session),
                workplace.isOwn() ? roster.of(session) : List.of(),
                workplace.isOwn() ? roster.waiting(session) : List.of(),
                key == null ? Ids.next().toString() : key,
                said,
                reader,
                clock.instant());
    }
}

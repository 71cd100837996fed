package org.goldenbridge.event.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.goldenbridge.event.booking.BookingDraft;
import org.goldenbridge.event.booking.SessionBookings;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
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
            SessionRendering rendering,
            PageAnswers answers,
            RefusedPage refused,
            Validator validator,
            Clock clock) {
        this.staff = staff;
        this.desk = desk;
        this.roster = roster;
        this.bookings = bookings;
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
    public RestResponse<byte[]> session(UUID sessionId, @BeanParam DeskPages.Look look) {
        var reader = look.reader();
        return answers.personal(page(sessionId, SessionPanel.Said.NOTHING, reader), reader)
                .build();
    }

    /** The roster by itself, as it is now. */
    @GET
    @Path("/roster")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> roster(UUID sessionId, @BeanParam DeskPages.Look look) {
        own(sessionId);
        var reader = look.reader();
        return answers.personal(rendering.roster(panel(sessionId, SessionPanel.Said.NOTHING, reader), reader), reader)
                .build();
    }

    /** Visitors the centre knows by those letters, as choices for the line; sent as a body, for a name belongs in no address. */
    @POST
    @Path("/visitor-search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> search(
            UUID sessionId, @FormParam("line") @Nullable String line, @BeanParam DeskPages.Look look) {
        var workplace = own(sessionId);
        var reader = look.reader();
        var known = roster.known(workplace.centre().id(), line == null ? "" : line);
        return answers.personal(rendering.known(known), reader).build();
    }

    /** Books in who stands in the line. */
    @POST
    @Path("/bookings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> book(
            UUID sessionId,
            @FormParam("line") @Nullable String line,
            @FormParam("places") @Nullable String places,
            @FormParam("key") @Nullable String key,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam DeskPages.Look look) {
        own(sessionId);
        var reader = look.reader();
        var typed = new SessionPanel.Said(null, null, true, line == null ? "" : line, places == null ? "1" : places);
        try {
            var booked = bookings.book(sessionId, key, draft(typed, reader));
            return done(
                    sessionId,
                    reader.words().say("deskBooked", booked.visitor().name(), booked.places()),
                    script != null,
                    reader);
        } catch (Refusal refusal) {
            var said = Refusals.said(refusal, typed, reader);
            var html = script == null
                    ? page(sessionId, said, key, reader)
                    : rendering.line(panel(sessionId, said, key, reader), reader);
            return answers.refusal(Refusals.status(refusal), html, reader).build();
        }
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
            @BeanParam DeskPages.Look look) {
        own(sessionId);
        var reader = look.reader();
        var cancelled = bookings.cancel(bookingId);
        return done(
                sessionId,
                reader.words().say("deskCancelled", cancelled.visitor().name()),
                script != null,
                reader);
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    private BookingDraft draft(SessionPanel.Said typed, Reader reader) {
        var visitor = VisitorLine.of(typed.line()).orElseThrow(() -> Refusal.badRequest("no-contact", typed.line()));
        var draft = new BookingDraft(
                new BookingDraft.VisitorDraft(
                        visitor.name(), visitor.contact(), reader.language().tag()),
                number(typed.places()),
                null,
                null,
                null);
        if (!validator.validate(draft).isEmpty()) {
            throw Refusal.badRequest("no-contact", "The name, the contact or the number of places is not right.");
        }
        return draft;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("no-number", "The number of places is a number.");
        }
    }

    private RestResponse<byte[]> done(UUID session, String words, boolean byScript, Reader reader) {
        if (!byScript) {
            return RestResponse.seeOther(URI.create("/desk/sessions/" + session));
        }
        var said = new SessionPanel.Said(words, null, false, "", "1");
        return answers.personal(rendering.lineAndRoster(panel(session, said, reader), reader), reader)
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
        return staff.at(desk.centreOf(session).orElseThrow(() -> Refusal.notFound("There is no such session.")));
    }

    private String page(UUID session, SessionPanel.Said said, Reader reader) {
        return page(session, said, null, reader);
    }

    private String page(UUID session, SessionPanel.Said said, @Nullable String key, Reader reader) {
        var workplace = at(session);
        return rendering.page(panel(session, said, key, reader), workplace, reader, clock.instant());
    }

    private SessionPanel panel(UUID session, SessionPanel.Said said, Reader reader) {
        return panel(session, said, null, reader);
    }

    /** With the key that was sent, a form that is sent again after a no is still the same booking; otherwise it is the next. */
    private SessionPanel panel(UUID session, SessionPanel.Said said, @Nullable String key, Reader reader) {
        var isOwn = at(session).isOwn();
        return SessionPanel.of(
                desk.slot(session).orElseThrow(() -> Refusal.notFound("There is no such session.")),
                isOwn ? roster.of(session) : List.of(),
                key == null ? Ids.next().toString() : key,
                said,
                reader);
    }
}

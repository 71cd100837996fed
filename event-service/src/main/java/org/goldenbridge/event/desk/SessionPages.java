package org.goldenbridge.event.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.attendance.Attendance;
import org.goldenbridge.event.booking.SessionBookings;
import org.goldenbridge.event.booking.Withdrawals;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
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
    private static final int MOST_PLACES = 1_000;

    private final SessionDesk sessions;
    private final Roster roster;
    private final SessionBookings bookings;
    private final Attendance attendance;
    private final Withdrawals withdrawals;
    private final SessionRendering rendering;
    private final PageAnswers answers;
    private final RefusedPage refused;
    private final Validator validator;
    private final Clock clock;

    @Inject
    SessionPages(
            SessionDesk sessions,
            Roster roster,
            SessionBookings bookings,
            Attendance attendance,
            Withdrawals withdrawals,
            SessionRendering rendering,
            PageAnswers answers,
            RefusedPage refused,
            Validator validator,
            Clock clock) {
        this.sessions = sessions;
        this.roster = roster;
        this.bookings = bookings;
        this.attendance = attendance;
        this.withdrawals = withdrawals;
        this.rendering = rendering;
        this.answers = answers;
        this.refused = refused;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * The session with its roster.
     *
     * @param from the hold or the allocation out of which is booked
     */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> session(
            UUID sessionId, @QueryParam("from") @Nullable UUID from, @BeanParam Visit visit) {
        var reader = visit.reader();
        var workplace = sessions.at(sessionId);
        var panel = sessions.panel(sessionId, workplace, SessionPanel.Said.NOTHING, null, from, reader);
        return visit.answer(answers.personal(sessions.page(panel, workplace, reader), reader));
    }

    /** The part of the line that says out of what is booked. */
    @GET
    @Path("/source")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> source(
            UUID sessionId, @QueryParam("from") @Nullable UUID from, @BeanParam Visit visit) {
        var reader = visit.reader();
        var workplace = sessions.own(sessionId);
        var panel = sessions.panel(sessionId, workplace, SessionPanel.Said.NOTHING, null, from, reader);
        return answers.personal(rendering.source(panel, reader), reader).build();
    }

    /** The roster by itself, as it is now. */
    @GET
    @Path("/roster")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> roster(UUID sessionId, @BeanParam Visit visit) {
        var workplace = sessions.own(sessionId);
        var reader = visit.reader();
        var panel = sessions.panel(sessionId, workplace, SessionPanel.Said.NOTHING, reader);
        return answers.personal(rendering.roster(panel, reader), reader).build();
    }

    /** Visitors the centre knows by those letters, as choices for the line; sent as a body, for a name belongs in no address. */
    @POST
    @Path("/visitor-search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> search(
            UUID sessionId, @FormParam("line") @Nullable String line, @BeanParam Visit visit) {
        var workplace = sessions.own(sessionId);
        var reader = visit.reader();
        var letters = line == null ? "" : line;
        var known = roster.known(workplace.centre().id(), letters);
        var proposed = ProposedLanguage.of(letters, workplace.centre().country());
        return answers.personal(rendering.known(known, proposed, reader), reader)
                .build();
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
        var workplace = sessions.own(sessionId);
        var reader = visit.reader();
        try {
            var words = taken(sessionId, form, workplace, reader);
            if (script == null) {
                return RestResponse.seeOther(URI.create("/desk/sessions/" + sessionId));
            }
            var panel = sessions.panel(sessionId, workplace, SessionPanel.Said.done(words), reader);
            return answers.personal(rendering.lineAndRoster(panel, reader), reader)
                    .build();
        } catch (Refusal refusal) {
            var standing = refusal.code().equals("already-booked") ? standing(sessionId, form, workplace) : null;
            var said = Refusals.said(refusal, form.typed().of(standing), reader);
            var panel = sessions.panel(sessionId, workplace, said, form.key, form.from(), reader);
            var html = script == null ? sessions.page(panel, workplace, reader) : rendering.line(panel, reader);
            return answers.refusal(refusal.status(), html, reader).build();
        }
    }

    /** What was done with who stands in the line, in words. */
    private String taken(UUID session, LineForm form, Workplace workplace, Reader reader) {
        var draft = form.draft(validator, roster, workplace.centre());
        if (form.wait != null) {
            bookings.join(session, form.key, draft);
        } else if (form.past != null) {
            bookings.bookPast(session, form.key, draft);
        } else {
            bookings.book(session, form.key, draft);
        }
        return reader.words()
                .say(
                        form.wait == null ? "deskBooked" : "deskWaits",
                        draft.visitor().name(),
                        draft.places());
    }

    /** The booking that they have already; null when it is not found. */
    private @Nullable UUID standing(UUID session, LineForm form, Workplace workplace) {
        var visitor = form.draft(validator, roster, workplace.centre()).visitor();
        return roster.of(session, clock.instant()).stream()
                .filter(guest -> !guest.isCancelled()
                        && guest.contact().equalsIgnoreCase(visitor.contact())
                        && guest.name().equalsIgnoreCase(visitor.name()))
                .map(Guest::booking)
                .findFirst()
                .orElse(null);
    }

    /** Notes how many of a booking came. */
    @POST
    @Path("/attendance/{bookingId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> attendance(
            UUID sessionId,
            UUID bookingId,
            @FormParam("present") @Nullable String present,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        var reader = visit.reader();
        return sessions.did(sessionId, bookingId, script != null, reader, () -> {
            if (present != null && present.isBlank()) {
                var cleared = QuarkusTransaction.requiringNew()
                        .call(() -> attendance.clear(sessionId, bookingId, clock.instant()));
                return reader.words().say("deskNotNoted", cleared.name());
            }
            var came = LineForm.number(present == null ? "" : present);
            if (came < 0 || came > MOST_PLACES) {
                throw Refusal.badRequest("no-present", "How many came is from 0 to as many as are booked.");
            }
            var noted = QuarkusTransaction.requiringNew()
                    .call(() -> attendance.note(sessionId, bookingId, came, clock.instant()));
            return reader.words().say("deskNoted", noted.name(), came, noted.places());
        });
    }

    /** Cancels a booking; for some seconds that can be undone. */
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
        var reader = visit.reader();
        return sessions.did(
                sessionId,
                bookingId,
                script != null,
                reader,
                () -> reader.words().say("deskCancelled", withdrawals.cancel(sessionId, bookingId)));
    }

    /** Takes the cancellation of a booking back. */
    @POST
    @Path("/bookings/{bookingId}/cancellation/undoing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> reinstate(
            UUID sessionId,
            UUID bookingId,
            @HeaderParam("HX-Request") @Nullable String script,
            @BeanParam Visit visit) {
        var reader = visit.reader();
        return sessions.did(
                sessionId,
                bookingId,
                script != null,
                reader,
                () -> reader.words().say("deskReinstated", withdrawals.reinstate(sessionId, bookingId)));
    }

    /** Says in the look of the pages what cannot be shown or done. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }
}

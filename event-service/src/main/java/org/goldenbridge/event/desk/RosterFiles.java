package org.goldenbridge.event.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The roster of a session as files to take along. */
@Path("/desk/sessions/{sessionId}/roster.{format:csv|xlsx}")
class RosterFiles {
    private static final String CSV = "text/csv;charset=UTF-8;header=present";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

    private final SessionDesk sessions;
    private final Roster roster;
    private final RefusedPage refused;
    private final Clock clock;

    @Inject
    RosterFiles(SessionDesk sessions, Roster roster, RefusedPage refused, Clock clock) {
        this.sessions = sessions;
        this.roster = roster;
        this.refused = refused;
        this.clock = clock;
    }

    /** Who is booked in and who waits, as a table. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(hidden = true)
    public RestResponse<byte[]> roster(UUID sessionId, String format, @BeanParam Visit visit) {
        sessions.own(sessionId);
        var slot = sessions.slot(sessionId);
        var now = clock.instant();
        var table = RosterTable.of(roster.of(sessionId, now), roster.waiting(sessionId, now), visit.reader());
        var isCsv = format.equals("csv");
        var name = "roster-" + NAME.format(slot.startsAt().atZone(slot.zone())) + "." + format;
        return RestResponse.ResponseBuilder.ok(isCsv ? RosterCsv.of(table) : RosterSheets.of(table))
                .header(HttpHeaders.CONTENT_TYPE, isCsv ? CSV : XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, visit.reader().language().tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** Says in the look of the pages what cannot be shown. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }
}

package org.goldenbridge.event.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.platform.http.Lists;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who did what to an event and when, for who answers for the centre. */
@Path("/v1/events/{eventId}/audit")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what to a session, a booking, an event or a programme, and when.")
class EventAuditResource {
    private final AuditReader reader;

    EventAuditResource(AuditReader reader) {
        this.reader = reader;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Operation(
            summary = "Read the audit of an event",
            description =
                    "When it was drafted, announced, edited and cancelled, and by whom, in that order. An entry holds the content that it had from then on.")
    @APIResponseSchema(value = AuditPage.class, responseDescription = "A page of what was done")
    public RestResponse<byte[]> read(
            UUID eventId,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var wish = new Lists.Wish("audit " + eventId, cursor, limit, ifNoneMatch);
        return reader.ofEvent(eventId, wish);
    }
}

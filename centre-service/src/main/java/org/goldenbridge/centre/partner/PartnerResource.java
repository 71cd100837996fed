package org.goldenbridge.centre.partner;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.centre.access.Roles;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The partner institutions of the network. */
@Path("/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners", description = "Institutions that share the programme or the collection.")
class PartnerResource {
    private final Outbox outbox;
    private final Caller caller;
    private final Lists lists;
    private final ReaderLanguage reader;

    PartnerResource(Outbox outbox, Caller caller, Lists lists, ReaderLanguage reader) {
        this.outbox = outbox;
        this.caller = caller;
        this.lists = lists;
        this.reader = reader;
    }

    /** The partners whose partnership has not ended. */
    @GET
    @PermitAll
    @Operation(
            summary = "List the partners",
            description = "The institutions whose partnership has not ended, in the order in which they were entered.")
    @APIResponseSchema(value = PartnerPage.class, responseDescription = "A page of partners")
    public RestResponse<byte[]> list(
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return lists.page(
                new Lists.Wish("partners", cursor, limit, ifNoneMatch),
                (after, most) -> Partner.inUse(Lists.id(after), most),
                partner -> partner.id.toString(),
                partner -> PartnerView.of(partner, reader));
    }

    /** One partner; one whose partnership has ended is shown as withdrawn. */
    @GET
    @Path("/{partnerId}")
    @PermitAll
    @Operation(
            summary = "Read a partner",
            description = "One institution. One whose partnership has ended is still shown, as withdrawn.")
    @APIResponseSchema(value = PartnerView.class, responseDescription = "The partner")
    public RestResponse<PartnerView> read(
            UUID partnerId,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var partner = Partner.required(partnerId);
        return Answers.read(() -> PartnerView.of(partner, reader), EntityTags.of(partner.version, reader), ifNoneMatch);
    }

    /** Enters a partner institution. */
    @POST
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enter a partner", description = "Enters an institution that agreements can be made with.")
    @APIResponseSchema(value = PartnerView.class, responseCode = "201", responseDescription = "The new partner")
    public RestResponse<PartnerView> enter(@NotNull @Valid PartnerDraft draft) {
        caller.mustActFor(Caller.WHOLE, Roles.ADMINISTRATOR);
        var partner = Partner.enter(Ids.next(), draft);
        partner.persistAndFlush();
        outbox.append(PartnerChanged.of(partner));
        return Answers.created(
                URI.create("/v1/partners/" + partner.id),
                PartnerView.of(partner, reader),
                EntityTags.of(partner.version, reader));
    }

    /** Replaces what is known of a partner. */
    @PUT
    @Path("/{partnerId}")
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Edit a partner", description = "Replaces what is known of an institution.")
    @APIResponseSchema(value = PartnerView.class, responseDescription = "The partner as it is now")
    @APIResponse(responseCode = "409", description = "`withdrawn`: the partnership has ended")
    public RestResponse<PartnerView> edit(
            UUID partnerId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid PartnerDraft draft) {
        caller.mustActFor(Caller.WHOLE, Roles.ADMINISTRATOR);
        var partner = Partner.required(partnerId);
        EntityTags.requireMatch(ifMatch, partner.version);
        partner.edit(draft);
        partner.persistAndFlush();
        outbox.append(PartnerChanged.of(partner));
        return Answers.ok(PartnerView.of(partner, reader), EntityTags.of(partner.version, reader));
    }

    /** Ends a partnership; the partner stays known as withdrawn. */
    @DELETE
    @Path("/{partnerId}")
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "Withdraw a partner",
            description = "Ends the partnership. The institution stays known, as withdrawn, and so do its agreements.")
    @APIResponse(responseCode = "204", description = "It is withdrawn")
    public void withdraw(UUID partnerId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        caller.mustActFor(Caller.WHOLE, Roles.ADMINISTRATOR);
        var partner = Partner.required(partnerId);
        EntityTags.requireMatch(ifMatch, partner.version);
        partner.withdraw();
        partner.persistAndFlush();
        outbox.append(PartnerChanged.of(partner));
    }
}

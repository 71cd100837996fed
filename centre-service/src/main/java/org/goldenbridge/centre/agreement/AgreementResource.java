package org.goldenbridge.centre.agreement;

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
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The agreements with partner institutions. They are not public: who works at a covered centre reads them. */
@Path("/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements", description = "What is agreed with partners, for which centres. Not public.")
class AgreementResource {
    private final Outbox outbox;
    private final Caller caller;
    private final Lists lists;
    private final ReaderLanguage reader;

    AgreementResource(Outbox outbox, Caller caller, Lists lists, ReaderLanguage reader) {
        this.outbox = outbox;
        this.caller = caller;
        this.lists = lists;
        this.reader = reader;
    }

    /** The agreements that cover a centre the caller works at; administrators see all. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "List agreements",
            description =
                    "The agreements in force that cover a centre at which the caller works, in the order in which "
                            + "they were entered. Administrators of the network see all.")
    @APIResponseSchema(value = AgreementPage.class, responseDescription = "A page of agreements")
    public RestResponse<byte[]> list(
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var centres = caller.units(Roles.everyone());
        Lists.Finder<Agreement> visible = centres.contains(Caller.WHOLE)
                ? (after, most) -> Agreement.inUse(Lists.id(after), most)
                : (after, most) -> Agreement.covering(centres, Lists.id(after), most);
        return lists.page(
                new Lists.Wish("agreements of " + centres, cursor, limit, ifNoneMatch),
                visible,
                agreement -> agreement.id.toString(),
                agreement -> AgreementView.of(agreement, reader));
    }

    /** One agreement, for who works at a centre that it covers. */
    @GET
    @Path("/{agreementId}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Read an agreement",
            description =
                    "One agreement, for who works at a centre that it covers. One that was ended is still shown, as "
                            + "withdrawn.")
    @APIResponseSchema(value = AgreementView.class, responseDescription = "The agreement")
    public RestResponse<AgreementView> read(
            UUID agreementId,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var agreement = Agreement.required(agreementId);
        if (agreement.centres().stream().noneMatch(centre -> caller.actsFor(centre, Roles.everyone()))) {
            throw Refusal.forbidden("not-yours", "This agreement does not cover a centre at which you work.");
        }
        return Answers.read(
                () -> AgreementView.of(agreement, reader), EntityTags.of(agreement.version, reader), ifNoneMatch);
    }

    /** Enters an agreement with a partner. */
    @POST
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Enter an agreement",
            description =
                    "Enters what was agreed with a partner: what about, for how long, for which centres, and where "
                            + "its papers are.")
    @APIResponseSchema(value = AgreementView.class, responseCode = "201", responseDescription = "The new agreement")
    @APIResponse(
            responseCode = "422",
            description = "`unknown-partner`: there is no such partner; `unknown-centre`; `ends-before-it-starts`")
    public RestResponse<AgreementView> enter(@NotNull @Valid AgreementDraft draft) {
        caller.mustActFor(Caller.WHOLE, Roles.ADMINISTRATOR);
        var agreement = Agreement.enter(Ids.next(), draft);
        agreement.persistAndFlush();
        outbox.append(AgreementChanged.of(agreement));
        return Answers.created(
                URI.create("/v1/agreements/" + agreement.id),
                AgreementView.of(agreement, reader),
                EntityTags.of(agreement.version, reader));
    }

    /** Replaces what was agreed; the partner stays. */
    @PUT
    @Path("/{agreementId}")
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Edit an agreement", description = "Replaces what was agreed; the partner stays.")
    @APIResponseSchema(value = AgreementView.class, responseDescription = "The agreement as it is now")
    @APIResponse(responseCode = "409", description = "`withdrawn`: the agreement was ended")
    @APIResponse(
            responseCode = "422",
            description =
                    "`fixed-field`: an agreement stays with its partner; `unknown-centre`; `ends-before-it-starts`")
    public RestResponse<AgreementView> edit(
            UUID agreementId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid AgreementDraft draft) {
        caller.mustActFor(Caller.WHOLE, Roles.ADMINISTRATOR);
        var agreement = Agreement.required(agreementId);
        EntityTags.requireMatch(ifMatch, agreement.version);
        agreement.edit(draft);
        agreement.persistAndFlush();
        outbox.append(AgreementChanged.of(agreement));
        return Answers.ok(AgreementView.of(agreement, reader), EntityTags.of(agreement.version, reader));
    }

    /** Ends an agreement or takes it back; it stays known as withdrawn. */
    @DELETE
    @Path("/{agreementId}")
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "Withdraw an agreement",
            description = "Ends an agreement or takes it back. It stays known, as withdrawn.")
    @APIResponse(responseCode = "204", description = "It is withdrawn")
    public void withdraw(UUID agreementId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        caller.mustActFor(Caller.WHOLE, Roles.ADMINISTRATOR);
        var agreement = Agreement.required(agreementId);
        EntityTags.requireMatch(ifMatch, agreement.version);
        agreement.withdraw();
        agreement.persistAndFlush();
        outbox.append(AgreementChanged.of(agreement));
    }
}

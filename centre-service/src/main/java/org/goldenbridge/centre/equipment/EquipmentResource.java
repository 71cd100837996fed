package org.goldenbridge.centre.equipment;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.centre.access.Roles;
import org.goldenbridge.centre.centre.Centres;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The equipment of the centres. */
@Path("/v1/equipment")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Equipment", description = "Stocks of equipment that sessions can claim.")
class EquipmentResource {
    private final Outbox outbox;
    private final Caller caller;
    private final Lists lists;
    private final ReaderLanguage reader;

    EquipmentResource(Outbox outbox, Caller caller, Lists lists, ReaderLanguage reader) {
        this.outbox = outbox;
        this.caller = caller;
        this.lists = lists;
        this.reader = reader;
    }

    /** The stocks that are in use. */
    @GET
    @PermitAll
    @Operation(
            summary = "List equipment",
            description = "The stocks that are in use, of one centre or of all, in the order in which they were added.")
    @APIResponseSchema(value = EquipmentPage.class, responseDescription = "A page of stocks")
    public RestResponse<byte[]> list(
            @Schema(description = "Only those of this centre.", examples = "beijing") @QueryParam("centre") @Nullable
                    String centre,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        if (centre != null) {
            Centres.mustExist(centre, "?centre");
        }
        return lists.page(
                new Lists.Wish("equipment of " + centre, cursor, limit, ifNoneMatch),
                (after, most) -> Equipment.inUse(centre, Lists.id(after), most),
                equipment -> equipment.id.toString(),
                equipment -> EquipmentView.of(equipment, reader));
    }

    /** One stock; one that is no longer in use is shown as withdrawn. */
    @GET
    @Path("/{equipmentId}")
    @PermitAll
    @Operation(
            summary = "Read a stock of equipment",
            description = "One stock. One that is no longer in use is still shown, as withdrawn.")
    @APIResponseSchema(value = EquipmentView.class, responseDescription = "The stock")
    public RestResponse<EquipmentView> read(
            UUID equipmentId,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var equipment = Equipment.required(equipmentId);
        return Answers.read(
                () -> EquipmentView.of(equipment, reader), EntityTags.of(equipment.version, reader), ifNoneMatch);
    }

    /** Adds a stock to a centre. */
    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add equipment", description = "Adds a stock of equipment to a centre: so many of a kind.")
    @APIResponseSchema(value = EquipmentView.class, responseCode = "201", responseDescription = "The new stock")
    @APIResponse(
            responseCode = "409",
            description = "`already-there`: the code is taken; `withdrawn`: the centre has closed for good")
    @APIResponse(responseCode = "422", description = "`unknown-centre`: there is no such centre")
    public RestResponse<EquipmentView> add(@NotNull @Valid EquipmentDraft draft) {
        caller.mustActFor(draft.centreId(), Roles.management());
        Centres.lockToAdd(draft.centreId());
        var equipment = Equipment.add(Ids.next(), draft);
        equipment.persistAndFlush();
        outbox.append(EquipmentChanged.of(equipment));
        return Answers.created(
                URI.create("/v1/equipment/" + equipment.id),
                EquipmentView.of(equipment, reader),
                EntityTags.of(equipment.version, reader));
    }

    /** Replaces what is known of a stock. */
    @PUT
    @Path("/{equipmentId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Edit a stock of equipment",
            description = "Replaces what is known of a stock; its centre stays.")
    @APIResponseSchema(value = EquipmentView.class, responseDescription = "The stock as it is now")
    @APIResponse(
            responseCode = "409",
            description = "`already-there`: the code is taken; `withdrawn`: the stock is no longer in use")
    @APIResponse(responseCode = "422", description = "`fixed-field`: a stock stays with its centre")
    public RestResponse<EquipmentView> edit(
            UUID equipmentId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid EquipmentDraft draft) {
        var equipment = Equipment.required(equipmentId);
        caller.mustActFor(equipment.centreId, Roles.management());
        EntityTags.requireMatch(ifMatch, equipment.version);
        Centres.lockToAdd(equipment.centreId);
        equipment.edit(draft);
        equipment.persistAndFlush();
        outbox.append(EquipmentChanged.of(equipment));
        return Answers.ok(EquipmentView.of(equipment, reader), EntityTags.of(equipment.version, reader));
    }

    /** Takes a stock out of use; it stays known as withdrawn. */
    @DELETE
    @Path("/{equipmentId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Operation(
            summary = "Withdraw a stock of equipment",
            description = "Takes a stock out of use. It stays known, as withdrawn, and its code is free again.")
    @APIResponse(responseCode = "204", description = "It is withdrawn")
    public void withdraw(UUID equipmentId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var equipment = Equipment.required(equipmentId);
        caller.mustActFor(equipment.centreId, Roles.management());
        EntityTags.requireMatch(ifMatch, equipment.version);
        equipment.withdraw();
        equipment.persistAndFlush();
        outbox.append(EquipmentChanged.of(equipment));
    }
}

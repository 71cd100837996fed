package org.goldenbridge.catalogue.record;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.goldenbridge.catalogue.access.Roles;
import org.goldenbridge.catalogue.centre.HoldingCentres;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The items of the catalogue: read by anyone, kept by the centres that hold them. */
@Path("/v1/items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Items", description = "The copies that the centres hold: volumes, reels, replicas.")
class ItemResource {
    private final ItemDesk desk;
    private final Caller caller;
    private final Lists lists;
    private final ReaderLanguage reader;

    ItemResource(ItemDesk desk, Caller caller, Lists lists, ReaderLanguage reader) {
        this.desk = desk;
        this.caller = caller;
        this.lists = lists;
        this.reader = reader;
    }

    /** The items that are not withdrawn, in the order in which they were entered. */
    @GET
    @PermitAll
    @Operation(
            summary = "List the items",
            description = "Items of a record, of a centre, or with a barcode, in the order in which they were entered. "
                    + "Withdrawn ones are not listed; those of hidden records, and notes, are shown to staff only.")
    @APIResponseSchema(value = ItemPage.class, responseDescription = "A page of items")
    public RestResponse<byte[]> list(
            @Schema(description = "Only copies of this record.")
                    @QueryParam("record")
                    @Pattern(
                            regexp = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                            message = "must be the id of a record (UUID)")
                    @Nullable
                    String record,
            @Schema(description = "Only what this centre holds.", examples = "beijing")
                    @QueryParam("centre")
                    @Size(max = 60)
                    @Nullable
                    String centre,
            @Schema(description = "Only the item with this barcode.", examples = "BJ000123")
                    @QueryParam("barcode")
                    @Size(max = 40)
                    @Nullable
                    String barcode,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var toStaff = isStaff();
        var asked = new ItemQuery(record == null ? null : UUID.fromString(record), centre, barcode, toStaff);
        return lists.page(
                new Lists.Wish(asked.name(), cursor, limit, ifNoneMatch),
                (after, most) -> asked.find(Lists.id(after), most),
                item -> item.id.toString(),
                item -> ItemView.of(item, toStaff));
    }

    /** One item; one that is withdrawn says so. */
    @GET
    @Path("/{itemId}")
    @PermitAll
    @Operation(
            summary = "Read an item",
            description =
                    "One copy. One that is gone from the collection is still shown, as withdrawn. Its note, and items "
                            + "of hidden records, are shown to staff only.")
    @APIResponseSchema(value = ItemView.class, responseDescription = "The item")
    public RestResponse<ItemView> read(UUID itemId, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var item = Item.required(itemId);
        var toStaff = isStaff();
        if (!toStaff && !Record.required(item.recordId).isShown()) {
            throw Refusal.notFound("There is no such item.");
        }
        return Answers.read(() -> ItemView.of(item, toStaff), tag(item, toStaff), ifNoneMatch);
    }

    /** Enters an item. */
    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Enter an item",
            description = "Adds a copy that a centre holds. It may hold copies of records that another centre keeps.")
    @APIResponseSchema(value = ItemView.class, responseCode = "201", responseDescription = "The new item")
    @APIResponse(responseCode = "409", description = "`barcode-taken`: itemId names the item that has it")
    @APIResponse(
            responseCode = "422",
            description = "`unknown-record`: there is none, or it is deleted or merged; `unknown-centre`")
    public RestResponse<ItemView> enter(@NotNull @Valid ItemDraft draft) {
        caller.mustActFor(draft.centreId(), Roles.cataloguing());
        HoldingCentres.mustBeInUse(draft.centreId());
        var item = desk.enter(Ids.next(), draft, desk.lock(null, draft.recordId()));
        return Answers.created(URI.create("/v1/items/" + item.id), ItemView.of(item, true), tag(item, true));
    }

    /** Replaces what is known of an item; another record's id makes it a copy of that record. */
    @PUT
    @Path("/{itemId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Edit an item",
            description =
                    "Replaces what is known of a copy. With another recordId it becomes a copy of that record, with "
                            + "another centreId that centre holds it, for which the caller must act as well.")
    @APIResponseSchema(value = ItemView.class, responseDescription = "The item as it is now")
    @APIResponse(
            responseCode = "409",
            description = "`barcode-taken`: itemId names the item that has it; `withdrawn`: it is gone")
    @APIResponse(
            responseCode = "422",
            description = "`unknown-record`: there is none, or it is deleted or merged; `unknown-centre`")
    public RestResponse<ItemView> edit(
            UUID itemId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid ItemDraft draft) {
        var locked = desk.lock(Item.recordOf(itemId), draft.recordId());
        var item = toChange(itemId, ifMatch, locked);
        if (!draft.centreId().equals(item.centreId)) {
            caller.mustActFor(draft.centreId(), Roles.cataloguing());
            HoldingCentres.mustBeInUse(draft.centreId());
        }
        desk.edit(item, draft, locked);
        return Answers.ok(ItemView.of(item, true), tag(item, true));
    }

    /** Withdraws an item; it stays known, and its barcode may be given again. */
    @DELETE
    @Path("/{itemId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER})
    @Operation(
            summary = "Withdraw an item",
            description =
                    "Takes a copy out of the collection. It stays known, as withdrawn; its barcode may be given again.")
    @APIResponse(responseCode = "204", description = "It is withdrawn")
    @APIResponse(responseCode = "409", description = "`withdrawn`: it is gone already")
    public void withdraw(UUID itemId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var recordId = Item.recordOf(itemId);
        var locked = desk.lock(null, recordId);
        desk.withdraw(toChange(itemId, ifMatch, locked), locked);
    }

    /** The item under its row lock, for one who may change it and has read what is there now. */
    private Item toChange(UUID itemId, @Nullable String ifMatch, ItemDesk.Locked locked) {
        var item = Item.locked(itemId);
        caller.mustActFor(item.centreId, Roles.cataloguing());
        EntityTags.requireMatch(ifMatch, item.version);
        if (!locked.hold(item.recordId)) {
            throw Refusal.stale("It has just become a copy of another record. Read it again and repeat the edit.");
        }
        return item;
    }

    private boolean isStaff() {
        return !caller.units(Roles.everyone()).isEmpty();
    }

    /** Staff see more: theirs is another representation. */
    private String tag(Item item, boolean toStaff) {
        return toStaff ? EntityTags.of(item.version, reader, "staff") : EntityTags.of(item.version, reader);
    }
}

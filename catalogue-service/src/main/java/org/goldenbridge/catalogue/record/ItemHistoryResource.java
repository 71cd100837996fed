package org.goldenbridge.catalogue.record;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.catalogue.access.Roles;
import org.goldenbridge.platform.http.Lists;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The history of an item, for those who work in the network. */
@Path("/v1/items/{itemId}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Items")
class ItemHistoryResource {
    private final Lists lists;

    ItemHistoryResource(Lists lists) {
        this.lists = lists;
    }

    /** Who changed what and when, newest first; a withdrawn item keeps its history. */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.CATALOGUER, Roles.STAFF})
    @Operation(
            summary = "Read an item's history",
            description =
                    "Who changed what and when, newest first: also from which record to which. A withdrawn item keeps "
                            + "its history. Staff of every centre read it.")
    @APIResponseSchema(value = ItemHistoryPage.class, responseDescription = "A page of changes")
    public RestResponse<byte[]> list(
            UUID itemId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var item = Item.required(itemId);
        return lists.page(
                new Lists.Wish("history of item " + itemId, cursor, limit, ifNoneMatch),
                (before, most) -> changes(item, before, most),
                change -> String.valueOf(change.version()),
                change -> change);
    }

    private static List<ItemChangeView> changes(Item item, String before, int atMost) {
        var changes = ItemChange.before(item.id, before.isEmpty() ? item.version + 1 : Long.parseLong(before), atMost);
        var views = new ArrayList<ItemChangeView>();
        for (var change : changes) {
            var after = views.isEmpty()
                    ? ItemChange.stateIn(item, change.version)
                    : Objects.requireNonNull(changes.get(views.size() - 1).before);
            views.add(ItemChangeView.of(change, after));
        }
        return views;
    }
}

package org.goldenbridge.catalogue.centre;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The centres at which records and items can be held. */
@Path("/v1/holding-centres")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holding centres", description = "Where records and items can be held.")
class HoldingCentreResource {
    private static final String LIST = "holding-centres";

    private final Lists lists;
    private final ReaderLanguage reader;

    HoldingCentreResource(Lists lists, ReaderLanguage reader) {
        this.lists = lists;
        this.reader = reader;
    }

    /** The centres at which something new can be held, in the order of their ids. */
    @GET
    @PermitAll
    @Operation(
            summary = "List the holding centres",
            description = "The centres at which something new can be held, in the order of their ids. A centre appears "
                    + "here within a second after it was opened.")
    @APIResponseSchema(value = HoldingCentrePage.class, responseDescription = "A page of holding centres")
    public RestResponse<byte[]> list(
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return lists.page(
                new Lists.Wish(LIST, cursor, limit, ifNoneMatch),
                HoldingCentre::inUse,
                centre -> centre.id,
                centre -> HoldingCentreView.of(centre, reader));
    }

    /** One centre; one that has closed for good is shown as withdrawn, for what it held is still known. */
    @GET
    @Path("/{centreId}")
    @PermitAll
    @Operation(
            summary = "Read a holding centre",
            description =
                    "One centre. One that has closed for good is still shown, as withdrawn: what it held is known.")
    @APIResponseSchema(value = HoldingCentreView.class, responseDescription = "The holding centre")
    public RestResponse<HoldingCentreView> read(
            String centreId,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var centre = HoldingCentre.required(centreId);
        return Answers.read(
                () -> HoldingCentreView.of(centre, reader), EntityTags.of(centre.version, reader), ifNoneMatch);
    }
}

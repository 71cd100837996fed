package org.goldenbridge.event.linkeddata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.platform.http.TaggedJson;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The places that sessions name, as schema.org has them: where their {@code @id} leads. */
@Path("/v1/linked-data")
@Produces(LinkedData.MEDIA_TYPE)
@Tag(name = "Linked data")
class PlaceDataResource {
    private final AnnouncedReader places;
    private final Surroundings surroundings;
    private final ReaderLanguage reader;
    private final TaggedJson tagged;

    PlaceDataResource(AnnouncedReader places, Surroundings surroundings, ReaderLanguage reader, TaggedJson tagged) {
        this.places = places;
        this.surroundings = surroundings;
        this.reader = reader;
        this.tagged = tagged;
    }

    @GET
    @Path("/centres/{centreId}")
    @PermitAll
    @Operation(
            summary = "Read a centre as linked data",
            description = "A centre as a Place of schema.org: its address, its point, and how one gets in.")
    @APIResponseSchema(value = LinkedData.class, responseDescription = "The centre")
    public RestResponse<byte[]> centre(
            String centreId,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch)
            throws SQLException {
        var centre = places.centre(centreId).orElseThrow(() -> Refusal.notFound("There is no such centre."));
        return answer(surroundings.place(centre, new Texts(reader)), ifNoneMatch);
    }

    @GET
    @Path("/spaces/{spaceId}")
    @PermitAll
    @Operation(
            summary = "Read a space as linked data",
            description = "A space as a Place of schema.org, contained in that of its centre.")
    @APIResponseSchema(value = LinkedData.class, responseDescription = "The space")
    public RestResponse<byte[]> space(
            UUID spaceId,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch)
            throws SQLException {
        var room = places.space(spaceId).orElseThrow(() -> Refusal.notFound("There is no such space."));
        return answer(surroundings.place(room.space(), room.centre(), new Texts(reader)), ifNoneMatch);
    }

    private RestResponse<byte[]> answer(ObjectNode place, @Nullable String ifNoneMatch) {
        return tagged.answer(Documents.inContext().setAll(place), ifNoneMatch)
                .type(LinkedData.MEDIA_TYPE)
                .build();
    }
}

package org.goldenbridge.event.image;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.programme.Event;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Serves the files of images. */
@Path("/v1/images/{imageId}")
@Tag(name = "Images")
class ImageResource {
    /** What is at an address never changes, so nobody has to ask for it twice. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final ImageFiles files;
    private final Caller caller;

    ImageResource(ImageFiles files, Caller caller) {
        this.files = files;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Read the file of an image",
            description =
                    "The image of an event, in the smallest size that is at least as wide as asked for, or the largest there"
                            + " is. It can be kept for ever: another image has another address. The image of a draft is for the desk of"
                            + " its centre alone.")
    @APIResponse(
            responseCode = "200",
            description = "The image",
            headers =
                    @Header(
                            name = "Cache-Control",
                            description = "It may be kept for a year; that of a draft not at all",
                            schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "401", description = Roles.TOKEN_NO_GOOD)
    public RestResponse<byte[]> read(
            UUID imageId,
            @Schema(description = "How many pixels wide it is shown.", examples = "480")
                    @QueryParam("width")
                    @DefaultValue("" + Renditions.LONGEST)
                    @Min(1)
                    @Max(10_000)
                    int width,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var file = files.find(imageId, width);
        var event = Event.required(file.eventId());
        if (!event.isVisibleTo(caller)) {
            throw Refusal.notFound("There is no such image.");
        }
        var answer = EntityTags.matches(ifNoneMatch, file.tag())
                ? RestResponse.ResponseBuilder.<byte[]>notModified()
                : RestResponse.ResponseBuilder.ok(files.bytes(file)).type(file.mediaType());
        return answer.header(HttpHeaders.ETAG, file.tag())
                .header(HttpHeaders.CACHE_CONTROL, event.isPublic() ? FOR_EVER : "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'")
                .build();
    }
}

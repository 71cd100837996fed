package org.goldenbridge.event.image;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.programme.Event;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The image of an event: uploaded, described and removed by the desk of its centre. */
@Path("/v1/events/{eventId}/image")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Images",
        description = "An image for each event: uploaded by staff, made anew from its pixels, cached for ever.")
class EventImageResource {
    private final Darkroom darkroom;
    private final EventImages images;
    private final Caller caller;
    private final ReaderLanguage reader;
    private final Clock clock;
    private final URI publicUrl;

    EventImageResource(
            Darkroom darkroom,
            EventImages images,
            Caller caller,
            ReaderLanguage reader,
            Clock clock,
            @ConfigProperty(name = "goldenbridge.public-url") URI publicUrl) {
        this.darkroom = darkroom;
        this.images = images;
        this.caller = caller;
        this.reader = reader;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Read the image of an event",
            description = "Where its files are, how large they are, and what is to be seen on them.")
    @APIResponseSchema(value = EventImageView.class, responseDescription = "The image")
    @APIResponse(responseCode = "401", description = Roles.TOKEN_NO_GOOD)
    public RestResponse<EventImageView> read(
            UUID eventId,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        if (!Event.required(eventId).isVisibleTo(caller)) {
            throw Refusal.notFound("There is no such event.");
        }
        var image = EventImage.required(eventId);
        return Answers.read(() -> view(image), tag(image), ifNoneMatch);
    }

    @PUT
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Upload the image of an event",
            description =
                    "Takes a JPEG or PNG file of up to 5 MB, with 200 to 8,000 pixels on a side and 25 million altogether."
                            + " What it is, is decided by its first bytes. It is made anew from its pixels, turned upright, in"
                            + " two sizes: nothing else of the file is kept, neither where it was taken nor by whom. It replaces"
                            + " the image before, of which the files stay for a day. Say next what is to be seen on it: what was"
                            + " said of the image before does not hold for this one.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponseSchema(value = EventImageView.class, responseDescription = "The image as it is kept")
    @APIResponse(responseCode = "400", description = "`upload-broke-off`: the file broke off on its way, send it again")
    @APIResponse(
            responseCode = "409",
            description = "`overtaken`: somebody else uploaded one at the same moment; read it again")
    @APIResponse(
            responseCode = "412",
            description = "`stale`: somebody else replaced the image at the same moment; read it again")
    @APIResponse(
            responseCode = "415",
            description = "`unsupported-image`: it is no JPEG or PNG file; SVG can carry scripts and is not taken;"
                    + " `image-type-mismatch`: the Content-Type says otherwise than the file")
    @APIResponse(
            responseCode = "422",
            description =
                    "`image-dimensions`: it has too few or too many pixels; `image-unreadable`: it is damaged or cut off,"
                            + " or of a rare kind")
    public RestResponse<EventImageView> upload(UUID eventId, @Context HttpHeaders headers, InputStream body) {
        caller.mustActFor(Event.required(eventId).centreId(), Roles.desk());
        var renditions = darkroom.develop(body, headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
        var image = images.keep(eventId, renditions, clock.instant());
        return Answers.ok(view(image), tag(image));
    }

    @PUT
    @Path("/alt")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say what is to be seen on the image",
            description =
                    "Replaces the alternative text of the image, which stands for it where it is not seen. Leave it out"
                            + " only when the image says nothing that the title does not say.")
    @APIResponseSchema(value = EventImageView.class, responseDescription = "The image with its alternative text")
    public RestResponse<EventImageView> describe(
            UUID eventId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid AltDraft draft) {
        var image = toChange(eventId);
        EntityTags.requireMatch(ifMatch, image.version);
        images.describe(image, draft.alt(), clock.instant());
        return Answers.ok(view(image), tag(image));
    }

    @DELETE
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Remove the image of an event",
            description =
                    "Removes it with its files at once, and those of the images before it. Who has fetched a file before may"
                            + " still show it.")
    @APIResponse(responseCode = "204", description = "The event has no image any more")
    public void remove(UUID eventId) {
        images.remove(toChange(eventId), clock.instant());
    }

    private EventImage toChange(UUID eventId) {
        caller.mustActFor(Event.required(eventId).centreId(), Roles.desk());
        return EventImage.required(eventId);
    }

    private EventImageView view(EventImage image) {
        return EventImageView.of(image, publicUrl, reader);
    }

    /** Two images of one event may have the same version, when one was removed in between. */
    private String tag(EventImage image) {
        return EntityTags.of(image.version, reader, image.id.toString().substring(24));
    }
}

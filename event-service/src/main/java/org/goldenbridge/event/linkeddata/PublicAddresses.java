package org.goldenbridge.event.linkeddata;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the public finds what we speak of. Absolute, and from configuration: a reader may keep them for years. */
@Singleton
public class PublicAddresses {
    private final String publicUrl;

    PublicAddresses(@ConfigProperty(name = "goldenbridge.public-url") String publicUrl) {
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** The address of a path of ours, which begins with a slash. */
    public String of(String path) {
        return publicUrl + path;
    }

    /** The page of an event. */
    public String event(UUID event) {
        return of("/whats-on/events/" + event);
    }

    /** The session on the page of its event. */
    public String session(UUID event, UUID session) {
        return event(event) + "#" + session;
    }

    /** What is on at a centre. */
    public String centre(String centre) {
        return of("/whats-on?centre=" + centre);
    }

    /** The page of a programme. */
    public String programme(UUID programme) {
        return of("/whats-on/programmes/" + programme);
    }

    /** A picture. */
    public String image(UUID image) {
        return of("/v1/images/" + image);
    }

    /** What names a session in linked data, and leads to its document. */
    String sessionId(UUID session) {
        return of("/v1/linked-data/sessions/" + session);
    }

    /** What names an event in linked data, and leads to its document. */
    String eventId(UUID event) {
        return of("/v1/linked-data/events/" + event);
    }

    /** What names a programme in linked data, and leads to its document. */
    String programmeId(UUID programme) {
        return of("/v1/linked-data/programmes/" + programme);
    }

    /** What names a centre in linked data, and leads to its document. */
    String centreId(String centre) {
        return of("/v1/linked-data/centres/" + centre);
    }

    /** What names a space of a centre in linked data, and leads to its document. */
    String spaceId(UUID space) {
        return of("/v1/linked-data/spaces/" + space);
    }
}

package org.goldenbridge.event.whatson;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.page.Assets;
import org.goldenbridge.event.page.Centres;
import org.goldenbridge.event.page.PageLanguage;
import org.jboss.resteasy.reactive.RestResponse;

/** What search engines and browsers ask for at fixed addresses: robots.txt (RFC 9309), the sitemap and the icon of the site. */
@Path("/")
class SearchEngines {
    /** A sitemap has at most 50,000 addresses, and each page is there in each language. */
    private static final int MOST_EVENTS = 7_000;

    private static final int MOST = 8_000;

    private final PublicEvents events;
    private final Centres centres;
    private final URI publicUrl;
    private final Clock clock;

    @Inject
    SearchEngines(
            PublicEvents events,
            Centres centres,
            @ConfigProperty(name = "goldenbridge.public-url") URI publicUrl,
            Clock clock) {
        this.events = events;
        this.centres = centres;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Which addresses robots may read: the pages, their pictures and their calendars. */
    @GET
    @Path("/robots.txt")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> robots() {
        return kept("""
                User-agent: *
                Allow: /v1/images/
                Allow: /v1/linked-data/
                Disallow: /v1/
                Disallow: /desk
                Sitemap: %s/sitemap.xml
                """.formatted(publicUrl).getBytes(StandardCharsets.UTF_8), "text/plain;charset=UTF-8");
    }

    /** The pages that do not change their address: of the centres, the programmes and the events with dates to come. */
    @GET
    @Path("/sitemap.xml")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> sitemap() {
        var paths = Stream.of(
                        Stream.of(Links.WHATS_ON, Links.WHATS_ON + "/programmes"),
                        centres.all().stream().map(centre -> Links.WHATS_ON + "?centre=" + centre.id()),
                        events.programmes().stream().map(one -> Links.WHATS_ON + "/programmes/" + one.id()),
                        events.ahead(clock.instant(), MOST_EVENTS).stream()
                                .map(event -> Links.WHATS_ON + "/events/" + event))
                .flatMap(all -> all)
                .limit(MOST)
                .toList();
        return kept(sitemap(paths).getBytes(StandardCharsets.UTF_8), "application/xml;charset=UTF-8");
    }

    private String sitemap(List<String> paths) {
        var urls = paths.stream()
                .flatMap(path -> PageLanguage.all().stream()
                        .map(language -> path + (path.contains("?") ? "&amp;" : "?") + "lang=" + language.tag()))
                .map(path -> "<url><loc>" + publicUrl + path + "</loc></url>\n")
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                %s</urlset>
                """.formatted(urls);
    }

    /** For browsers and readers of links that do not look into the page. */
    @GET
    @Path("/favicon.ico")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> icon() {
        return kept(Assets.file("favicon.ico"), "image/x-icon");
    }

    private static RestResponse<byte[]> kept(byte[] body, String type) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}

package org.goldenbridge.event.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;

/** Sends styles, scripts and drawings of the pages. */
@Path("/pages")
class AssetResource {
    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    /** A file; one that is asked for under an old fingerprint is answered with what there is now, and not kept. */
    @GET
    @Path("/{fingerprint}/{file}")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> file(String fingerprint, String file) {
        var asset = assets.find(file).orElseThrow(() -> Refusal.notFound("There is no such file."));
        return RestResponse.ResponseBuilder.ok(asset)
                .header(HttpHeaders.CONTENT_TYPE, Assets.mediaType(file))
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        assets.isCurrent(fingerprint) ? "public, max-age=31536000, immutable" : "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}

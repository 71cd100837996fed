package org.goldenbridge.platform.desk;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the pages of staff are in this service: {@code goldenbridge.desk.path} and all below it. There people sign in with a
 * browser; everywhere else a request is known by its bearer token alone. A service without that setting has no desk.
 */
@Singleton
public class DeskArea {
    private final Optional<String> path;
    private final String publicUrl;
    private final List<String> roles;

    /**
     * @param path such as {@code /desk}, without a slash at its end
     * @param roles those of which somebody needs one to come in at all
     */
    DeskArea(
            @ConfigProperty(name = "goldenbridge.desk.path") Optional<String> path,
            @ConfigProperty(name = "goldenbridge.public-url") URI publicUrl,
            @ConfigProperty(name = "goldenbridge.desk.roles", defaultValue = "administrator,manager,staff")
                    List<String> roles) {
        this.path = path;
        this.publicUrl = publicUrl.toString();
        this.roles = List.copyOf(roles);
    }

    /** Whether the request is for a page of the desk, as the framework will read its path. */
    public boolean covers(RoutingContext context) {
        return path.isPresent() && isBelow(context.normalizedPath(), path.get());
    }

    private static boolean isBelow(String asked, String top) {
        return asked.equals(top) || asked.startsWith(top + "/");
    }

    boolean isOpen() {
        return path.isPresent();
    }

    String path() {
        return path.orElseThrow();
    }

    /** Where Keycloak sends people back to; from there they go on to the page that they asked for. */
    String signIn() {
        return path() + "/sign-in";
    }

    String signOut() {
        return path() + "/sign-out";
    }

    String publicUrl() {
        return publicUrl;
    }

    /** The address that a browser names as the origin of our own pages (RFC 6454). */
    String origin() {
        var url = URI.create(publicUrl);
        return url.getScheme() + "://" + url.getAuthority();
    }

    boolean isHttps() {
        return publicUrl.startsWith("https://");
    }

    List<String> roles() {
        return roles;
    }

    /** Whether that is the address of a page of this desk, so that a browser may be sent to it. */
    boolean isPage(String address) {
        var top = publicUrl + path();
        return address.equals(top) || address.startsWith(top + "/") || address.startsWith(top + "?");
    }
}

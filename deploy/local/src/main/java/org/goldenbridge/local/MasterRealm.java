package org.goldenbridge.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The realm of Keycloak's own administrators: protected against guessing, and signed in to at Keycloak's own address. */
final class MasterRealm {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI keycloak;
    private final String password;

    MasterRealm(URI keycloak, String password) {
        this.keycloak = keycloak;
        this.password = password;
    }

    /**
     * Sets it up through Keycloak's admin API. Where the administrator has another password by now, it was set up at the
     * first start and is left alone.
     *
     * @return whether it is set up; false while Keycloak does not answer yet
     */
    boolean isSetUp() {
        try {
            var token = new Tokens(URI.create(keycloak + "/realms/master")).ofAdministrator(password);
            var realm = (ObjectNode) JSON.readTree(Http.CLIENT
                    .send(request(token).GET().build(), BodyHandlers.ofString())
                    .body());
            realm.put("bruteForceProtected", true)
                    .put("quickLoginCheckMilliSeconds", 100)
                    .put("minimumQuickLoginWaitSeconds", 1)
                    .put("eventsEnabled", true)
                    .put("eventsExpiration", Duration.ofDays(90).toSeconds())
                    .put("adminEventsEnabled", true)
                    .withObject("/attributes")
                    .put("frontendUrl", keycloak.toString());
            var change = request(token)
                    .PUT(BodyPublishers.ofString(realm.toString()))
                    .build();
            return Http.CLIENT.send(change, BodyHandlers.discarding()).statusCode() == 204;
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage()).contains(": 401 ");
        } catch (IOException | UncheckedIOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder request(String token) {
        return HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/master"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }
}

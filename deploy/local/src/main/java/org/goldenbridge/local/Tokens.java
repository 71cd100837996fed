package org.goldenbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Access tokens from a realm of Keycloak, as bearer tokens for the APIs; those of demo accounts are good for an hour, others for five minutes. */
public final class Tokens {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI realm;

    /** Asks a realm such as {@code http://localhost:8080/auth/realms/goldenbridge}. */
    public Tokens(URI realm) {
        this.realm = realm;
    }

    /** A token of a demo account such as {@code beijing-manager}. */
    public String of(String username) {
        return of(username, "demo");
    }

    public String of(String username, String password) {
        return request(Map.of(
                "grant_type",
                "password",
                "client_id",
                "goldenbridge-demo",
                "username",
                username,
                "password",
                password));
    }

    /** A token of a machine, such as the partner's client {@code partner-blcu}. */
    public String ofClient(String clientId, String secret) {
        return request(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    /** A token of the administrator of Keycloak itself; the realm must be {@code master}. */
    String ofAdministrator(String password) {
        return request(
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", password));
    }

    private String request(Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var answer = Http.CLIENT.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Keycloak gave no token for " + form.get("client_id") + ": "
                        + answer.statusCode() + " " + answer.body());
            }
            JsonNode token = JSON.readTree(answer.body()).required("access_token");
            return token.textValue();
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be reached at " + realm, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for a token", e);
        }
    }
}

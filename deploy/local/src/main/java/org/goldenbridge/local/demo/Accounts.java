package org.goldenbridge.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs the demo accounts in and keeps their tokens fresh. */
final class Accounts {
    private static final String CLIENT = "goldenbridge-demo";
    private static final String PASSWORD = "demo";
    private static final Duration SPARE = Duration.ofSeconds(20);

    private final HttpClient http;
    private final URI tokens;
    private final ObjectMapper json;
    private final Map<String, Token> byAccount = new ConcurrentHashMap<>();

    private record Token(String value, Instant goodUntil) {}

    Accounts(HttpClient http, URI gateway, ObjectMapper json) {
        this.http = http;
        this.json = json;
        this.tokens = gateway.resolve("/auth/realms/goldenbridge/protocol/openid-connect/token");
    }

    String bearer(String account) {
        var token = byAccount.compute(
                account,
                (name, known) -> known == null || known.goodUntil().isBefore(Instant.now()) ? signIn(name) : known);
        return "Bearer " + token.value();
    }

    void forget(String account) {
        byAccount.remove(account);
    }

    private Token signIn(String account) {
        var form = "grant_type=password&client_id=" + CLIENT + "&username=" + account + "&password=" + PASSWORD;
        var request = HttpRequest.newBuilder(tokens)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new LoadingRefused("The demo account " + account + " cannot sign in at " + tokens + ": "
                        + answer.statusCode() + ".");
            }
            var token = json.readTree(answer.body());
            var life = Duration.ofSeconds(token.path("expires_in").asLong());
            return new Token(
                    token.path("access_token").asText(),
                    Instant.now().plus(life).minus(SPARE));
        } catch (IOException e) {
            throw new LoadingRefused("The demo account " + account + " cannot sign in: " + tokens + " is away.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadingRefused("Loading the demo network was interrupted.", e);
        }
    }
}

package org.goldenbridge.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The code flow at the issuer of the tests: nobody types a password; all else is checked as Keycloak does, the secret of
 * the client and the proof of RFC 7636 above all. It remembers nothing; what it has to know later is in the code.
 */
public final class TestSignIn {
    /** Tokens of accounts that are called so are good for two seconds. */
    public static final String BRIEF = "brief-";

    /** The same, and they are not given anew: the session at the issuer has ended. */
    public static final String GONE = "gone-";

    private static final String ADDRESS = "goldenbridge.test.issuer-address";
    private static final String PATH = "/protocol/openid-connect/";
    private static final String CLIENT = "goldenbridge-desk";
    private static final String NO_GRANT = "{\"error\":\"invalid_grant\"}";

    private TestSignIn() {}

    static void offer(HttpServer server) {
        System.setProperty(ADDRESS, "http://localhost:" + server.getAddress().getPort());
        server.createContext(PATH + "auth", TestSignIn::authorize);
        server.createContext(PATH + "token", TestSignIn::tokens);
    }

    /**
     * Signs in whom the desk sent to the issuer.
     *
     * @param location where the desk sent the browser
     * @return where the issuer sends it back to
     */
    public static URI as(String user, URI location, String... groups) {
        var address = System.getProperty(ADDRESS) + PATH + "auth?" + location.getRawQuery() + "&account="
                + pack(user, String.join(",", groups));
        try {
            var answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
            return URI.create(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IllegalStateException("The issuer refuses: " + answer.body())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void authorize(HttpExchange exchange) throws IOException {
        var asked = form(exchange.getRequestURI().getRawQuery());
        if (!"S256".equals(asked.get("code_challenge_method"))) {
            answer(exchange, 400, "{\"error\":\"invalid_request\"}");
            return;
        }
        var code = pack(asked.get("account"), asked.get("code_challenge"), asked.get("redirect_uri"));
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?state=" + asked.get("state") + "&code=" + code);
        answer(exchange, 302, "");
    }

    private static void tokens(HttpExchange exchange) throws IOException {
        var asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var client = URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":" + TestTokens.CLIENT_SECRET;
        var shown = "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
        if (!shown.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if ("refresh_token".equals(asked.get("grant_type"))) {
            var account = asked.get("refresh_token");
            var isEnded = unpack(account)[0].startsWith(GONE);
            answer(exchange, isEnded ? 400 : 200, isEnded ? NO_GRANT : tokens(account));
        } else {
            var code = unpack(asked.get("code"));
            var isGood =
                    code[1].equals(challenge(asked.get("code_verifier"))) && code[2].equals(asked.get("redirect_uri"));
            answer(exchange, isGood ? 200 : 400, isGood ? tokens(code[0]) : NO_GRANT);
        }
    }

    private static String tokens(String account) {
        var user = unpack(account)[0];
        var groups = unpack(account)[1].isEmpty() ? new String[0] : unpack(account)[1].split(",", -1);
        var isBrief = user.startsWith(BRIEF) || user.startsWith(GONE);
        var now = Instant.now();
        var until = now.plusSeconds(isBrief ? 2 : 300);
        var idToken = Jwt.issuer(TestTokens.ISSUER)
                .audience(CLIENT)
                .subject("subject-of-" + user)
                .preferredUserName(user)
                .claim("name", "Name of " + user)
                .issuedAt(now)
                .expiresAt(until);
        return "{\"token_type\":\"Bearer\",\"access_token\":\"%s\",\"id_token\":\"%s\",\"refresh_token\":\"%s\"}"
                .formatted(
                        TestTokens.signed(TestTokens.ISSUER, "goldenbridge-api", user, CLIENT, until, groups),
                        idToken.jws().keyId("test").sign(TestTokens.signingKey()),
                        account);
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pack(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    private static String[] unpack(String packed) {
        return new String(Base64.getUrlDecoder().decode(packed), StandardCharsets.UTF_8).split("\n", -1);
    }

    private static Map<String, String> form(String text) {
        var form = new HashMap<String, String>();
        Arrays.stream(text.split("&", -1))
                .map(field -> field.split("=", 2))
                .forEach(field -> form.put(
                        URLDecoder.decode(field[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(field.length > 1 ? field[1] : "", StandardCharsets.UTF_8)));
        return form;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

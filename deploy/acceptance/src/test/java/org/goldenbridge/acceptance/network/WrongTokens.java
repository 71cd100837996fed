package org.goldenbridge.acceptance.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that look like those of a manager of Beijing and are not good. */
public final class WrongTokens {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WrongTokens() {}

    /** Each by what is wrong with it. */
    public static Map<String, String> of(Stage stage, String good) {
        var parts = good.split("\\.", -1);
        var header = decode(parts[0]);
        var claims = decode(parts[1]);
        var keycloak = stage.network().keycloak();
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("no token at all", "nonsense");
        tokens.put("algorithm none", encode(header.deepCopy().put("alg", "none")) + "." + parts[1] + ".");
        tokens.put(
                "changed after signing",
                parts[0] + "." + encode(claims.deepCopy().put("preferred_username", "x")) + "." + parts[2]);
        tokens.put("signed with a key of ours", signed(header, claims));
        tokens.put("signed with an unknown key", signed(header.deepCopy().put("kid", "unknown"), claims));
        tokens.put("another audience", ask(stage.gateway() + "/auth/realms/goldenbridge", "beijing-manager", "demo"));
        tokens.put(
                "another issuer",
                ask(keycloak.administration().resolve("realms/master").toString(), "admin", keycloak.adminPassword()));
        return tokens;
    }

    /** Keycloak's own client, whose tokens are not meant for our APIs. */
    private static String ask(String realm, String user, String password) {
        var request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=admin-cli&username=" + user + "&password=" + password))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return JSON.readTree(answer.body()).required("access_token").textValue();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(ObjectNode header, ObjectNode claims) {
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.generateKeyPair().getPrivate());
            var text = encode(header.deepCopy().put("alg", "RS256")) + "." + encode(claims);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode decode(String part) {
        try {
            return (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(ObjectNode part) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(part));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

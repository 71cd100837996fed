package org.goldenbridge.testing;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An issuer of real, signed tokens for tests: the service fetches its keys over HTTP as it does from Keycloak. The key
 * travels as a system property, for test and service live in different class loaders.
 */
public final class TestTokens {
    /** The issuer that the service under test trusts. */
    public static final String ISSUER = "http://issuer.test/realms/goldenbridge";

    /** What the client of the desk shows to the issuer. */
    static final String CLIENT_SECRET = "secret-of-the-tests-that-the-issuer-knows";

    private static final String KEY = "goldenbridge.test.signing-key";

    /** Signing costs milliseconds, and a test asks for the same token with each request. */
    private static final Map<List<String>, String> SIGNED = new ConcurrentHashMap<>();

    /** Half as long as a real one must be: where only the first compiler runs, signing was a third of the samples. */
    private static final int KEY_BITS = 1024;

    private static final Duration LIFETIME = Duration.ofHours(2);
    private static PrivateKey signingKey;
    private static HttpServer server;

    private TestTokens() {}

    static synchronized Map<String, String> start() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            var pair = generator.generateKeyPair();
            System.setProperty("smallrye.jwt.sign.relax-key-validation", "true");
            System.setProperty(
                    KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            var keys = jwks((RSAPublicKey) pair.getPublic()).getBytes(StandardCharsets.UTF_8);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            TestSignIn.offer(server);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "quarkus.oidc.auth-server-url",
                "http://localhost:" + server.getAddress().getPort(),
                "quarkus.oidc.token.issuer",
                ISSUER);
    }

    private static String jwks(RSAPublicKey key) {
        var url = Base64.getUrlEncoder().withoutPadding();
        var modulus = key.getModulus().toByteArray();
        return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"test\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\""
                + url.encodeToString(modulus[0] == 0 ? Arrays.copyOfRange(modulus, 1, modulus.length) : modulus)
                + "\",\"e\":\""
                + url.encodeToString(key.getPublicExponent().toByteArray())
                + "\"}]}";
    }

    /** A token of the user in the groups, such as {@code /beijing/manager}; the same for the same user and groups. */
    public static String of(String user, String... groups) {
        return once(user, "goldenbridge-app", groups);
    }

    /** A token of a program that signed in as that client, by its own credentials; the same for the same groups. */
    public static String ofClient(String client, String... groups) {
        return once("service-account-" + client, client, groups);
    }

    private static String once(String user, String client, String... groups) {
        var bearer = new ArrayList<>(List.of(groups));
        bearer.addAll(List.of(user, client));
        return SIGNED.computeIfAbsent(
                bearer,
                unknown -> signed(
                        ISSUER, "goldenbridge-api", user, client, Instant.now().plus(LIFETIME), groups));
    }

    /** A token with an issuer and an audience of the test's choice, signed by the key that the service trusts. */
    public static String issued(String issuer, String audience, String user, String... groups) {
        return signed(issuer, audience, user, "goldenbridge-app", Instant.now().plus(LIFETIME), groups);
    }

    /** A token of the user that was good until two hours ago. */
    public static String expired(String user, String... groups) {
        return signed(
                ISSUER,
                "goldenbridge-api",
                user,
                "goldenbridge-app",
                Instant.now().minus(LIFETIME),
                groups);
    }

    static String signed(String issuer, String audience, String user, String client, Instant until, String... groups) {
        return Jwt.issuer(issuer)
                .audience(audience)
                .subject("subject-of-" + user)
                .preferredUserName(user)
                .claim("azp", client)
                .claim("groups", new HashSet<>(Arrays.asList(groups)))
                .issuedAt(until.minus(LIFETIME))
                .expiresAt(until)
                .jws()
                .keyId("test")
                .sign(signingKey());
    }

    static synchronized PrivateKey signingKey() {
        try {
            if (signingKey == null) {
                var encoded = Base64.getDecoder().decode(System.getProperty(KEY));
                signingKey = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            }
            return signingKey;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static synchronized void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }
}

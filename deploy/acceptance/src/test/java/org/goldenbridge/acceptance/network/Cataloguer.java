package org.goldenbridge.acceptance.network;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.goldenbridge.testing.Eventually;

/** A cataloguer of Beijing who takes files of records in, at one address: the gateway, or an instance of catalogue-service. */
public final class Cataloguer {
    public static final String ACCOUNT = "beijing-cataloguer";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Stage stage;
    private final URI address;

    public Cataloguer(Stage stage, URI address) {
        this.stage = stage;
        this.address = address;
    }

    /** Signed in anew where the token is old: what they do takes longer than a token is good for. */
    public Client client() {
        return new Client(address, stage.token(ACCOUNT));
    }

    /** Waits until the catalogue knows the centre, and names a source of records there. */
    public void source(String id) {
        Eventually.within(
                Duration.ofSeconds(30),
                "catalogue-service knows Beijing",
                () -> client().get("/v1/holding-centres/beijing").status() == 200);
        client().post("/v1/import-sources", Map.of("id", id, "centreId", "beijing", "name", "Records of " + id))
                .expect(201);
    }

    /** Sends a file, which is planned at once, and returns the id of its import. */
    public String send(String source, String fileName, HttpRequest.BodyPublisher file) {
        var id = client().post("/v1/imports", Map.of("sourceId", source, "fileName", fileName))
                .expect(201)
                .id();
        var request = HttpRequest.newBuilder(URI.create(address + "/v1/imports/" + id + "/file"))
                .header("Authorization", "Bearer " + stage.token(ACCOUNT))
                .header("Content-Type", "application/octet-stream")
                .PUT(file)
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
            }
            return id;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Reply look(String importId) {
        return client().get("/v1/imports/" + importId).expect(200);
    }

    public String state(String importId) {
        return look(importId).body().path("state").asText();
    }

    public void apply(String importId) {
        client().post("/v1/imports/" + importId + "/application", Map.of()).expect(202);
    }

    /** Waits until the import is in that state, and returns how long it took. */
    public Duration await(String importId, String state, Duration patience) {
        return Eventually.within(
                patience, "the import is " + state, () -> state(importId).equals(state));
    }
}

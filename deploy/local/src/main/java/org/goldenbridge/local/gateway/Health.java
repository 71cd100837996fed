package org.goldenbridge.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks every part of the network whether it is ready, all at once. */
final class Health {

    private static final int PATIENCE_MILLIS = 2_000;

    private final HttpClient http;
    private final NetClient sockets;
    private final Map<String, Question> questions = new LinkedHashMap<>();

    private interface Question {
        Future<Boolean> ask();
    }

    Health(Vertx vertx, HttpClient http, GatewayOptions options) {
        this.http = http;
        this.sockets = vertx.createNetClient(new NetClientOptions().setConnectTimeout(PATIENCE_MILLIS));
        for (var service : GatewayOptions.SERVICES) {
            var instances = options.instances(service);
            if (instances.isEmpty()) {
                questions.put(service, () -> Future.succeededFuture(false));
            }
            for (var i = 0; i < instances.size(); i++) {
                var address = instances.get(i);
                questions.put(i == 0 ? service : service + "-" + (i + 1), () -> answers(address, "/q/health/ready"));
            }
        }
        options.instances("keycloak-management")
                .forEach(address -> questions.put("keycloak", () -> answers(address, "/auth/health/ready")));
        for (var part : new String[] {"postgres", "kafka"}) {
            options.instances(part).forEach(address -> questions.put(part, () -> connects(address)));
        }
    }

    /** 200 when all is ready, otherwise 503; either way each part by name. */
    void answer(HttpServerResponse response) {
        var asked = new LinkedHashMap<String, Future<Boolean>>();
        questions.forEach((part, question) -> asked.put(part, question.ask().otherwise(false)));
        Future.all(new ArrayList<>(asked.values())).onSuccess(all -> {
            var parts = new JsonObject();
            var missing = new JsonArray();
            asked.forEach((part, ready) -> {
                parts.put(part, ready.result() ? "ready" : "not-ready");
                if (!ready.result()) {
                    missing.add(part);
                }
            });
            var body = new JsonObject().put("status", missing.isEmpty() ? "ready" : "not-ready");
            if (!missing.isEmpty()) {
                body.put("notReady", missing);
            }
            response.setStatusCode(missing.isEmpty() ? 200 : 503)
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Cache-Control", "no-store")
                    .end(body.put("parts", parts).toBuffer());
        });
    }

    private Future<Boolean> answers(SocketAddress address, String path) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(address.host())
                .setPort(address.port())
                .setURI(path)
                .setConnectTimeout(PATIENCE_MILLIS)
                .setIdleTimeout(PATIENCE_MILLIS);
        return http.request(options)
                .compose(request -> request.send())
                .compose(answer -> answer.end().map(answer.statusCode() == 200));
    }

    private Future<Boolean> connects(SocketAddress address) {
        return sockets.connect(address).compose(socket -> socket.close()).map(true);
    }
}

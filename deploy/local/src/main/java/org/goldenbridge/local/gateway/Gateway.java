package org.goldenbridge.local.gateway;

import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The one address of the network: it looks at a request, finds the part it is for, and passes it on. */
public final class Gateway extends AbstractVerticle {

    private static final int EVENT_LOOPS = 2;
    private static final int IDLE_SECONDS = 180;
    private static final long LINGER_MILLIS = 5_000;

    private final GatewayOptions options;
    private final Admission admission;
    private final Map<String, Forwarding> forwardings = new HashMap<>();
    private Optional<Health> health = Optional.empty();

    Gateway(GatewayOptions options) {
        this.options = options;
        this.admission = new Admission(options.publicUrl());
    }

    /**
     * Takes {@code --port=8080 --public-url=http://localhost:8080} and the addresses of each part, such as
     * {@code --event-service=127.0.0.1:8082,127.0.0.1:8092}.
     */
    public static void main(String[] args) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
        open(vertx, GatewayOptions.parse(args)).onFailure(why -> {
            System.err.println("The gateway could not start: " + why.getMessage());
            System.exit(1);
        });
    }

    static Future<String> open(Vertx vertx, GatewayOptions options) {
        return vertx.deployVerticle(() -> new Gateway(options), new DeploymentOptions().setInstances(EVENT_LOOPS));
    }

    @Override
    public void start(Promise<Void> started) {
        var client = vertx.createHttpClient(clientOptions());
        health = Optional.of(new Health(vertx, client, options));
        GatewayOptions.SERVICES.forEach(service -> forwardTo(service, client));
        forwardTo(Routes.KEYCLOAK, client);
        vertx.createHttpServer(serverOptions())
                .requestHandler(this::admit)
                .invalidRequestHandler(Gateway::refuseInvalid)
                .listen(options.port(), "127.0.0.1")
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void forwardTo(String part, HttpClient client) {
        forwardings.put(
                part,
                new Forwarding(new Part(part, options.instances(part), options.idle()), options.publicUrl(), client));
    }

    private void admit(HttpServerRequest request) {
        var refusal = admission.refuse(request);
        if (refusal.isPresent()) {
            refuse(request, refusal.get());
            return;
        }
        var path = Admission.pathOf(request.uri());
        if (path.equals("/health")) {
            health.ifPresent(parts -> parts.answer(request.response()));
            return;
        }
        var forwarding = forwardings.get(Routes.partFor(path));
        if (forwarding != null) {
            forwarding.forward(request);
        }
    }

    /**
     * Answers at once and reads on for a moment: closing on a client that is still sending would lose the answer on the
     * way.
     */
    private void refuse(HttpServerRequest request, Problem problem) {
        request.resume();
        problem.send(request.response());
        if (!request.isEnded()) {
            var timer =
                    vertx.setTimer(LINGER_MILLIS, late -> request.connection().close());
            request.endHandler(whole -> vertx.cancelTimer(timer));
        }
    }

    private static void refuseInvalid(HttpServerRequest request) {
        var cause = request.decoderResult().cause();
        var problem = Problem.malformedRequest();
        if (cause instanceof TooLongFrameException) {
            var line = cause.getMessage() != null && cause.getMessage().startsWith("An HTTP line");
            problem = Problem.headTooLarge(line ? 414 : 431);
        }
        var connection = request.connection();
        request.response().endHandler(sent -> connection.close());
        problem.send(request.response());
    }

    private static HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(8 * 1024)
                .setMaxHeaderSize(16 * 1024)
                .setIdleTimeout(IDLE_SECONDS)
                .setTcpNoDelay(true);
    }

    private static HttpClientOptions clientOptions() {
        return new HttpClientOptions()
                .setMaxPoolSize(1_000) // a screen that listens to server-sent events holds a connection for hours
                .setKeepAliveTimeout(30)
                .setDecompressionSupported(false)
                .setMaxInitialLineLength(16 * 1024)
                .setMaxHeaderSize(64 * 1024);
    }
}

package org.goldenbridge.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A part of the network with the instances that share its work. Requests go round; an instance that refuses the
 * connection is passed over, which is safe for any request, since nothing was sent.
 */
final class Part {

    private static final int CONNECT_MILLIS = 1_000;

    private final String name;
    private final List<SocketAddress> instances;
    private final Duration idle;
    private final AtomicInteger turn = new AtomicInteger();

    Part(String name, List<SocketAddress> instances, Duration idle) {
        this.name = name;
        this.instances = List.copyOf(instances);
        this.idle = idle;
    }

    String name() {
        return name;
    }

    List<SocketAddress> instances() {
        return instances;
    }

    /** Opens a request to the next instance that can be reached; fails with {@link Away} when none can. */
    Future<HttpClientRequest> open(HttpClient client) {
        if (instances.isEmpty()) {
            return Future.failedFuture(new Away(name));
        }
        return open(client, Math.floorMod(turn.getAndIncrement(), instances.size()), instances.size());
    }

    private Future<HttpClientRequest> open(HttpClient client, int instance, int left) {
        if (left == 0) {
            return Future.failedFuture(new Away(name));
        }
        var address = instances.get(instance);
        var options = new RequestOptions()
                .setServer(address)
                .setHost(address.host())
                .setPort(address.port())
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(idle.toMillis());
        return client.request(options).recover(refused -> open(client, (instance + 1) % instances.size(), left - 1));
    }

    /** No instance of a part takes connections. */
    static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Away(String part) {
            super(part + " is away", null, false, false);
        }
    }
}

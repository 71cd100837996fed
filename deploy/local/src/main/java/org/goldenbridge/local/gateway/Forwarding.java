package org.goldenbridge.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Hands requests to one part of the network and its answers back, both as streams. */
final class Forwarding {

    /** Methods that may be sent twice, as they change nothing or the same thing again (RFC 9110, 9.2.2). */
    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);

    private final Part part;
    private final URI publicUrl;
    private final HttpProxy proxy;

    Forwarding(Part part, URI publicUrl, HttpClient client) {
        this.part = part;
        this.publicUrl = publicUrl;
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> part.open(context.client()))
                .addInterceptor(new Attempts())
                .addInterceptor(new BodilessResponses());
    }

    void forward(HttpServerRequest request) {
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        proxy.handle(request);
    }

    private final class Attempts implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request();
            addressOrigin(request);
            if (hasNoBody(request.proxiedRequest())) {
                request.setBody(null);
                request.proxiedRequest().resume();
                // One more try than there are instances: a kept connection may have died with a restarted instance.
                return attempt(
                        context,
                        IDEMPOTENT.contains(request.getMethod())
                                ? part.instances().size()
                                : 0);
            }
            return attempt(context, 0);
        }

        private Future<ProxyResponse> attempt(ProxyContext context, int retries) {
            return context.sendRequest().recover(failure -> {
                var retry = retries > 0 && !(failure instanceof Part.Away) && !(failure instanceof TimeoutException);
                return retry ? attempt(context, retries - 1) : failed(context, failure);
            });
        }

        /** The library would answer with an empty 502; ours says what happened and what to do. */
        private Future<ProxyResponse> failed(ProxyContext context, Throwable failure) {
            var incoming = context.request().proxiedRequest();
            context.request().release();
            incoming.resume();
            problem(failure).send(incoming.response());
            return Future.failedFuture(failure);
        }

        private Problem problem(Throwable failure) {
            if (failure instanceof Part.Away) {
                return Problem.away(part.name());
            }
            return failure instanceof TimeoutException ? Problem.tooSlow(part.name()) : Problem.brokenOff(part.name());
        }

        private void addressOrigin(ProxyRequest request) {
            var incoming = request.proxiedRequest();
            request.setAuthority(incoming.authority());
            // The gateway is the edge: what a client claims about the way to it is replaced, never passed on.
            request.headers().remove("Expect").remove("Forwarded").remove("X-Forwarded-Prefix");
            request.putHeader("X-Forwarded-For", incoming.remoteAddress().hostAddress());
            request.putHeader("X-Forwarded-Proto", publicUrl.getScheme());
            request.putHeader("X-Forwarded-Host", publicUrl.getAuthority());
            request.putHeader("X-Forwarded-Port", Integer.toString(port()));
        }

        private int port() {
            if (publicUrl.getPort() > 0) {
                return publicUrl.getPort();
            }
            return "https".equals(publicUrl.getScheme()) ? 443 : 80;
        }
    }

    private static boolean hasNoBody(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return (length == null || length.equals("0")) && request.getHeader("Transfer-Encoding") == null;
    }
}

package org.goldenbridge.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Interceptor that sends responses without content as their head alone: those to HEAD, 204 and 304 (RFC 9110, 6.4.1).
 *
 * <p>The library frames every body of unknown length as chunks. On these responses a client would wait for a first chunk
 * that never comes (RFC 9112, 6.1).
 */
final class BodilessResponses implements ProxyInterceptor {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var response = context.response();
        if (response.getStatusCode() == NO_CONTENT) {
            response.headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
        // With a length, which says what GET would send, the library frames nothing.
        if (isBodiless(context, response) && !response.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            // What the service sends all the same is read and dropped, so that its connection can be used again.
            response.getBody().stream().handler(ignored -> {}).resume();
            response.setBody(null);
        }
        return context.sendResponse();
    }

    private static boolean isBodiless(ProxyContext context, ProxyResponse response) {
        var status = response.getStatusCode();
        return HttpMethod.HEAD.equals(context.request().getMethod()) || status == NO_CONTENT || status == NOT_MODIFIED;
    }
}

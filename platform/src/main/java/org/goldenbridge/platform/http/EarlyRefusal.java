package org.goldenbridge.platform.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.goldenbridge.platform.problem.Problem;

/** Answers a request that is refused before any resource has seen it, with a problem (RFC 9457) like all others. */
public final class EarlyRefusal {
    private EarlyRefusal() {}

    /** Ends the request with that problem; headers that the response has already stay. */
    public static void send(RoutingContext context, int status, String code, String detail) {
        var problem = Problem.of(status, code, detail, List.of(), null, Map.of());
        var response = context.response();
        if (context.request().version() != HttpVersion.HTTP_2 && hasBody(context.request())) {
            response.putHeader("Connection", "close"); // the body is not read; HTTP/2 ends the stream alone
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(new JsonObject()
                        .put("type", problem.type())
                        .put("title", problem.title())
                        .put("status", problem.status())
                        .put("detail", problem.detail())
                        .encode());
    }

    private static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return request.getHeader("Transfer-Encoding") != null || (length != null && !length.equals("0"));
    }
}

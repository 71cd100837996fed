package org.goldenbridge.platform.tracing;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Begins the trace context of each request. */
class TraceFilter {
    @ServerRequestFilter(preMatching = true, priority = 1)
    public void begin(ContainerRequestContext request) {
        TraceParent.begin(request.getHeaderString("traceparent"));
    }
}

package org.goldenbridge.platform.outbox;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says with each answer to a write its change number, which a read can carry. */
class ChangeNumberHeader {
    static final String NAME = "Change-Number";
    private static final Logger LOG = Logger.getLogger(ChangeNumberHeader.class);
    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject
    ChangeNumbers numbers;

    @Inject
    OwnChange own;

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (READS.contains(request.getMethod())
                || response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            return;
        }
        try {
            response.getHeaders()
                    .putSingle(NAME, ChangeNumbers.written(own.number() == 0 ? numbers.last() : own.number()));
        } catch (SQLException e) {
            // What was asked for is done and committed: the answer goes without the number.
            LOG.debugf("No change number: %s", e.getMessage());
        }
    }
}

package org.goldenbridge.platform.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.goldenbridge.platform.openapi.OfferedTypes;
import org.goldenbridge.platform.tracing.TraceParent;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns everything that goes wrong into a problem (RFC 9457): what a client sent wrong into a 4xx that says what to do,
 * what is away into a 503 with Retry-After, and only a bug of ours into a 500, without its inner life.
 */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final OfferedTypes offered;

    Problems(OfferedTypes offered) {
        this.offered = offered;
    }

    @ServerExceptionMapper(Throwable.class)
    public Response any(Throwable thrown) {
        return answer(thrown);
    }

    // The framework has mappers for these types, and the nearest type wins: so ours name them too.

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException thrown) {
        return answer(thrown);
    }

    @ServerExceptionMapper
    public Response unreadable(JsonMappingException thrown) {
        return answer(thrown);
    }

    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException thrown) {
        return answer(thrown);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException thrown, UriInfo address) {
        if (thrown.getResponse().getStatus() == Response.Status.NOT_ACCEPTABLE.getStatusCode()) {
            return answer(FrameworkAnswers.notAcceptable(offered.at(address.getPath())));
        }
        return answer(thrown);
    }

    @ServerExceptionMapper
    public Response unknownCaller(UnauthorizedException thrown) {
        return answer(thrown);
    }

    @ServerExceptionMapper
    public Response badToken(AuthenticationFailedException thrown) {
        return answer(thrown);
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException thrown) {
        return answer(thrown);
    }

    private static Response answer(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        var refusal = Faults.refusalFor(thrown);
        if (refusal.isEmpty()) {
            LOG.error("Unexpected failure", thrown);
        }
        return answer(refusal.orElseGet(() -> Refusal.of(
                500, "internal", "Something went wrong on our side. Quote the trace id when you ask for help.")));
    }

    private static Response answer(Refusal refusal) {
        var response = Response.status(refusal.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(
                        refusal.status(),
                        refusal.code(),
                        refusal.getMessage(),
                        refusal.errors(),
                        TraceParent.currentTraceId(),
                        refusal.members()));
        refusal.headers().forEach(response::header);
        return response.build();
    }
}

package org.goldenbridge.event.desk;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows a page of the desk, with a way back, where an address under it has no page: a person asked, and gets no problem as JSON. */
class LostPages {
    private final RefusedPage refused;

    @Inject
    LostPages(RefusedPage refused) {
        this.refused = refused;
    }

    @ServerResponseFilter
    public void show(ContainerRequestContext request, ContainerResponseContext response) {
        var path = request.getUriInfo().getPath();
        var accepted = request.getHeaderString(HttpHeaders.ACCEPT);
        var isProblem = response.getMediaType() != null
                && response.getMediaType().getSubtype().equals("problem+json");
        if (!isProblem
                || !(path.equals("/desk") || path.startsWith("/desk/"))
                || accepted == null
                || !accepted.contains(MediaType.TEXT_HTML)
                || (response.getStatus() != 404 && response.getStatus() != 405)) {
            return;
        }
        var page = refused.answer(Refusal.notFound("There is no such page."), request);
        response.getHeaders().clear();
        page.getHeaders().forEach((name, values) -> response.getHeaders().addAll(name, values));
        response.setStatus(page.getStatus());
        response.setEntity(page.getEntity(), null, MediaType.valueOf("text/html;charset=UTF-8"));
    }
}

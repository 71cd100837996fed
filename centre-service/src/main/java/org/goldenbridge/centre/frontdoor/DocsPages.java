package org.goldenbridge.centre.frontdoor;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.platform.problem.Refusal;

/** The API on one page, with sign-in and try-it-out, and the facts that the services tell each other. */
@Path("/docs")
@Produces(MediaType.TEXT_HTML)
class DocsPages {
    private final Template api;
    private final Template redirect;
    private final Template facts;
    private final SwaggerUi swaggerUi;
    private final FactCatalogue catalogue;

    DocsPages(
            @Location("frontdoor/docs.html") Template api,
            @Location("frontdoor/oauth2-redirect.html") Template redirect,
            @Location("frontdoor/facts.html") Template facts,
            SwaggerUi swaggerUi,
            FactCatalogue catalogue) {
        this.api = api;
        this.redirect = redirect;
        this.facts = facts;
        this.swaggerUi = swaggerUi;
        this.catalogue = catalogue;
    }

    /** The three API descriptions on one page. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public TemplateInstance api() {
        return api.data("ui", swaggerUi.path());
    }

    /** Where the sign-in of that page comes back to. */
    @GET
    @Path("/oauth2-redirect")
    @PermitAll
    @Operation(hidden = true)
    public TemplateInstance signedIn() {
        return redirect.data("ui", swaggerUi.path());
    }

    /** The topics and the facts on them, as a table. */
    @GET
    @Path("/facts")
    @PermitAll
    @Operation(hidden = true)
    public TemplateInstance facts() {
        return facts.data("topics", catalogue.topics());
    }

    /** The same, for programs: the AsyncAPI document. */
    @GET
    @Path("/asyncapi.yaml")
    @Produces("application/yaml")
    @PermitAll
    @Operation(hidden = true)
    public InputStream asyncApi() {
        return catalogue.document();
    }

    /** The schema or the example of a fact, where the AsyncAPI document refers to it. */
    @GET
    @Path("/facts/{file}")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(hidden = true)
    public InputStream factFile(String file) {
        return catalogue.file(file).orElseThrow(() -> Refusal.notFound("There is no such schema or example."));
    }
}

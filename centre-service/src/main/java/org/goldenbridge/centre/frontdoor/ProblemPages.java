package org.goldenbridge.centre.frontdoor;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.platform.problem.Refusal;

/** Explains problems to people: a problem's type is the address of its page. */
@Path("/problems")
@Produces(MediaType.TEXT_HTML)
class ProblemPages {
    private final ProblemCatalogue problems;
    private final Template page;
    private final Template list;

    ProblemPages(
            ProblemCatalogue problems,
            @Location("frontdoor/problem.html") Template page,
            @Location("frontdoor/problems.html") Template list) {
        this.problems = problems;
        this.page = page;
        this.list = list;
    }

    /** All problems, with what each means. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public TemplateInstance list() {
        return list.data("problems", problems.all());
    }

    /** One problem: what it means, and what to do. */
    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(hidden = true)
    public TemplateInstance explain(String code) {
        return problems.find(code)
                .map(problem -> page.data("problem", problem))
                .orElseThrow(() -> Refusal.notFound("There is no problem of that code."));
    }
}

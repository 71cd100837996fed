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
import org.goldenbridge.centre.centre.Centres;
import org.goldenbridge.platform.text.ReaderLanguage;

/** The page at the address itself: what this is, which centres there are, and where to go on. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class FrontPage {
    private final Template page;
    private final ReaderLanguage reader;

    FrontPage(@Location("frontdoor/front.html") Template page, ReaderLanguage reader) {
        this.page = page;
        this.reader = reader;
    }

    /** The front page, with the centres in the reader's language. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public TemplateInstance show() {
        return page.data("centres", Centres.cards(reader));
    }
}

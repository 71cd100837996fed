package org.goldenbridge.event.page;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Says in the look of the pages that there is no such page, or that its address cannot be understood. */
@Singleton
public class RefusedPage {
    private static final String START = "/whats-on";
    private static final String DESK = "/desk";

    private final Template template;
    private final Assets assets;
    private final PageAnswers answers;
    private final URI publicUrl;

    RefusedPage(
            @Location("page/refused.html") Template template,
            Assets assets,
            PageAnswers answers,
            @ConfigProperty(name = "goldenbridge.public-url") URI publicUrl) {
        this.template = template;
        this.assets = assets;
        this.answers = answers;
        this.publicUrl = publicUrl;
    }

    /** 404, 403, 503 or 400, in the language of who asked. */
    public RestResponse<byte[]> answer(Refusal refusal, ContainerRequestContext request) {
        var reader = reader(request);
        var path = request.getUriInfo().getPath();
        var back = path.equals(DESK) || path.startsWith(DESK + "/") ? DESK : START;
        return switch (refusal.code()) {
            case "not-found" -> answer(RestResponse.Status.NOT_FOUND, "notFound", back, reader);
            case "busy" -> busy(back, reader);
            case "not-yours" -> answer(RestResponse.Status.FORBIDDEN, "notYours", back, reader);
            default -> answer(RestResponse.Status.BAD_REQUEST, "bad", back, reader);
        };
    }

    private RestResponse<byte[]> busy(String back, Reader reader) {
        return answers.refusal(RestResponse.Status.SERVICE_UNAVAILABLE, render("busy", back, reader), reader)
                .header(HttpHeaders.RETRY_AFTER, 2)
                .build();
    }

    private RestResponse<byte[]> answer(RestResponse.Status status, String what, String back, Reader reader) {
        return answers.refusal(status, render(what, back, reader), reader).build();
    }

    private String render(String what, String back, Reader reader) {
        var words = reader.words();
        return Layout.of(reader, assets, publicUrl.toString(), words.say(what + ".title"), "", back)
                .around(template)
                .data("title", words.say(what + ".title"))
                .data("text", words.say(what + ".text"))
                .data("back", back)
                .data("backWords", words.say(back.equals(DESK) ? "deskBack" : "back"))
                .render();
    }

    /** A language that is not offered may be what is wrong: then the browser's counts. */
    private static Reader reader(ContainerRequestContext request) {
        var accepted = request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        var remembered = value(request.getCookies().get(PageAnswers.LANGUAGE_COOKIE));
        try {
            return Reader.of(request.getUriInfo().getQueryParameters().getFirst("lang"), remembered, accepted);
        } catch (Refusal e) {
            return Reader.of(null, remembered, accepted);
        }
    }

    private static @Nullable String value(@Nullable Cookie cookie) {
        return cookie == null ? null : cookie.getValue();
    }
}

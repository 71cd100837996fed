package org.goldenbridge.event.page;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the browser says of who reads a page. */
public class Visit {
    @QueryParam("lang")
    @Nullable
    String lang;

    @CookieParam(PageAnswers.LANGUAGE_COOKIE)
    @Nullable
    String remembered;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    @Nullable
    String accepted;

    public Reader reader() {
        return Reader.of(lang, remembered, accepted);
    }

    /** A page within a page of somebody else knows nothing of earlier visits. */
    public Reader stranger() {
        return Reader.of(lang, null, accepted);
    }

    /** What is kept with the answer: a language that was chosen on this page stays, and so do the parts that are asked for later. */
    public @Nullable String cookie() {
        var reader = reader();
        return reader.hasChosen() && !reader.language().tag().equals(remembered)
                ? PageAnswers.remember(reader.language())
                : null;
    }

    /** The answer, with what is kept. */
    public RestResponse<byte[]> answer(RestResponse.ResponseBuilder<byte[]> page) {
        var cookie = cookie();
        if (cookie != null) {
            page.header(HttpHeaders.SET_COOKIE, cookie);
        }
        return page.build();
    }
}

package org.goldenbridge.platform.text;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * The language in which the reader of this request is answered: {@code lang}, otherwise {@code Accept-Language}
 * (RFC 9110, 12.5.4), otherwise English; along the chains of {@link Languages}. {@code lang=*} asks for all.
 */
@RequestScoped
public class ReaderLanguage {
    private final Set<String> used = new TreeSet<>();
    private boolean all;
    private List<String> chain = Languages.chain("en");

    /**
     * The language of a reader outside of a request, for instance of an answer that is kept for many.
     *
     * @param lang a language tag, {@code *} for all, or null
     * @param acceptLanguage what counts without it (RFC 9110, 12.5.4); without both, English
     * @throws Refusal 400 when it is no language tag
     */
    public static ReaderLanguage asked(@Nullable String lang, @Nullable String acceptLanguage) {
        var reader = new ReaderLanguage();
        reader.read(lang, acceptLanguage);
        return reader;
    }

    /** Reads the wish from the request; needed once per request, before the first text. */
    void read(@Nullable String lang, @Nullable String acceptLanguage) {
        if (lang != null) {
            all = lang.equals("*");
            chain = all ? Languages.ALL : Languages.chain(matching(lang).orElse("en"));
        } else if (acceptLanguage != null) {
            chain = accepted(acceptLanguage);
        }
    }

    /** Answers the rest of this request in the language of another wish, for instance one that a page remembers. */
    public void follow(ReaderLanguage wish) {
        all = wish.all;
        chain = wish.chain;
    }

    /** The text in the reader's language, alone, or in all languages when all were asked for. */
    public LocalizedText of(LocalizedText text) {
        if (all) {
            used.addAll(text.texts().keySet());
            return text;
        }
        var language = chain.stream()
                .filter(text.texts()::containsKey)
                .findFirst()
                .orElseGet(() -> text.texts().keySet().iterator().next());
        used.add(language);
        return text.in(language);
    }

    /** As {@link #of}, for a text that may be missing. */
    public @Nullable LocalizedText ofNullable(@Nullable LocalizedText text) {
        return text == null ? null : of(text);
    }

    /** Names the wish, as a part of an ETag: answers in two languages are two representations. */
    public String variant() {
        return all ? "all" : chain.get(0);
    }

    /** All that decides which language a text is answered in: readers who say the same read the same. */
    public String chain() {
        return all ? "*" : String.join(",", chain);
    }

    /** The languages of the texts answered so far; a method, for a field of the proxy would be another set. */
    public Set<String> used() {
        return used;
    }

    /** As with Accept-Language, a language that is not offered is answered in English. */
    private static Optional<String> matching(String lang) {
        var locale = new Locale.Builder();
        try {
            locale.setLanguageTag(lang.replace('_', '-')); // POSIX writes it so
        } catch (IllformedLocaleException e) {
            throw Refusal.badRequest("invalid-request", "?lang is not a language tag.")
                    .at("?lang", "must be * or a tag such as one of " + String.join(", ", Languages.ALL));
        }
        return Languages.matching(locale.build());
    }

    private static List<String> accepted(String header) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = header.length() > 1000 ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // the latter where a range is only hyphens
            ranges = List.of(); // a header that browsers send on their own is no reason to refuse
        }
        var chain = new LinkedHashSet<String>();
        var wished = ranges.stream()
                .filter(range -> range.getWeight() > 0 && !range.getRange().startsWith("*"))
                .flatMap(range -> Languages.matching(Locale.forLanguageTag(range.getRange())).stream())
                .toList();
        chain.addAll(wished);
        chain.addAll(Languages.chain(wished.isEmpty() ? "en" : wished.get(0)));
        return List.copyOf(chain);
    }

    /** Reads the wish before, and tells the languages used after. */
    static class Negotiation {
        @Inject
        ReaderLanguage reader;

        @ServerRequestFilter
        public void read(ContainerRequestContext request) {
            reader.read(
                    request.getUriInfo().getQueryParameters().getFirst("lang"),
                    request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        }

        @ServerResponseFilter
        public void tell(ContainerResponseContext response) {
            if (!reader.used().isEmpty()) {
                response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, String.join(", ", reader.used()));
                response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            }
        }
    }
}

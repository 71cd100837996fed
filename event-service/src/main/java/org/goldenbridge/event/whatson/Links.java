package org.goldenbridge.event.whatson;

import java.net.URI;
import java.util.UUID;
import org.goldenbridge.event.page.PageLanguage;
import org.goldenbridge.event.page.Reader;

/** How a page links to others: they name the language where the address of the page does, and so go on in it without a cookie. */
final class Links {
    static final String WHATS_ON = "/whats-on";

    private final String base;
    private final URI publicUrl;
    private final Reader reader;

    private Links(String base, URI publicUrl, Reader reader) {
        this.base = base;
        this.publicUrl = publicUrl;
        this.reader = reader;
    }

    /** Links within the site. */
    static Links within(URI publicUrl, Reader reader) {
        return new Links("", publicUrl, reader);
    }

    /** Links from somewhere else, with the public address, and always in the reader's language. */
    static Links fromElsewhere(URI publicUrl, Reader reader) {
        return new Links(publicUrl.toString(), publicUrl, reader);
    }

    String event(UUID id) {
        return inLanguage("/events/" + id);
    }

    String programme(UUID id) {
        return inLanguage("/programmes/" + id);
    }

    /** A part of its long list of events. */
    String programme(UUID id, int page) {
        return paged(programme(id), page == 1 ? "" : "page=" + page);
    }

    /** A part of its long list of dates. */
    String event(UUID id, String query) {
        return paged(event(id), query);
    }

    private static String paged(String address, String query) {
        return query.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + query;
    }

    String programmes() {
        return inLanguage("/programmes");
    }

    String whatsOn() {
        return inLanguage("");
    }

    String ofCentre(String centre) {
        return base + WHATS_ON + "?centre=" + centre + (namesLanguage() ? "&lang=" + tag() : "");
    }

    /** The same page of that path in another language, in full. */
    String alternate(String address, PageLanguage language) {
        return publicUrl + address + (address.contains("?") ? "&" : "?") + "lang=" + language.tag();
    }

    /** An address of ours in full. */
    String full(String path) {
        return publicUrl + path;
    }

    private String inLanguage(String path) {
        return base + WHATS_ON + path + (namesLanguage() ? "?lang=" + tag() : "");
    }

    private boolean namesLanguage() {
        return !base.isEmpty() || reader.hasChosen();
    }

    private String tag() {
        return reader.language().tag();
    }
}

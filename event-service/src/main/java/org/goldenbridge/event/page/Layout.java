package org.goldenbridge.event.page;

import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param base where styles, scripts and drawings are
 * @param canonical the address of the page in full, without what does not change it
 * @param alternates the same page in each language
 * @param image for the preview of a link
 */
public record Layout(
        Reader reader,
        String base,
        String publicUrl,
        String title,
        String description,
        String canonical,
        List<Alternate> alternates,
        @Nullable String image) {

    /**
     * The page in a language.
     *
     * @param href within the site
     * @param full with the public address
     */
    public record Alternate(String tag, String ownName, boolean chosen, String href, String full) {}

    /**
     * The frame of a page.
     *
     * @param path the address of the page without a language
     */
    public static Layout of(
            Reader reader, Assets assets, String publicUrl, String title, String description, String path) {
        var alternates = PageLanguage.all().stream()
                .map(language -> alternate(language, reader, publicUrl, path))
                .collect(Collectors.toList());
        return new Layout(reader, assets.base(), publicUrl, title, description, publicUrl + path, alternates, null);
    }

    /** The same with an image that previews of a link show. */
    public Layout with(@Nullable String shown) {
        return new Layout(reader, base, publicUrl, title, description, canonical, alternates, shown);
    }

    private static Alternate alternate(PageLanguage language, Reader reader, String publicUrl, String path) {
        var href = path + (path.contains("?") ? "&" : "?") + "lang=" + language.tag();
        return new Alternate(language.tag(), language.ownName(), language == reader.language(), href, publicUrl + href);
    }

    /** The address with the language of the page: of two languages there are two pages. */
    public String self() {
        return alternates.stream()
                .filter(Alternate::chosen)
                .map(Alternate::full)
                .findFirst()
                .orElse(canonical);
    }

    /** The beginning of addresses that a calendar program subscribes to. */
    public String webcal() {
        return publicUrl.replaceFirst("^https?", "webcal");
    }

    /** The template with this around it; templates call these {@code layout}, {@code w} and {@code lang}. */
    public TemplateInstance around(Template template) {
        return template.data("layout", this).data("w", reader.words()).data("lang", reader.language());
    }
}

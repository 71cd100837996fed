package org.goldenbridge.event.page;

import java.util.Map;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a page: the language of its words, and the chain along which texts are found for them. Readers with the same
 * {@link #chain()} read the same page.
 */
public final class Reader {
    private final ReaderLanguage texts;
    private final PageLanguage language;
    private final boolean chosen;

    private Reader(ReaderLanguage texts, boolean chosen) {
        this.texts = texts;
        this.language = PageLanguage.closestTo(texts.variant());
        this.chosen = chosen;
    }

    /**
     * The reader who sent this.
     *
     * @param lang the language in the address; it wins
     * @param remembered the language that was chosen on an earlier page
     * @param acceptLanguage what the browser says
     * @throws Refusal 400 when the address names a language that is not offered
     */
    public static Reader of(@Nullable String lang, @Nullable String remembered, @Nullable String acceptLanguage) {
        if (lang != null && !lang.equals("*")) {
            return new Reader(ReaderLanguage.asked(lang, null), true);
        }
        if (remembered != null && PageLanguage.exactly(remembered).isPresent()) {
            return new Reader(ReaderLanguage.asked(remembered, null), false);
        }
        return new Reader(ReaderLanguage.asked(null, acceptLanguage), false);
    }

    /** The reader of a page in that language. */
    public static Reader in(PageLanguage language) {
        return new Reader(ReaderLanguage.asked(language.tag(), null), true);
    }

    public PageLanguage language() {
        return language;
    }

    /** Whether the address names the language: then the links of the page do. */
    public boolean hasChosen() {
        return chosen;
    }

    /** All that decides in which language each text is read. */
    public String chain() {
        return texts.chain();
    }

    /** For what writes texts by itself. */
    public ReaderLanguage texts() {
        return texts;
    }

    public Phrases words() {
        return Phrases.in(language);
    }

    public LocalTimes times() {
        return new LocalTimes(language);
    }

    /** The text as this reader finds it. */
    public Text read(LocalizedText text) {
        var found = texts.of(text).texts().entrySet().iterator().next();
        return of(found);
    }

    public @Nullable Text readNullable(@Nullable LocalizedText text) {
        return text == null ? null : read(text);
    }

    private Text of(Map.Entry<String, String> found) {
        var tag = found.getKey();
        var foreign = !tag.equals(language.tag()) && !tag.equals(texts.variant());
        return new Text(
                found.getValue(),
                tag.equals(language.tag()) ? null : tag,
                foreign ? words().say("onlyIn", times().scriptName(tag)) : null);
    }

    /**
     * A text as a page shows it.
     *
     * @param lang its language, where it is not the page's
     * @param note says that there is none in the reader's language
     */
    public record Text(
            String text, @Nullable String lang, @Nullable String note) {
        @Override
        public String toString() {
            return text;
        }
    }
}

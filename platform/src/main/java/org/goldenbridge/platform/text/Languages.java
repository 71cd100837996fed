package org.goldenbridge.platform.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The languages texts are kept in, and for each the chain along which a reader of it is served when a text is missing:
 * first the same language in another script, then the languages its readers most likely read.
 */
public final class Languages {
    /** Every language tag that a text may have. */
    public static final List<String> ALL =
            List.of("kk", "kk-Latn", "kk-Arab", "ru", "en", "zh-Hans", "zh-Hant", "fr", "ar");

    private static final Map<String, List<String>> FALLBACKS = Map.of(
            "kk", List.of("kk-Latn", "kk-Arab", "ru", "en"),
            "kk-Latn", List.of("kk", "kk-Arab", "ru", "en"),
            "kk-Arab", List.of("kk", "kk-Latn", "zh-Hans", "ru", "en"),
            "ru", List.of("kk", "en"),
            "en", List.of("fr", "ru"),
            "zh-Hans", List.of("zh-Hant", "en", "ru"),
            "zh-Hant", List.of("zh-Hans", "en", "ru"),
            "fr", List.of("en", "ru"),
            "ar", List.of("en", "fr"));

    /** Traditional script is what is read there when a tag names only the region (RFC 4647, CLDR likely subtags). */
    private static final Set<String> TRADITIONAL_REGIONS = Set.of("TW", "HK", "MO");

    private Languages() {}

    static boolean isKnown(String tag) {
        return ALL.contains(tag);
    }

    /** The whole chain for a language: itself, its fallbacks, then all others, so that something is always found. */
    static List<String> chain(String tag) {
        var chain = new LinkedHashSet<String>();
        chain.add(tag);
        chain.addAll(FALLBACKS.getOrDefault(tag, List.of("en")));
        chain.addAll(ALL);
        return List.copyOf(chain);
    }

    /** The language of ours that a tag of a reader means: {@code zh-TW} means {@code zh-Hant}, {@code fr-CA} fr. */
    static Optional<String> matching(Locale reader) {
        var script = reader.getScript();
        var tag = switch (reader.getLanguage()) {
            case "zh" ->
                script.equals("Hant") || (script.isEmpty() && TRADITIONAL_REGIONS.contains(reader.getCountry()))
                        ? "zh-Hant"
                        : "zh-Hans";
            case "kk" ->
                script.equals("Latn")
                        ? "kk-Latn"
                        : script.equals("Arab")
                                        || (script.isEmpty()
                                                && reader.getCountry().equals("CN"))
                                ? "kk-Arab"
                                : "kk";
            default -> reader.getLanguage();
        };
        return Optional.of(tag).filter(Languages::isKnown);
    }
}

package org.goldenbridge.event.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that the words of the pages are written in. */
public enum PageLanguage {
    KK("kk", "Қазақша", "kk_KZ", Plural.ONE_OR_OTHER),
    RU("ru", "Русский", "ru_RU", Plural.SLAVIC),
    EN("en", "English", "en_GB", Plural.ONE_OR_OTHER),
    ZH("zh-Hans", "中文", "zh_CN", Plural.NONE),
    FR("fr", "Français", "fr_FR", Plural.UP_TO_ONE_OR_OTHER),
    AR("ar", "العربية", "ar_AR", Plural.ARABIC);

    /** What a page without a language of its own is written in. */
    public static final PageLanguage STANDARD = EN;

    private final String tag;
    private final String ownName;
    private final String openGraph;
    private final Plural plural;

    PageLanguage(String tag, String ownName, String openGraph, Plural plural) {
        this.tag = tag;
        this.ownName = ownName;
        this.openGraph = openGraph;
        this.plural = plural;
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }

    /** How its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** With a territory, as {@code og:locale} wants it. */
    public String openGraph() {
        return openGraph;
    }

    /** {@code rtl} or {@code ltr}, as HTML says it. */
    public String direction() {
        return this == AR ? "rtl" : "ltr";
    }

    public Plural plural() {
        return plural;
    }

    /** For names of days, months, languages, and for prices; with the digits that times are written in. */
    public Locale locale() {
        return Locale.forLanguageTag(tag + "-u-nu-latn");
    }

    /** The words that go with texts in that language: another script of a language is read by the same people. */
    public static PageLanguage closestTo(String tag) {
        return exactly(tag)
                .or(() -> Arrays.stream(values())
                        .filter(one ->
                                one.language().equals(Locale.forLanguageTag(tag).getLanguage()))
                        .findFirst())
                .orElse(STANDARD);
    }

    /** The language of that very tag. */
    public static Optional<PageLanguage> exactly(String tag) {
        return Arrays.stream(values()).filter(one -> one.tag.equals(tag)).findFirst();
    }

    /** What most people read in a country (ISO 3166-1 alpha-2) where there is a centre or may be one. */
    public static PageLanguage ofCountry(@Nullable String country) {
        return switch (country == null ? "" : country) {
            case "KZ" -> KK;
            case "CN", "SG" -> ZH;
            case "FR", "BE", "CH", "SN" -> FR;
            case "RU", "BY", "KG" -> RU;
            case "AE", "EG", "JO", "MA", "QA", "SA" -> AR;
            default -> EN;
        };
    }

    /** In the order in which a page offers them. */
    public static List<PageLanguage> all() {
        return List.of(values());
    }

    private String language() {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}

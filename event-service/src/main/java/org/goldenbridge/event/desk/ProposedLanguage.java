package org.goldenbridge.event.desk;

import java.util.Locale;
import java.util.regex.Pattern;
import org.goldenbridge.event.page.PageLanguage;
import org.jspecify.annotations.Nullable;

/** The language that the desk proposes for a new visitor: by the script of the name, and by the centre's country. */
final class ProposedLanguage {
    private static final Pattern KAZAKH = Pattern.compile("[әғқңөұүһі]");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

    private ProposedLanguage() {}

    /**
     * A BCP 47 tag.
     *
     * @param name what is typed so far
     * @param country of the centre (ISO 3166-1 alpha-2)
     */
    static String of(String name, @Nullable String country) {
        var local = PageLanguage.ofCountry(country);
        if (KAZAKH.matcher(name.toLowerCase(Locale.ROOT)).find()) {
            return PageLanguage.KK.tag();
        }
        if (CYRILLIC.matcher(name).find()) {
            return local == PageLanguage.KK ? PageLanguage.KK.tag() : PageLanguage.RU.tag();
        }
        if (KANA.matcher(name).find()) {
            return "ja";
        }
        if (HANGUL.matcher(name).find()) {
            return "ko";
        }
        if (HAN.matcher(name).find()) {
            return PageLanguage.ZH.tag();
        }
        if (ARABIC.matcher(name).find()) {
            return PageLanguage.AR.tag();
        }
        return name.isBlank() || local == PageLanguage.FR ? local.tag() : PageLanguage.EN.tag();
    }
}

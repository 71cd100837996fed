package org.goldenbridge.catalogue.marc;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** The script of a text, by its ISO 15924 code. */
final class Script {
    /** For a text without letters. */
    static final String NONE = "Zyyy";

    private static final Map<UnicodeScript, String> CODES = codes();

    private Script() {}

    private static Map<UnicodeScript, String> codes() {
        var codes = new EnumMap<UnicodeScript, String>(UnicodeScript.class);
        for (var code : new String[] {
            "Latn", "Cyrl", "Arab", "Hani", "Hang", "Hira", "Kana", "Hebr", "Grek", "Armn", "Geor", "Deva", "Beng",
                    "Taml",
            "Telu", "Thai", "Laoo", "Khmr", "Mymr", "Tibt", "Mong", "Ethi", "Syrc", "Sinh", "Gujr", "Guru", "Knda",
                    "Mlym"
        }) {
            codes.put(UnicodeScript.forName(code), code);
        }
        return codes;
    }

    /** The code of the script that most letters are in; Jpan where there is kana. */
    static String of(String text) {
        if (Folding.isAscii(text)) {
            return text.chars().anyMatch(Character::isLetter) ? "Latn" : NONE;
        }
        var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> counts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        counts.remove(UnicodeScript.COMMON);
        counts.remove(UnicodeScript.INHERITED);
        var most = counts.entrySet().stream().max(Map.Entry.comparingByValue());
        if (most.isEmpty()) {
            return NONE;
        }
        boolean isEastAsian = switch (most.get().getKey()) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
        boolean hasKana = counts.containsKey(UnicodeScript.HIRAGANA) || counts.containsKey(UnicodeScript.KATAKANA);
        return isEastAsian && hasKana ? "Jpan" : CODES.getOrDefault(most.get().getKey(), NONE);
    }
}

package org.goldenbridge.event.booking;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keys by which the words of a name are found in another script (ADR 39): Latin, Cyrillic, Arabic or Chinese. Whole words are
 * compared. A key ends by the script it was made from, so that within one script nothing else is found than before.
 */
public final class NameSounds {
    /** To be raised when a rule changes: what is stored is then made anew. */
    static final int RULE = 1;

    /** Consonants of a word, and of all that is searched for: what is shorter would show people who are not meant. */
    private static final int FEWEST_CONSONANTS = 2;

    private static final int FEWEST_CONSONANTS_TOGETHER = 3;
    private static final int LONGEST_CHINESE = 6;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z},;·]+");
    private static final Pattern ARTICLE = Pattern.compile("^(?:al|el)-");
    private static final Pattern LAST_H = Pattern.compile("(?<=[aeiou])h$");
    private static final Pattern ARABIC_ARTICLE = Pattern.compile("^ال(?=.{3})");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern ARABIC_MARKS = Pattern.compile("[\\p{M}\u0640]|[ةه]$");

    private static final Supplier<Transliterator> CYRILLIC = lazily("Kazakh-Latin/BGN; Latin-ASCII; Lower");
    private static final Supplier<Transliterator> ARABIC = lazily("Arabic-Latin; Latin-ASCII; Lower");
    private static final Supplier<Transliterator> CHINESE = lazily("Han-Latin/Names; Latin-ASCII; Lower");

    private NameSounds() {}

    /** The keys of a name, to be stored. */
    static Set<String> of(String name) {
        var keys = new TreeSet<String>();
        for (var word : BLANKS.splitAsStream(name.strip()).toList()) {
            var script = script(word);
            if (script == UnicodeScript.LATIN || script == UnicodeScript.CYRILLIC) {
                var latin = latin(word, script);
                add(keys, folded(latin), script);
                add(keys, consonants(latin), script);
            } else if (script == UnicodeScript.ARABIC) {
                add(keys, consonants(latin(word, script)), script);
            } else if (script == UnicodeScript.HAN) {
                var syllables = syllables(word);
                for (int from = 0; from < syllables.size(); from++) {
                    for (int to = from + 1; to <= syllables.size(); to++) {
                        add(keys, joined(syllables.subList(from, to)), script);
                    }
                }
            }
        }
        return keys;
    }

    /**
     * What finds each of the words in other scripts.
     *
     * @return for each word, in their order: sets of keys that a visitor must have, between bars, the keys of a set between blanks;
     *     empty where nothing does
     */
    public static String[] wanted(List<String> words) {
        var together = words.stream()
                .filter(word -> script(word) != null && script(word) != UnicodeScript.HAN)
                .mapToInt(word -> consonants(latin(word, script(word))).length() - 1)
                .sum();
        return words.stream()
                .map(word -> String.join("|", wanted(word, together >= FEWEST_CONSONANTS_TOGETHER)))
                .toArray(String[]::new);
    }

    private static Collection<String> wanted(String word, boolean byConsonants) {
        var sets = new ArrayList<String>();
        var script = script(word);
        if (script == UnicodeScript.HAN) {
            chinese(sets, syllables(word));
        } else if (script != null) {
            var latin = latin(word, script);
            if (script == UnicodeScript.LATIN) {
                add(sets, folded(latin), UnicodeScript.CYRILLIC);
                add(sets, folded(latin), UnicodeScript.HAN);
            } else if (script == UnicodeScript.CYRILLIC) {
                add(sets, folded(latin), UnicodeScript.LATIN);
            }
            for (var other : List.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.ARABIC)) {
                if (byConsonants
                        && other != script
                        && (other == UnicodeScript.ARABIC || script == UnicodeScript.ARABIC)) {
                    add(sets, consonants(latin), other);
                }
            }
        }
        return sets;
    }

    /** A Chinese name in Latin is one word, a family name of one or two syllables and the rest, or each syllable by itself. */
    private static void chinese(List<String> sets, List<String> syllables) {
        add(sets, joined(syllables), UnicodeScript.LATIN);
        for (int family = 1; family <= 2 && family < syllables.size(); family++) {
            var both = new ArrayList<String>();
            add(both, joined(syllables.subList(0, family)), UnicodeScript.LATIN);
            add(both, joined(syllables.subList(family, syllables.size())), UnicodeScript.LATIN);
            if (both.size() == 2) {
                sets.add(String.join(" ", both));
            }
        }
    }

    private static void add(Collection<String> keys, String sound, UnicodeScript script) {
        if (sound.length() >= FEWEST_CONSONANTS && !(sound.startsWith("~") && sound.length() <= FEWEST_CONSONANTS)) {
            keys.add(sound + "@" + script.name().charAt(0));
        }
    }

    /** Of its first letter; null when that is of no script that is compared. */
    private static @Nullable UnicodeScript script(String word) {
        return word.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .findFirst()
                .filter(
                        Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.ARABIC, UnicodeScript.HAN)
                                ::contains)
                .orElse(null);
    }

    private static String latin(String word, @Nullable UnicodeScript script) {
        if (script == UnicodeScript.ARABIC) {
            var bare = ARABIC_MARKS.matcher(word).replaceAll("");
            return ARABIC.get().transliterate(ARABIC_ARTICLE.matcher(bare).replaceAll(""));
        }
        return script == UnicodeScript.CYRILLIC ? CYRILLIC.get().transliterate(word) : plain(word);
    }

    /** Without ICU, so that nobody who searches in Latin waits until its data are read. */
    private static String plain(String word) {
        var bare =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT)
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ı', 'i')
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe");
    }

    private static List<String> syllables(String word) {
        var all =
                BLANKS.splitAsStream(CHINESE.get().transliterate(word).strip()).toList();
        return all.subList(0, Math.min(all.size(), LONGEST_CHINESE));
    }

    private static String joined(List<String> syllables) {
        return folded(String.join("", syllables));
    }

    /** Spellings of one sound made one: y and j as i, kh as h, gh as g, q as k, w as v, x as ks, ie as e, no letter twice. */
    private static String folded(String latin) {
        return twice(letters(latin)
                        .replace("kh", "h")
                        .replace("gh", "g")
                        .replace('q', 'k')
                        .replace('w', 'v')
                        .replace('y', 'i')
                        .replace('j', 'i')
                        .replace("x", "ks"))
                .replace("ie", "e");
    }

    /** The consonants alone, as Arabic writes a name: no vowels and what Arabic writes them by, no article, no last h. */
    private static String consonants(String latin) {
        var bare = letters(ARTICLE.matcher(latin).replaceAll(""));
        return "~"
                + twice(LAST_H.matcher(bare)
                                .replaceAll("")
                                .replace("kh", "h")
                                .replace("gh", "g")
                                .replace('q', 'k'))
                        .replaceAll("[aeiouwy]", "");
    }

    private static String letters(String latin) {
        return latin.replaceAll("[^a-z]", "");
    }

    private static String twice(String letters) {
        return letters.replaceAll("(.)\\1+", "$1");
    }

    /** The data of a script are read when the first name in it comes. */
    private static Supplier<Transliterator> lazily(String rules) {
        return new Supplier<>() {
            private @Nullable Transliterator made;

            @Override
            public synchronized Transliterator get() {
                if (made == null) {
                    made = Transliterator.getInstance(rules);
                }
                return made;
            }
        };
    }
}

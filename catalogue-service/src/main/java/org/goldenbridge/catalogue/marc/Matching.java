package org.goldenbridge.catalogue.marc;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** By what records of different sources are recognised as the same work in the same edition. */
public final class Matching {
    /** Marks, and the signs of romanisations that one cataloguer writes and the next does not. */
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\u02B0-\u02FF\u0640]+");

    private static final String[] NAMES = {"100", "110", "111", "700", "710", "711"};
    private static final int FEWEST_WORDS = 2;
    private static final int FEWEST_LETTERS = 8;

    private Matching() {}

    /**
     * The match keys of a record: {@code isbn:} and 13 digits, {@code issn:} as it is written, and {@code title:} with the
     * folded title, the first word of the first name and the year, divided by bars. There is a title key for the title as
     * transcribed and for each form in another script, with the name in that script where it is given. A title of one short
     * word, or without a year, makes none: too many works share it.
     */
    public static List<String> keys(MarcRecord record) {
        var keys = new LinkedHashSet<String>();
        record.fields("020")
                .flatMap(field -> field.values('a'))
                .forEach(text -> StandardNumber.isbn(text).ifPresent(isbn -> keys.add("isbn:" + isbn)));
        record.fields("022")
                .flatMap(field -> field.values('a'))
                .forEach(text -> StandardNumber.issn(text).ifPresent(issn -> keys.add("issn:" + issn)));
        Dates.year(record).ifPresent(year -> addTitles(record, year, keys));
        return List.copyOf(keys);
    }

    private static void addTitles(MarcRecord record, int year, Set<String> keys) {
        var pairs = Pairs.of(record);
        var names = new ArrayList<String>();
        record.fields(NAMES).findFirst().ifPresent(name -> {
            names.add(name.first('a').orElse(""));
            pairs.of(name).forEach(other -> names.add(other.first('a').orElse("")));
        });
        record.field("245").ifPresent(title -> {
            add(withoutNonfiling(title), names, year, keys);
            pairs.of(title).forEach(other -> add(withoutNonfiling(other), names, year, keys));
        });
    }

    private static void add(String title, List<String> names, int year, Set<String> keys) {
        var words = words(title);
        var folded = String.join("", words);
        if (words.size() < FEWEST_WORDS && folded.length() < FEWEST_LETTERS) {
            return;
        }
        var script = scriptOf(title);
        var name = names.stream()
                .filter(form -> scriptOf(form).equals(script))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .orElse("");
        var nameWords = words(name);
        keys.add("title:" + folded + "|" + (nameWords.isEmpty() ? "" : nameWords.get(0)) + "|" + year);
    }

    /** Japanese names are often without the kana that titles have. */
    private static String scriptOf(String text) {
        var script = Script.of(text);
        return script.equals("Jpan") ? "Hani" : script;
    }

    /** 245 without the article that its second indicator counts. */
    private static String withoutNonfiling(DataField title) {
        var text = title.text("abnp");
        int skipped = Character.digit(title.ind2(), 10);
        return skipped > 0 && skipped < text.length() ? text.substring(skipped) : text;
    }

    /** The words in their plainest form: compatibility forms undone, marks off, lower case. An ideograph is a word. */
    private static List<String> words(String text) {
        var plain = Folding.isAscii(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("");
        var lower = plain.toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int at = 0; at < lower.length(); ) {
            int character = lower.codePointAt(at);
            at += Character.charCount(character);
            boolean isPart = Character.isLetter(character) || isNumber(character);
            if (isPart) {
                word.appendCodePoint(character);
            }
            boolean ends = !isPart || Character.isIdeographic(character) || at >= lower.length();
            if (ends && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    private static boolean isNumber(int character) {
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }
}

package org.goldenbridge.catalogue.marc;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tokens under which a record is found, and those of a question. Both come from the same folding ({@link Folding}), so
 * that what is asked as it stands in a record finds it, in whatever script.
 */
public final class Terms {
    private static final int MOST = 512;
    private static final int LONGEST = 64;
    private static final int FEWEST_DIGITS = 7;

    /** Titles, names and subjects, most telling first: what is over the limit is left out from the end. */
    private static final List<Source> SOURCES = List.of(
            new Source("abnp", Set.of("245", "246", "240", "130", "242", "247", "740")),
            new Source("abcq", Set.of("100", "110", "111", "700", "710", "711", "720")),
            new Source("abcdqtvxyz", Set.of("600", "610", "611", "630", "647", "648", "650", "651", "653", "655")),
            new Source("atnp", Set.of("440", "490", "730", "800", "810", "811", "830")),
            new Source("tnp", Set.of("700", "710", "711")));

    private static final Set<String> NUMBERED = Set.of("010", "035");
    private static final Pattern STANDARD_NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}])[0-9][0-9 -]{6,15}[0-9Xx](?![\\p{L}\\p{N}])");

    private Terms() {}

    private record Source(String codes, Set<String> tags) {}

    /** The search tokens of a record, sorted, each once: 512 at most, none longer than 64 characters. */
    public static List<String> of(MarcRecord record) {
        var tokens = new LinkedHashSet<String>();
        addNumbers(record, tokens);
        var tags = record.dataFields().stream().map(DataField::pairedTag).toList();
        for (var source : SOURCES) {
            for (int nth = 0; nth < tags.size(); nth++) {
                if (source.tags().contains(tags.get(nth))) {
                    addText(record.dataFields().get(nth), source.codes(), tokens);
                }
            }
        }
        return tokens.stream().limit(MOST).sorted().toList();
    }

    private static void addText(DataField field, String codes, Set<String> tokens) {
        for (var part : field.subfields()) {
            if (codes.indexOf(part.code()) >= 0) {
                standardNumbers(part.value(), tokens);
                words(part.value(), true, tokens);
            }
        }
    }

    private static void addNumbers(MarcRecord record, Set<String> tokens) {
        record.control("001").ifPresent(number -> words(number, true, tokens));
        record.fields("020")
                .flatMap(field -> field.values('a'))
                .forEach(text -> StandardNumber.isbn(text).ifPresent(isbn -> {
                    tokens.add(isbn);
                    StandardNumber.isbn10(isbn).ifPresent(old -> tokens.add(old.toLowerCase(Locale.ROOT)));
                }));
        record.fields("022")
                .flatMap(field -> field.values('a'))
                .forEach(text -> StandardNumber.issn(text).ifPresent(issn -> tokens.add(withoutHyphens(issn))));
        record.dataFields().stream()
                .filter(field -> NUMBERED.contains(field.tag()))
                .flatMap(field -> field.values('a'))
                .forEach(number -> words(number, true, tokens));
    }

    /**
     * The tokens of a question; a record must have all of them. The last one may be the beginning of a word that is still
     * being typed, unless {@link #isWhole} says that it cannot be.
     */
    public static List<String> query(String question) {
        var tokens = new LinkedHashSet<String>();
        int from = 0;
        var numbers = STANDARD_NUMBER.matcher(question);
        while (numbers.find()) {
            if (isStandardNumber(numbers.group())) {
                words(question.substring(from, numbers.start()), false, tokens);
                tokens.add(withoutHyphens(numbers.group()));
                from = numbers.end();
            }
        }
        words(question.substring(from), false, tokens);
        return tokens.stream().limit(MOST).toList();
    }

    /** Whether a token stands for itself only, not for words that begin with it: Chinese characters do. */
    public static boolean isWhole(String token) {
        return !token.isEmpty() && isHan(token.codePointAt(0));
    }

    /** Numbers with hyphens or blanks are asked for as they are printed; here they are one token. */
    private static void standardNumbers(String text, Set<String> tokens) {
        long digits = text.chars()
                .filter(character -> character >= '0' && character <= '9')
                .count();
        if (digits < FEWEST_DIGITS) {
            return;
        }
        var numbers = STANDARD_NUMBER.matcher(text);
        while (numbers.find()) {
            if (isStandardNumber(numbers.group())) {
                tokens.add(withoutHyphens(numbers.group()));
            }
        }
    }

    private static boolean isStandardNumber(String text) {
        return StandardNumber.isbn(text).isPresent()
                || StandardNumber.issn(text).isPresent();
    }

    private static String withoutHyphens(String number) {
        return number.replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /** Letters and digits that stand together are a word; Chinese ones are found by each character and each two. */
    private static void words(String text, boolean singles, Set<String> tokens) {
        var folded = Folding.fold(text);
        var word = new StringBuilder();
        var han = new ArrayList<String>();
        for (int at = 0; at < folded.length() && tokens.size() < MOST; ) {
            int character = folded.codePointAt(at);
            at += Character.charCount(character);
            boolean isHan = isHan(character);
            if (!isHan) {
                addHan(han, singles, tokens);
            }
            if (isHan || !isWordPart(character)) {
                addWord(word, tokens);
            }
            if (isHan) {
                han.add(Character.toString(character));
            } else if (isWordPart(character)) {
                word.appendCodePoint(character);
            }
        }
        addHan(han, singles, tokens);
        addWord(word, tokens);
    }

    private static boolean isHan(int character) {
        return character >= 0x2E80 && UnicodeScript.of(character) == UnicodeScript.HAN;
    }

    private static boolean isWordPart(int character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    private static void addWord(StringBuilder word, Set<String> tokens) {
        if (!word.isEmpty()) {
            int length = word.length() > LONGEST
                    ? word.offsetByCodePoints(0, Math.min(LONGEST, word.codePointCount(0, word.length())))
                    : word.length();
            tokens.add(word.substring(0, length));
            word.setLength(0);
        }
    }

    private static void addHan(List<String> han, boolean singles, Set<String> tokens) {
        if (singles || han.size() == 1) {
            tokens.addAll(han);
        }
        for (int at = 0; at + 1 < han.size(); at++) {
            tokens.add(han.get(at) + han.get(at + 1));
        }
        han.clear();
    }
}

package org.goldenbridge.catalogue.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goldenbridge.catalogue.marc.Terms;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Which of the records that the public sees are asked for: all that hold every word, are of the kind, in the language, and
 * kept or held by the centre. The newest come first.
 *
 * @param q words of titles, names and subjects in any script, or a number; the last may be the beginning of one
 * @param kind only this kind
 * @param centre only what this centre keeps or holds
 * @param language only what is in this language
 */
public record RecordQuery(
        @Nullable String q,
        @Nullable RecordKind kind,
        @Nullable String centre,
        @Nullable String language) {

    /** The shortest beginning of a word that is looked for as one: a single letter begins too many. */
    private static final int SHORTEST_BEGINNING = 2;

    /**
     * The question in these parameters.
     *
     * @throws org.goldenbridge.platform.problem.Refusal 400 when there is no such kind
     */
    public static RecordQuery of(
            @Nullable String q, @Nullable String kind, @Nullable String centre, @Nullable String language) {
        return new RecordQuery(q, Words.parameter(RecordKind.class, kind, "kind"), centre, language);
    }

    /** The same words for the same question, so that a cursor of another one is refused. */
    public String name() {
        return "records " + kind + " " + centre + " " + language + " " + q;
    }

    /** The condition on the table {@code record}, with question marks for {@link #parameters}. */
    public String condition() {
        var condition = new StringBuilder("state = 'active' and not hidden");
        if (q != null) {
            condition.append(" and array_to_tsvector(terms) @@ cast(? as tsquery)");
        }
        if (kind != null) {
            condition.append(" and kind = ?");
        }
        if (!facets().isEmpty()) {
            condition.append(" and sets || languages @> cast(? as text[])"); // as the index has it
        }
        return condition.toString();
    }

    /** The values of {@link #condition}, in its order. */
    public List<String> parameters() {
        var values = new ArrayList<String>();
        if (q != null) {
            values.add(words(Terms.query(q)));
        }
        if (kind != null) {
            values.add(kind.toString());
        }
        if (!facets().isEmpty()) {
            values.add(facets().stream()
                    .map(facet -> '"' + facet.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "{", "}")));
        }
        return values;
    }

    /** The words that a record must have among its sets and languages. */
    private List<String> facets() {
        var facets = new ArrayList<String>();
        if (kind != null) {
            facets.add(Sets.ofKind(kind));
        }
        if (centre != null) {
            facets.add(Sets.ofCentre(centre));
        }
        if (language != null) {
            facets.add(language);
        }
        return facets;
    }

    /** All of the words, as PostgreSQL writes a query; without a word it finds nothing. */
    static String words(List<String> words) {
        int last = words.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(nth -> quoted(words.get(nth)) + (nth == last && mayBegin(words.get(nth)) ? ":*" : ""))
                .collect(Collectors.joining(" & "));
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static boolean mayBegin(String word) {
        return word.codePointCount(0, word.length()) >= SHORTEST_BEGINNING && !Terms.isWhole(word);
    }
}

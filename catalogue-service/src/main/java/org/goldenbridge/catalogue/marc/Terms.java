package org.goldenbridge.catalogue.marc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words under which a record is found. (First slice.) */
public final class Terms {
    private Terms() {}

    /** The search tokens of a record, sorted, each once. */
    public static List<String> of(MarcRecord record) {
        return record.dataFields().stream()
                .flatMap(field -> field.subfields().stream())
                .flatMap(subfield -> query(subfield.value()).stream())
                .sorted()
                .distinct()
                .toList();
    }

    /** The tokens of a question. */
    public static List<String> query(String question) {
        return Arrays.stream(question.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}

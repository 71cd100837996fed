package org.goldenbridge.catalogue.marc;

import java.util.List;

/** By what records of different sources are recognised as the same. (First slice.) */
public final class Matching {
    private Matching() {}

    /** The match keys: {@code isbn:…}, {@code issn:…}, {@code title:…}. */
    public static List<String> keys(MarcRecord record) {
        return record.fields("020")
                .flatMap(field -> field.values('a'))
                .map(isbn -> "isbn:" + isbn.replaceAll("[^0-9X]", ""))
                .distinct()
                .toList();
    }
}

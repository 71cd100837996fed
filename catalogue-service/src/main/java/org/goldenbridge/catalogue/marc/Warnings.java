package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a person should know about how a record was read: each sentence once, and not without end. */
final class Warnings {
    private static final int MOST = 25;

    private final Set<String> sentences = new LinkedHashSet<>();
    private boolean more;

    void add(String sentence) {
        if (sentences.size() < MOST) {
            sentences.add(sentence);
        } else {
            more |= !sentences.contains(sentence);
        }
    }

    List<String> sentences() {
        var all = new ArrayList<>(sentences);
        if (more) {
            all.add("There is more of this kind that is not listed.");
        }
        return List.copyOf(all);
    }
}

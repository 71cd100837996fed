package org.goldenbridge.event.desk.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.goldenbridge.event.page.Phrases;
import org.goldenbridge.platform.words.Words;

/**
 * One of several that can be chosen.
 *
 * @param value as a form sends it
 * @param chosen whether it is
 */
public record Pick(String value, String text, boolean chosen) {
    /** Those of a closed set, in its own order. */
    static List<Pick> of(Enum<?>[] constants, String set, String chosen, Phrases words) {
        return Arrays.stream(constants)
                .map(one -> new Pick(
                        Words.of(one), words.word(set, one), Words.of(one).equals(chosen)))
                .toList();
    }

    /** The same, of which none need be chosen. */
    static List<Pick> orNone(String none, List<Pick> picks) {
        var all = new ArrayList<Pick>();
        all.add(new Pick("", none, picks.stream().noneMatch(Pick::chosen)));
        all.addAll(picks);
        return all;
    }
}

package org.goldenbridge.catalogue.marc;

import java.util.List;

/**
 * How the fields of one tag differ between two records. An 880 counts with the field that it repeats in another script.
 *
 * @param tag three digits, or {@code LDR} for the leader
 * @param before the fields as they were, each as {@code 10 $aAbai zholy $cMukhtar Auezov}; empty when there was none
 * @param after the fields as they are, likewise
 */
public record FieldChange(String tag, List<String> before, List<String> after) {
    public FieldChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}

package org.goldenbridge.catalogue.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.goldenbridge.catalogue.marc.Comparison;
import org.goldenbridge.catalogue.marc.FieldChange;
import org.goldenbridge.catalogue.marc.MarcRecord;

/**
 * What becomes of a record of ours when a source delivers its own: tag by tag, by the source's rules. What a cataloguer edited
 * by hand stays, unless a person decided for the source. An 880 goes with the field that it repeats in another script.
 *
 * <p>A tag that the source does not deliver is never a conflict: the source has no opinion on what a cataloguer added.
 */
final class Overlay {
    private final List<OverlayRule> rules;
    private final FieldRule otherwise;

    /**
     * @param rules the source's; the first that names a tag counts
     * @param isItsOwn whether the source delivered the record before, rather than being matched with one of another origin
     */
    Overlay(List<OverlayRule> rules, boolean isItsOwn) {
        this.rules = rules;
        this.otherwise = isItsOwn ? FieldRule.REPLACE : FieldRule.FILL;
    }

    /**
     * What comes of it.
     *
     * @param record the record as it becomes
     * @param changes what changes, and what would but is kept
     */
    record Merged(MarcRecord record, List<RowChange> changes) {
        boolean changesAnything() {
            return changes.stream().anyMatch(change -> !change.kept());
        }

        boolean keepsAnything() {
            return changes.stream().anyMatch(RowChange::kept);
        }
    }

    /**
     * Lays the source's record over ours.
     *
     * @param edited the tags that a cataloguer edited by hand and nobody has given to the source
     */
    Merged merge(MarcRecord ours, MarcRecord theirs, Set<String> edited) {
        var tags = new TreeSet<String>();
        Comparison.between(ours, theirs).forEach(change -> tags.add(change.tag()));
        var wanted = ours;
        for (var tag : tags) {
            wanted = apply(rule(tag), tag, wanted, theirs);
        }
        var result = wanted;
        var changes = new ArrayList<RowChange>();
        for (var change : Comparison.between(ours, wanted)) {
            if (!edited.contains(change.tag())) {
                changes.add(RowChange.of(change, false));
            } else {
                result = Fields.replaced(result, change.tag(), ours);
                if (isDelivered(change)) {
                    changes.add(RowChange.of(change, true));
                }
            }
        }
        return new Merged(result, changes);
    }

    /** The source's record with what a cataloguer edited by hand in ours, when ours comes back as the source has it. */
    static MarcRecord withEdited(MarcRecord theirs, MarcRecord ours, Set<String> edited) {
        var record = theirs;
        for (var tag : new TreeSet<>(edited)) {
            if (Fields.has(ours, tag)) {
                record = Fields.replaced(record, tag, ours);
            }
        }
        return record;
    }

    private static boolean isDelivered(FieldChange change) {
        return !change.after().isEmpty();
    }

    private FieldRule rule(String tag) {
        return rules.stream()
                .filter(rule -> rule.names(tag))
                .map(OverlayRule::rule)
                .findFirst()
                .orElseGet(() -> unruled(tag));
    }

    /** Holdings and local fields are the holder's own; the numbers of other systems gather. */
    private FieldRule unruled(String tag) {
        var isOfHoldings = tag.compareTo("852") >= 0 && tag.compareTo("878") <= 0 && !tag.equals("856");
        if (isOfHoldings || tag.startsWith("9")) {
            return FieldRule.KEEP;
        }
        return tag.equals("035") ? FieldRule.ADD : otherwise;
    }

    private static MarcRecord apply(FieldRule rule, String tag, MarcRecord ours, MarcRecord theirs) {
        return switch (rule) {
            case KEEP -> ours;
            case FILL -> Fields.has(ours, tag) ? ours : Fields.replaced(ours, tag, theirs);
            case REPLACE -> Fields.replaced(ours, tag, theirs);
            case ADD -> Fields.has(ours, tag) ? Fields.added(ours, tag, theirs) : Fields.replaced(ours, tag, theirs);
        };
    }
}

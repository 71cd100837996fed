package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares records field by field. What says only where a record lives and when it was last touched is no difference: the
 * lengths in the leader, 001, 003 and 005.
 */
public final class Comparison {
    /** The pseudo tag of the leader. */
    public static final String LEADER = "LDR";

    private static final Set<String> OF_THE_PLACE = Set.of("001", "003", "005");

    private Comparison() {}

    /** The tags that differ, in their order, with the fields of both sides. */
    public static List<FieldChange> between(MarcRecord before, MarcRecord after) {
        var old = fieldsByTag(before);
        var now = fieldsByTag(after);
        var tags = new TreeMap<>(old);
        tags.putAll(now);
        var changes = new ArrayList<FieldChange>();
        for (var tag : tags.keySet()) {
            var was = old.getOrDefault(tag, List.of());
            var is = now.getOrDefault(tag, List.of());
            if (!was.equals(is)) {
                changes.add(new FieldChange(tag, was, is));
            }
        }
        return changes;
    }

    /** The tags under which a record is compared, in their order. */
    public static List<String> tags(MarcRecord record) {
        return List.copyOf(fieldsByTag(record).keySet());
    }

    private static SortedMap<String, List<String>> fieldsByTag(MarcRecord record) {
        var fields = new TreeMap<String, List<String>>();
        fields.put(LEADER, List.of(meaning(record.leader())));
        for (var field : record.controlFields()) {
            if (!OF_THE_PLACE.contains(field.tag())) {
                fields.computeIfAbsent(field.tag(), tag -> new ArrayList<>()).add(field.value());
            }
        }
        for (var field : record.dataFields()) {
            fields.computeIfAbsent(field.pairedTag(), tag -> new ArrayList<>()).add(line(field));
        }
        return fields;
    }

    /** Type, level and form of the description; the rest of the leader is for machines that read ISO 2709. */
    private static String meaning(String leader) {
        return leader.substring(5, 9) + leader.substring(17, 20);
    }

    /** A field on one line, as cataloguers write it. */
    static String line(DataField field) {
        var line = new StringBuilder(80);
        if (field.tag().equals("880")) {
            line.append("880 ");
        }
        line.append(shown(field.ind1())).append(shown(field.ind2()));
        for (var subfield : field.subfields()) {
            line.append(" $").append(subfield.code()).append(subfield.value());
        }
        return line.toString();
    }

    private static char shown(char indicator) {
        return indicator == ' ' ? '#' : indicator;
    }
}

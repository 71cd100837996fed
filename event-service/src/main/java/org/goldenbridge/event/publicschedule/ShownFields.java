package org.goldenbridge.event.publicschedule;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which fields of a session are shown.
 *
 * @param asked what was asked for; {@link #USUAL} stands for what is shown where nothing is
 */
record ShownFields(Set<String> asked) {
    static final String USUAL = "usual";

    /** Only shown to who asks for them: long, or changed by each booking. */
    private static final Set<String> UNUSUAL = Set.of("description", "placesLeft");

    boolean areUsual() {
        return asked.isEmpty() || asked.equals(Set.of(USUAL));
    }

    /** Whether the usual fields are among them. */
    boolean isWhole() {
        return asked.isEmpty() || asked.contains(USUAL);
    }

    boolean shows(String field) {
        return asked.contains(field) || (isWhole() && !UNUSUAL.contains(field));
    }

    ShownFields with(String field) {
        if (isWhole()) {
            return this;
        }
        var more = new TreeSet<>(asked);
        more.add(field);
        return new ShownFields(more);
    }

    /** What stands in each item. */
    Set<String> names() {
        var names = new TreeSet<>(asked);
        names.add("id");
        return names;
    }
}

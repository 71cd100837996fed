package org.goldenbridge.catalogue.oai;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.goldenbridge.catalogue.record.RecordKind;

/**
 * A set by which partners can harvest selectively (OAI-PMH 2.0, 2.6).
 *
 * @param spec its place in the hierarchy
 * @param name what it holds, in English
 */
record HarvestSet(String spec, String name) {
    private static final HarvestSet CENTRES = new HarvestSet("centre", "Centres that keep or hold it");
    private static final HarvestSet KINDS = new HarvestSet("kind", "Kinds of material");

    /** The sets that hold nothing but other sets: every record is in both. */
    static final Set<String> PARENTS = Set.of(CENTRES.spec, KINDS.spec);

    static HarvestSet ofCentre(String id, String name) {
        return new HarvestSet(CENTRES.spec + ":" + id, name);
    }

    /** All sets, the parents before their children. */
    static List<HarvestSet> all(List<HarvestSet> ofCentres) {
        var all = new ArrayList<HarvestSet>();
        all.add(CENTRES);
        all.addAll(ofCentres);
        all.add(KINDS);
        for (var kind : RecordKind.values()) {
            all.add(ofKind(kind));
        }
        return all;
    }

    private static HarvestSet ofKind(RecordKind kind) {
        var name = switch (kind) {
            case BOOK -> "Books";
            case RARE_BOOK -> "Rare books";
            case SERIAL -> "Serials";
            case FILM -> "Films";
            case RECORDING -> "Recordings";
            case MUSEUM_OBJECT -> "Museum objects";
            case REPLICA -> "Replicas";
            case IMAGE -> "Images";
            case ARCHIVAL_FILE -> "Archival files";
        };
        var parent = kind == RecordKind.RARE_BOOK ? KINDS.spec + ":" + RecordKind.BOOK : KINDS.spec;
        return new HarvestSet(parent + ":" + kind, name);
    }
}

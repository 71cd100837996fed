package org.goldenbridge.catalogue.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.catalogue.marc.DataField;
import org.goldenbridge.catalogue.marc.Description;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.record.Copy;

/**
 * A record on its way out.
 *
 * @param kind the word of its kind
 * @param kept the MARC record as it is kept
 * @param copies what the centres hold of it
 * @param organisation the MARC code of the network
 */
record ExportedRecord(UUID id, String kind, MarcRecord kept, List<Copy> copies, String organisation) {
    private static final Set<String> HOLDINGS = Set.of("852", "876");

    /** The MARC record with the holdings of today, in their place, instead of those that it was delivered with. */
    MarcRecord withHoldings() {
        var fields = new ArrayList<DataField>();
        kept.dataFields().stream()
                .filter(field -> !HOLDINGS.contains(field.tag()))
                .forEach(fields::add);
        int place = 0;
        while (place < fields.size() && fields.get(place).tag().compareTo("852") <= 0) {
            place++;
        }
        var held = Stream.concat(
                copies.stream().map(copy -> copy.location(organisation)),
                copies.stream().map(Copy::availability));
        fields.addAll(place, held.toList());
        return new MarcRecord(kept.leader(), kept.controlFields(), fields);
    }

    Description description() {
        return Description.of(kept);
    }

    /** The first place of publication, without its punctuation; empty when there is none. */
    String place() {
        return kept.fields("264", "260")
                .flatMap(field -> field.values('a'))
                .map(place -> place.replaceAll("[\\s:;,]+$", ""))
                .filter(place -> !place.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The centres that hold it, each once. */
    String centres() {
        return copies.stream().map(Copy::centreId).distinct().sorted().collect(Collectors.joining(" | "));
    }

    long available() {
        return copies.stream().filter(copy -> copy.status().equals("available")).count();
    }

    /** The fields of a tag, for what has no place in a description. */
    Stream<DataField> fields(String tag) {
        return kept.fields(tag);
    }
}

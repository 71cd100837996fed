package org.goldenbridge.catalogue.record;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenbridge.catalogue.marc.ControlField;
import org.goldenbridge.catalogue.marc.DataField;
import org.goldenbridge.catalogue.marc.MarcRecord;

/**
 * Gives a record its control number in this catalogue (001), says whose number that is (003) and when the record was last
 * changed (005). The number under which it was delivered goes on in 035, where MARC 21 keeps the numbers of other systems.
 */
final class OwnNumber {
    private static final DateTimeFormatter LATEST_TRANSACTION =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'.0'").withZone(ZoneOffset.UTC);

    private OwnNumber() {}

    static MarcRecord give(MarcRecord delivered, UUID id, String organisation, Instant at) {
        var controlFields = new ArrayList<ControlField>();
        controlFields.add(new ControlField("001", id.toString()));
        controlFields.add(new ControlField("003", organisation));
        controlFields.add(new ControlField("005", LATEST_TRANSACTION.format(at)));
        delivered.controlFields().stream()
                .filter(field -> !List.of("001", "003", "005").contains(field.tag()))
                .forEach(controlFields::add);
        return new MarcRecord(
                delivered.leader(),
                controlFields,
                isOwn(delivered, id)
                        ? delivered.dataFields()
                        : withFormerNumber(delivered).dataFields());
    }

    private static boolean isOwn(MarcRecord delivered, UUID id) {
        return delivered
                .control("001")
                .map(String::strip)
                .filter(id.toString()::equals)
                .isPresent();
    }

    /** Whether two records differ in nothing but the moment of their last change. */
    static boolean saysTheSame(MarcRecord one, MarcRecord other) {
        return one.leader().equals(other.leader())
                && unstamped(one).equals(unstamped(other))
                && one.dataFields().equals(other.dataFields());
    }

    private static List<ControlField> unstamped(MarcRecord record) {
        return record.controlFields().stream()
                .filter(field -> !field.tag().equals("005"))
                .toList();
    }

    /** The record with its number and whose that is (001, 003) among the numbers of other systems (035). */
    static MarcRecord withFormerNumber(MarcRecord delivered) {
        var number = delivered.control("001").map(String::strip).orElse("");
        if (number.isEmpty()) {
            return delivered;
        }
        var former =
                delivered.control("003").map(code -> "(" + code.strip() + ")").orElse("") + number;
        var isKnown =
                delivered.fields("035").flatMap(field -> field.values('a')).anyMatch(former::equals);
        if (isKnown) {
            return delivered;
        }
        var added = DataField.of("035", ' ', ' ', "a", former);
        var before = delivered.dataFields().stream().filter(field -> field.tag().compareTo("035") <= 0);
        var behind = delivered.dataFields().stream().filter(field -> field.tag().compareTo("035") > 0);
        return new MarcRecord(
                delivered.leader(),
                delivered.controlFields(),
                Stream.of(before, Stream.of(added), behind)
                        .flatMap(part -> part)
                        .toList());
    }
}

package org.goldenbridge.catalogue.imports;

import java.util.Locale;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.record.RecordKind;

/** What a record describes, as its coded fields tell (MARC 21 Bibliographic: leader/06 to 08, 007/00, 008/07 and 33). */
final class Kinds {
    /** Books printed before this year are rare: until then type was set and paper made by hand. */
    private static final int END_OF_THE_HAND_PRESS = 1831;

    private Kinds() {}

    static RecordKind of(MarcRecord record) {
        if (record.leader().charAt(8) == 'a') {
            return RecordKind.ARCHIVAL_FILE;
        }
        return switch (record.leader().charAt(6)) {
            case 'g' -> isStill(record) ? RecordKind.IMAGE : RecordKind.FILM;
            case 'i', 'j' -> RecordKind.RECORDING;
            case 'k' -> RecordKind.IMAGE;
            case 'o' -> RecordKind.MUSEUM_OBJECT;
            case 'p' -> RecordKind.ARCHIVAL_FILE;
            case 'r' -> isReplica(record) ? RecordKind.REPLICA : RecordKind.MUSEUM_OBJECT;
            default -> text(record);
        };
    }

    private static RecordKind text(MarcRecord record) {
        if ("bis".indexOf(record.leader().charAt(7)) >= 0) {
            return RecordKind.SERIAL;
        }
        var date = coded(record, 7, 11).replace('u', '9');
        return date.matches("[0-9]{4}") && Integer.parseInt(date) < END_OF_THE_HAND_PRESS
                ? RecordKind.RARE_BOOK
                : RecordKind.BOOK;
    }

    /** Slides, transparencies and filmstrips are projected, and do not move. */
    private static boolean isStill(MarcRecord record) {
        var material = coded(record, 33, 34);
        return material.isEmpty()
                ? record.control("007").filter(field -> field.startsWith("g")).isPresent()
                : "fst".contains(material);
    }

    private static boolean isReplica(MarcRecord record) {
        return record.fields("650", "655")
                .flatMap(field -> field.values('a'))
                .anyMatch(term -> term.toLowerCase(Locale.ROOT).contains("replica"));
    }

    private static String coded(MarcRecord record, int from, int to) {
        return record.control("008")
                .filter(field -> field.length() == 40)
                .map(field -> field.substring(from, to))
                .orElse("");
    }
}

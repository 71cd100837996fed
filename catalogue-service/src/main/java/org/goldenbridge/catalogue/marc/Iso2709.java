package org.goldenbridge.catalogue.marc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes records as ISO 2709, the exchange format of MARC 21, in UTF-8. */
public final class Iso2709 {
    static final char RECORD_TERMINATOR = 0x1D;
    static final char FIELD_TERMINATOR = 0x1E;
    static final char DELIMITER = 0x1F;
    static final int LEADER_LENGTH = 24;
    static final int ENTRY_LENGTH = 12;

    private static final int LONGEST_RECORD = 99_999;
    private static final int LONGEST_FIELD = 9_999;

    private final StringBuilder directory = new StringBuilder();
    private final ByteArrayOutputStream fields = new ByteArrayOutputStream(2_048);

    private Iso2709() {}

    /**
     * The bytes of the record; read again they give an equal one.
     *
     * @throws NotIso2709Exception if the record has more than 99,999 bytes, a field more than 9,999, or a text holds one of
     *     the marks by which ISO 2709 divides
     */
    public static byte[] write(MarcRecord record) throws NotIso2709Exception {
        var writer = new Iso2709();
        for (var field : record.controlFields()) {
            writer.add(field.tag(), field.value());
        }
        for (var field : record.dataFields()) {
            writer.add(field.tag(), text(field));
        }
        return writer.finish(record.leader());
    }

    private static String text(DataField field) throws NotIso2709Exception {
        var text = new StringBuilder().append(field.ind1()).append(field.ind2());
        for (var subfield : field.subfields()) {
            text.append(DELIMITER).append(subfield.code()).append(withoutMarks(subfield.value(), field.tag()));
        }
        return text.toString();
    }

    private static String withoutMarks(String value, String tag) throws NotIso2709Exception {
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (character == RECORD_TERMINATOR || character == FIELD_TERMINATOR || character == DELIMITER) {
                throw new NotIso2709Exception(
                        "Field " + tag + " holds a control character that divides ISO 2709 records.");
            }
        }
        return value;
    }

    private void add(String tag, String text) throws NotIso2709Exception {
        var bytes = (tag.startsWith("00") ? withoutMarks(text, tag) : text).getBytes(StandardCharsets.UTF_8);
        int length = bytes.length + 1;
        if (length > LONGEST_FIELD) {
            throw new NotIso2709Exception("Field " + tag + " takes " + length + " bytes; ISO 2709 has room for "
                    + LONGEST_FIELD + ". MARCXML has no such limit.");
        }
        if (fields.size() + length > LONGEST_RECORD) {
            throw tooLong();
        }
        directory.append(tag).append(digits(length, 4)).append(digits(fields.size(), 5));
        fields.writeBytes(bytes);
        fields.write(FIELD_TERMINATOR);
    }

    private byte[] finish(String leader) throws NotIso2709Exception {
        int base = LEADER_LENGTH + directory.length() + 1;
        int length = base + fields.size() + 1;
        if (length > LONGEST_RECORD) {
            throw tooLong();
        }
        var head = digits(length, 5)
                + leader.substring(5, 9)
                + "a22"
                + digits(base, 5)
                + leader.substring(17, 20)
                + "4500"
                + directory
                + FIELD_TERMINATOR;
        var record = new ByteArrayOutputStream(length);
        record.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        record.writeBytes(fields.toByteArray());
        record.write(RECORD_TERMINATOR);
        return record.toByteArray();
    }

    private static NotIso2709Exception tooLong() {
        return new NotIso2709Exception("The record takes more than " + LONGEST_RECORD
                + " bytes, for which ISO 2709 has no room. MARCXML has no such limit.");
    }

    private static String digits(int number, int width) {
        var digits = Integer.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }
}

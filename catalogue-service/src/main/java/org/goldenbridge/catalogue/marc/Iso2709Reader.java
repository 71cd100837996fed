package org.goldenbridge.catalogue.marc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.goldenbridge.catalogue.marc.Directory.Slice;
import org.goldenbridge.catalogue.marc.Reading.Unreadable;

/**
 * Reads one ISO 2709 record. What its leader and directory say is checked against the marks in its bytes, and all that
 * stands between the marks is kept: marc4j would keep one of two 001, sort the control fields and leave out text before
 * the first subfield.
 */
final class Iso2709Reader {
    private static final int SHORTEST = Iso2709.LEADER_LENGTH + 1;

    private static final int LONGEST = 99_999;
    private static final int USUAL_DIGITS = 5;
    private static final int MOST_DIGITS = 9;

    private final byte[] bytes;
    private final int end;
    private final int delivered;
    private final Warnings warnings = new Warnings();

    private Iso2709Reader(byte[] bytes, int delivered) {
        this.bytes = bytes;
        this.delivered = delivered;
        this.end = bytes.length > 0 && bytes[bytes.length - 1] == Iso2709.RECORD_TERMINATOR
                ? bytes.length - 1
                : bytes.length;
    }

    static Reading read(byte[] bytes) {
        return new Iso2709Reader(withWholeLeader(bytes), bytes.length).read();
    }

    /**
     * A leader of 24 characters. Some programs leave the record length blank, and blanks before a record are not taken for
     * part of it; others write the length of a record that is too long with more digits than five.
     */
    private static byte[] withWholeLeader(byte[] bytes) {
        if (bytes.length <= SHORTEST) {
            return bytes;
        }
        if (bytes[5] == '2' && bytes[6] == '2' && Character.isLetter(bytes[0])) {
            var whole = new byte[bytes.length + 5];
            Arrays.fill(whole, 0, 5, (byte) '0');
            System.arraycopy(bytes, 0, whole, 5, bytes.length);
            return whole;
        }
        int digits = 0;
        while (digits < MOST_DIGITS && bytes[digits] >= '0' && bytes[digits] <= '9') {
            digits++;
        }
        int more = digits - USUAL_DIGITS; // which were mostly not counted in the length itself
        int length = Directory.number(bytes, 0, digits);
        boolean overflows = more > 0 && length <= bytes.length && length >= bytes.length - more;
        return overflows ? Arrays.copyOfRange(bytes, more, bytes.length) : bytes;
    }

    private Reading read() {
        if (end < SHORTEST) {
            return new Unreadable("The record is too short to be one: it has " + bytes.length + " bytes.");
        }
        int directoryEnd = indexOf(Iso2709.FIELD_TERMINATOR, 0, end);
        if (directoryEnd < 0) {
            return new Unreadable("The record has no directory: nothing in it ends a field.");
        }
        if (directoryEnd < Iso2709.LEADER_LENGTH) {
            return new Unreadable("The record does not begin with a leader of 24 characters.");
        }
        if (directoryEnd + 1 >= end) {
            return new Unreadable("The record has no fields.");
        }
        var fields = new Directory(bytes, directoryEnd, end, warnings).fields();
        if (fields == null) {
            return new Unreadable("The directory does not fit the record: it cannot be told which field is which.");
        }
        return decode(fields, directoryEnd + 1);
    }

    private Reading decode(List<Slice> fields, int base) {
        var leader = new String(bytes, 0, Iso2709.LEADER_LENGTH, StandardCharsets.ISO_8859_1);
        if (delivered > LONGEST) {
            warnings.add("The record has " + delivered + " bytes, for which ISO 2709 has no room.");
        } else if (Directory.number(bytes, 0, 5) != delivered) {
            warnings.add("The leader says " + Text.shown(leader.substring(0, 5)) + " for the length; the record has "
                    + delivered + " bytes.");
        }
        var claim = Claim.of(leader, fields, bytes);
        var encoding = EncodingGuess.of(bytes, base, end, claim.encoding());
        claim.compareWith(encoding, warnings);
        var decoder = Decoder.of(encoding, warnings);
        var draft = new Draft(warnings);
        draft.leader(leader);
        boolean plain = leader.charAt(10) == '0' && leader.charAt(11) == '0';
        for (var field : fields) {
            read(field, plain, decoder, draft);
        }
        decoder.finish();
        return Conversion.finish(draft, claim.isUnimarc(), warnings, encoding);
    }

    /** @param plain whether the leader says that fields have neither indicators nor subfields */
    private void read(Slice field, boolean plain, Decoder decoder, Draft draft) {
        int from = field.from();
        int to = field.to();
        if (isControl(field.tag())) {
            draft.control(field.tag(), decoder.decode(bytes, from, to));
            return;
        }
        int delimiter = indexOf(Iso2709.DELIMITER, from, to);
        if (plain && delimiter < 0) {
            draft.control(field.tag(), decoder.decode(bytes, from, to));
            return;
        }
        int text = delimiter < 0 ? to : delimiter;
        int indicators = Math.min(2, text - from);
        if (indicators < 2) {
            warnings.add("Field " + Text.shown(field.tag()) + " has no room for two indicators.");
        }
        var ind1 = indicators > 0 ? latin(from) : " ";
        var ind2 = indicators > 1 ? latin(from + 1) : " ";
        var parts = new ArrayList<Draft.Part>();
        if (text > from + indicators) {
            warnings.add(
                    "Field " + Text.shown(field.tag()) + " has text before its first subfield; it became subfield a.");
            parts.add(new Draft.Part("a", decoder.decode(bytes, from + indicators, text)));
        }
        while (delimiter >= 0 && delimiter < to) {
            int next = indexOf(Iso2709.DELIMITER, delimiter + 1, to);
            int partEnd = next < 0 ? to : next;
            if (partEnd > delimiter + 1) {
                int afterCode = delimiter + 2;
                parts.add(new Draft.Part(latin(delimiter + 1), decoder.decode(bytes, afterCode, partEnd)));
            } else {
                warnings.add(
                        "Field " + Text.shown(field.tag()) + " has an empty subfield without a code; it was left out.");
            }
            delimiter = next;
        }
        draft.data(field.tag(), ind1, ind2, parts);
    }

    private static boolean isControl(String tag) {
        return tag.startsWith("00");
    }

    private String latin(int at) {
        return new String(bytes, at, 1, StandardCharsets.ISO_8859_1);
    }

    private int indexOf(char mark, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == mark) {
                return at;
            }
        }
        return -1;
    }
}

package org.goldenbridge.catalogue.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.goldenbridge.catalogue.marc.Frame;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.marc.MarcXml;

/** What tells one delivered record from another, and a delivery that was seen before from one that is new. */
final class Delivery {
    /** Longer numbers would not fit an index; none is known. */
    private static final int LONGEST_NUMBER = 255;

    private static final String DIGEST = "sha256:";

    private Delivery() {}

    /** The number by which the source knows the record: its 001, or else a digest of what it says. */
    static String sourceRecordId(MarcRecord record) {
        var number = record.control("001").map(String::strip).orElse("");
        return number.isEmpty() || number.length() > LONGEST_NUMBER || isDigest(number)
                ? DIGEST + HexFormat.of().formatHex(sha256().digest(said(record)))
                : number;
    }

    /** Whether the source has no number of its own for the record. */
    static boolean isDigest(String sourceRecordId) {
        return sourceRecordId.startsWith(DIGEST);
    }

    private static byte[] said(MarcRecord record) {
        var lasting = record.controlFields().stream()
                .filter(field -> !field.tag().equals("005"))
                .toList();
        return MarcXml.write(new MarcRecord(record.leader(), lasting, record.dataFields()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Digest of a record's bytes and of all that decides what comes of them.
     *
     * @param import_ the rules by which it is taken
     */
    static byte[] digest(Frame frame, Job import_) {
        var sha256 = sha256();
        sha256.update(import_.terms().getBytes(StandardCharsets.UTF_8));
        sha256.update(frame.bytes());
        return sha256.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}

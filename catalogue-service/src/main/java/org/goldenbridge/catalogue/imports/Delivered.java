package org.goldenbridge.catalogue.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.goldenbridge.catalogue.marc.Frame;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.marc.MarcXml;
import org.goldenbridge.catalogue.marc.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A record as a source delivers it, read.
 *
 * @param sourceRecordId the number by which the source knows it: its 001, or else a digest of what it says
 * @param digest of its bytes and of all else that decides what comes of them, so that what came before is known again
 * @param marc the record, in MARC 21
 * @param original as delivered, when that was UNIMARC
 * @param warnings sentences for a person
 */
@SuppressWarnings("ArrayRecordComponent") // never compared with another one
record Delivered(
        Frame frame,
        String sourceRecordId,
        byte[] digest,
        MarcRecord marc,
        @Nullable MarcRecord original,
        List<String> warnings) {
    /** Longer numbers would not fit an index; none is known. */
    private static final int LONGEST_NUMBER = 255;

    private static final String DIGEST = "sha256:";

    static Delivered of(Frame frame, Reading.Readable reading, Job job) {
        return new Delivered(
                frame,
                sourceRecordId(reading.record()),
                digest(frame, job),
                reading.record(),
                reading.original(),
                reading.warnings());
    }

    /** Bytes of the file before it. */
    long position() {
        return frame.position();
    }

    /** Whether the source has a number of its own for it. */
    boolean isNumbered() {
        return !sourceRecordId.startsWith(DIGEST);
    }

    static byte[] digest(Frame frame, Job job) {
        var sha256 = sha256();
        sha256.update(job.terms().getBytes(StandardCharsets.UTF_8));
        sha256.update(frame.bytes());
        return sha256.digest();
    }

    private static String sourceRecordId(MarcRecord record) {
        var number = record.control("001").map(String::strip).orElse("");
        return number.isEmpty() || number.length() > LONGEST_NUMBER || number.startsWith(DIGEST)
                ? DIGEST + HexFormat.of().formatHex(sha256().digest(said(record)))
                : number;
    }

    /** What it says, without the moment of its last change. */
    private static byte[] said(MarcRecord record) {
        var lasting = record.controlFields().stream()
                .filter(field -> !field.tag().equals("005"))
                .toList();
        return MarcXml.write(new MarcRecord(record.leader(), lasting, record.dataFields()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}

package org.goldenbridge.catalogue.marc;

/**
 * The bytes of one record as they stand in a file, cut out but not yet understood.
 *
 * @param number the record's number in the file, from 1
 * @param position where the record begins: bytes from the beginning of the file
 * @param length how many bytes it takes in the file; more than there are {@code bytes} when the record is over the limit
 * @param bytes the record with its end mark, or the beginning of one that is over the limit
 * @param fault what is wrong with the cut itself
 * @param form what the file is
 */
@SuppressWarnings("ArrayRecordComponent") // a frame is handed on once; it is never compared
public record Frame(long number, long position, long length, byte[] bytes, Fault fault, FileForm form) {
    /** What can be wrong before anything is read. */
    public enum Fault {
        NONE,
        /** The record has no end: the file stops within it, or the next record begins within it. */
        CUT,
        /** The record is longer than the limit; only its beginning is here. */
        TOO_LONG
    }

    /** Where to go on after this record. */
    public MarcFile.Start after() {
        return new MarcFile.Start(position + length, number + 1);
    }
}

package org.goldenbridge.catalogue.marc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading the bytes of one record. */
public sealed interface Reading {

    /**
     * A record that could be read.
     *
     * @param record MARC 21 in Unicode, NFC; always legal for MARC21slim.xsd
     * @param warnings sentences for a person: what was repaired, what was guessed
     * @param encoding how the text was written, decided by its bytes
     * @param original the record as delivered, when it was UNIMARC and {@code record} is what it was converted to
     */
    @SuppressWarnings("JavaLangClash") // always named together with what it is one of
    record Readable(
            MarcRecord record,
            List<String> warnings,
            Encoding encoding,
            @Nullable MarcRecord original) implements Reading {
        public Readable {
            warnings = List.copyOf(warnings);
        }

        /** Whether the source asks for the record to be deleted (leader/05). */
        public boolean isDeletion() {
            return record.isDeletion();
        }
    }

    /**
     * Bytes in which there is no record to be had.
     *
     * @param reason a sentence for a person
     */
    record Unreadable(String reason) implements Reading {}

    /** Reads one record. Answers for any bytes: what cannot be read is {@link Unreadable}, nothing is thrown. */
    static Reading of(Frame frame) {
        try {
            return switch (frame.fault()) {
                case TOO_LONG -> new Unreadable("The record is too long: it takes " + frame.length() + " bytes.");
                case CUT ->
                    new Unreadable(
                            "The record has no end: the file was cut off within it, or the next record begins within it.");
                case NONE ->
                    frame.form().format() == FileForm.Format.ISO_2709
                            ? Iso2709Reader.read(frame.bytes())
                            : MarcXmlReader.read(frame.bytes(), frame.form().encoding());
            };
        } catch (RuntimeException e) { // a fault of ours; the other records of a file must not wait for its repair
            var where = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
            return new Unreadable(UNFORESEEN + ": " + e.getClass().getSimpleName() + where + ".");
        }
    }

    /** How the reason begins when reading itself failed. */
    String UNFORESEEN = "The record could not be read, for a reason that nobody foresaw";
}

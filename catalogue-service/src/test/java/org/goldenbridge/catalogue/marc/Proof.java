package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What must hold for every file, whatever is in it: each record is read or refused with a reason, and one that is read is one
 * that the catalogue can keep, show and give on. Every fuzzer asks this.
 *
 * @param readable how many records of the file could be read
 * @param unreadable how many could not
 */
record Proof(int readable, int unreadable) {
    /** Short, so that small files reach it. */
    private static final int LIMIT = 20_000;

    private static final Pattern LEADER = Pattern.compile(
            "[\\d ]{5}[\\dA-Za-z ][\\dA-Za-z][\\dA-Za-z ]{3}(2| )(2| )[\\d ]{5}[\\dA-Za-z ]{3}(4500|    )");
    private static final Pattern CONTROL_TAG = Pattern.compile("00[1-9A-Za-z]");
    private static final Pattern DATA_TAG =
            Pattern.compile("(0([1-9A-Z][0-9A-Z])|0([1-9a-z][0-9a-z]))|(([1-9A-Z][0-9A-Z]{2})|([1-9a-z][0-9a-z]{2}))");
    private static final Pattern INDICATOR = Pattern.compile("[\\da-z ]");
    private static final Pattern CODE = Pattern.compile("[\\dA-Za-z!\"#$%&'()*+,-./:;<=>?{}_^`~\\[\\]\\\\]");

    /** Every frame is read or refused; the frames and what may stand between them are the whole file. */
    static Proof of(byte[] file, FileForm form) {
        var frames = Raw.frames(file, form, LIMIT);
        int readable = 0;
        long reached = 0;
        for (var frame : frames) {
            assertTrue(frame.position() >= reached, "Frames overlap");
            if (form.format() == FileForm.Format.ISO_2709) {
                assertOnlyBlanks(file, reached, frame.position());
            }
            reached = frame.position() + frame.length();
            readable += check(Reading.of(frame)) ? 1 : 0;
        }
        if (form.format() == FileForm.Format.ISO_2709) {
            assertOnlyBlanks(file, reached, file.length);
        }
        assertTrue(reached <= file.length, "Frames go beyond the file");
        if (frames.size() > 1) {
            assertGoesOnBehind(frames.size() / 2, frames, file, form);
        }
        return new Proof(readable, frames.size() - readable);
    }

    /** A file that is opened again behind a record gives the same records as reading on. */
    private static void assertGoesOnBehind(int nth, List<Frame> frames, byte[] file, FileForm form) {
        var rest = Raw.framesFrom(file, form, frames.get(nth - 1).after(), LIMIT);
        assertEquals(frames.size() - nth, rest.size(), "Records behind record " + nth);
        for (int at = 0; at < rest.size(); at++) {
            var expected = frames.get(nth + at);
            assertEquals(expected.number(), rest.get(at).number());
            assertEquals(expected.position(), rest.get(at).position());
            assertEquals(expected.length(), rest.get(at).length());
            assertArrayEquals(expected.bytes(), rest.get(at).bytes());
        }
    }

    private static void assertOnlyBlanks(byte[] file, long from, long to) {
        for (long at = from; at < to; at++) {
            assertTrue(
                    "\r\n \t\0\u001A\u00EF\u00BB\u00BF".indexOf(file[(int) at] & 0xFF) >= 0,
                    "A byte is in no frame: " + at);
        }
    }

    /** Whether it was read. */
    private static boolean check(Reading reading) {
        if (reading instanceof Reading.Unreadable refused) {
            assertTrue(refused.reason().endsWith("."), refused.reason());
            assertTrue(!refused.reason().startsWith(Reading.UNFORESEEN), refused.reason());
            return false;
        }
        var read = (Reading.Readable) reading;
        checkRecord(read.record());
        if (read.original() != null) {
            checkAgainstSchema(read.original()); // as ISO 2709 it would be read as UNIMARC again
        }
        read.warnings().forEach(warning -> assertTrue(warning.chars().noneMatch(Character::isISOControl), warning));
        Description.of(read.record());
        Matching.keys(read.record());
        Terms.of(read.record()).forEach(term -> assertTrue(!term.isBlank()));
        DublinCore.of(read.record())
                .forEach(element -> assertTrue(!element.value().isBlank()));
        return true;
    }

    /** What the catalogue would keep comes back as it went in. */
    private static void checkRecord(MarcRecord record) {
        checkAgainstSchema(record);
        try {
            assertEquals(
                    record,
                    Raw.readable(Iso2709Reader.read(Iso2709.write(record))).record());
        } catch (NotIso2709Exception tooLong) {
            assertTrue(tooLong.getMessage().contains("bytes"), tooLong.getMessage());
        }
    }

    /** It satisfies MARC21slim.xsd and XML 1.0. */
    private static void checkAgainstSchema(MarcRecord record) {
        assertMatches(LEADER, record.leader());
        record.controlFields().forEach(field -> {
            assertMatches(CONTROL_TAG, field.tag());
            assertClean(field.value());
        });
        record.dataFields().forEach(field -> {
            assertMatches(DATA_TAG, field.tag());
            assertMatches(INDICATOR, String.valueOf(field.ind1()));
            assertMatches(INDICATOR, String.valueOf(field.ind2()));
            assertTrue(!field.subfields().isEmpty(), "A field without subfields");
            field.subfields().forEach(part -> {
                assertMatches(CODE, String.valueOf(part.code()));
                assertClean(part.value());
            });
        });
        assertEquals(record, MarcXml.read(MarcXml.write(record)));
    }

    private static void assertMatches(Pattern pattern, String text) {
        assertTrue(pattern.matcher(text).matches(), text + " is not " + pattern);
    }

    private static void assertClean(String text) {
        assertTrue(
                text.codePoints()
                        .allMatch(character -> MarcXml.isLegal(character) && !Character.isISOControl(character)),
                text);
        assertTrue(Normalizer.isNormalized(text, Normalizer.Form.NFC), text);
    }
}

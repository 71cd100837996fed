package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.goldenbridge.catalogue.marc.Frame.Fault;
import org.junit.jupiter.api.Test;

class FramingTest {
    private static final FileForm ISO_2709 = new FileForm(FileForm.Format.ISO_2709, null);
    private static final FileForm MARCXML = new FileForm(FileForm.Format.MARCXML, Encoding.UTF_8);

    private static byte[] record(String id) {
        return Raw.utf8().control("001", id).data("245", "00", "a", "Абай жолы").record();
    }

    @Test
    void cutsAtTheRecordTerminatorAndSkipsWhatStandsBetween() {
        var first = record("1");
        var second = record("2");
        var file = Raw.join(first, Raw.bytes("\r\n\0 \u001A"), second, Raw.bytes("\n"));

        var frames = Raw.frames(file);

        assertEquals(2, frames.size());
        assertArrayEquals(first, frames.get(0).bytes());
        assertArrayEquals(second, frames.get(1).bytes());
        assertEquals(List.of(1L, 2L), frames.stream().map(Frame::number).toList());
        assertEquals(first.length + 5, frames.get(1).position());
    }

    @Test
    void doesNotTrustTheLengthThatALeaderClaims() {
        var lying = Raw.utf8().claiming(99_999).control("001", "1").record();
        var frames = Raw.frames(Raw.join(lying, record("2")));

        assertEquals(2, frames.size());
        assertArrayEquals(record("2"), frames.get(1).bytes());
    }

    @Test
    void saysWhenTheFileEndsWithinARecord() {
        var file = Raw.join(record("1"), record("2"));
        var frames = Raw.frames(java.util.Arrays.copyOf(file, file.length - 20));

        assertEquals(
                List.of(Fault.NONE, Fault.CUT),
                frames.stream().map(Frame::fault).toList());
        assertTrue(Raw.reason(Reading.of(frames.get(1))).contains("cut off"));
    }

    @Test
    void keepsTheBeginningOfARecordOverTheLimitAndGoesOnAfterIt() {
        var long1 = Raw.join(Raw.repeat("x", 300_000), new byte[] {0x1D});
        var frames = Raw.frames(Raw.join(record("1"), long1, record("3")), ISO_2709, 200_000);

        assertEquals(
                List.of(Fault.NONE, Fault.TOO_LONG, Fault.NONE),
                frames.stream().map(Frame::fault).toList());
        assertEquals(64 << 10, frames.get(1).bytes().length);
        assertEquals(300_001, frames.get(1).length());
        assertArrayEquals(record("3"), frames.get(2).bytes());
        assertTrue(Raw.reason(Reading.of(frames.get(1))).contains("300001 bytes"));
    }

    /** A stream without end until somebody reads too far: memory stays what one record needs. */
    @Test
    void readsARecordOfGigabytesInTheHeapOfOne() throws IOException {
        long announced = 1L << 31;
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                throw new AssertionError("Read byte by byte");
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (given >= announced) {
                    return -1;
                }
                int count = (int) Math.min(length, announced - given);
                java.util.Arrays.fill(target, offset, offset + count, (byte) 'x');
                given += count;
                return count;
            }
        };
        var frame = MarcFile.open(endless, ISO_2709, MarcFile.Start.BEGINNING, 1 << 20)
                .next();

        assertEquals(announced, frame.length());
        assertEquals(Fault.TOO_LONG, frame.fault());
    }

    @Test
    void cutsRecordsOfAnyPrefix() {
        var file = "<marc:collection xmlns:marc='http://www.loc.gov/MARC21/slim'>\n<marc:record type='Bibliographic'>"
                + "<marc:leader/></marc:record><record/>\n<records><x:record\n a='>'>1</x:record></records></marc:collection>";
        var frames = Raw.frames(Raw.bytes(file));

        assertEquals(3, frames.size());
        assertEquals(
                "<marc:record type='Bibliographic'><marc:leader/></marc:record>",
                new String(frames.get(0).bytes(), StandardCharsets.UTF_8));
        assertEquals("<record/>", new String(frames.get(1).bytes(), StandardCharsets.UTF_8));
        assertEquals("<x:record\n a='>'>1</x:record>", new String(frames.get(2).bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void takesNoTagForOneInCommentsSectionsInstructionsAndDocumentTypes() {
        var file =
                "<!DOCTYPE c [<!ENTITY e \"<record>]>\"><!-- ' <record> --><?x <record> ?>]><c><!-- <record> -- > -->"
                        + "<?x </record> <record>?><![CDATA[<record>]] >]]><record><![CDATA[</record>]]]]><!----></record></c>";
        var frames = Raw.frames(Raw.bytes(file), MARCXML, 1_000);

        assertEquals(1, frames.size());
        assertEquals(
                "<record><![CDATA[</record>]]]]><!----></record>",
                new String(frames.get(0).bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void leavesOutTheEnvelopesOfOaiAndSru() {
        var marc = "<marc:record><marc:leader/></marc:record>";
        var file = "<OAI-PMH><ListRecords><record><header/><metadata>" + marc + "</metadata></record><record><header/>"
                + "<metadata>" + marc + "</metadata></record></ListRecords></OAI-PMH>";
        var frames = Raw.frames(Raw.bytes(file));

        assertEquals(2, frames.size());
        frames.forEach(frame -> assertEquals(marc, new String(frame.bytes(), StandardCharsets.UTF_8)));
    }

    @Test
    void endsARecordThatIsNeverClosedWhereTheNextBegins() {
        var file = "<c><record><leader>1</leader><record><leader>2</leader></record></c>";
        var frames = Raw.frames(Raw.bytes(file));

        assertEquals(
                List.of(Fault.CUT, Fault.NONE),
                frames.stream().map(Frame::fault).toList());
        assertEquals("<record><leader>1</leader>", new String(frames.get(0).bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void goesOnAfterATagThatIsNotClosed() {
        var file = "<c><record a=\"1><leader>1</leader></record><record><leader>2</leader></record></c>";

        assertEquals(2, Raw.frames(Raw.bytes(file)).size());
    }

    @Test
    void goesOnAfterAnXmlRecordOverTheLimitThatHidesItsEnd() {
        var file = "<c><record><!-- " + "x".repeat(5_000) + "</record><record><leader>2</leader></record></c>";
        var frames = Raw.frames(Raw.bytes(file), MARCXML, 1_000);

        assertEquals(
                List.of(Fault.TOO_LONG, Fault.NONE),
                frames.stream().map(Frame::fault).toList());
        assertEquals(
                "<record><leader>2</leader></record>", new String(frames.get(1).bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void countsTheBytesOfTheFileInUtf16() {
        var text =
                "\uFEFF<c><record><leader>Қазақ</leader></record>\u3C00>\u3C3C<record><leader>2</leader></record></c>";
        for (var form : List.of(Encoding.UTF_16BE, Encoding.UTF_16LE)) {
            var file = text.getBytes(form.charset());
            var frames = Raw.frames(file);

            assertEquals(2, frames.size());
            for (var frame : frames) {
                assertEquals(
                        new String(frame.bytes(), form.charset()),
                        new String(file, (int) frame.position(), (int) frame.length(), form.charset()));
            }
            assertEquals(
                    "<record><leader>Қазақ</leader></record>",
                    new String(frames.get(0).bytes(), form.charset()));
        }
    }

    /** Whatever a file is made of: who goes on after any frame gets what who read on got. */
    @Test
    void goesOnFromAnywhereAsIfItHadNeverStopped() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        int resumed = 0;
        for (int round = 0; round < 400; round++) {
            boolean isXml = round % 2 == 0;
            var form = !isXml
                    ? ISO_2709
                    : new FileForm(
                            FileForm.Format.MARCXML,
                            List.of(Encoding.UTF_8, Encoding.UTF_16LE, Encoding.UTF_16BE)
                                    .get(random.nextInt(3)));
            var file = isXml ? xmlFile(random).getBytes(form.encoding().charset()) : isoFile(random);
            int limit = 100 + random.nextInt(2_000);
            var all = Raw.frames(file, form, limit);
            for (int nth = 0; nth < all.size(); nth++) {
                var frame = all.get(nth);
                assertSame(all.subList(nth + 1, all.size()), Raw.framesFrom(file, form, frame.after(), limit), seed);
                var start = new MarcFile.Start(frame.position(), frame.number());
                assertSame(all.subList(nth, all.size()), Raw.framesFrom(file, form, start, limit), seed);
                resumed++;
            }
        }
        assertTrue(resumed > 1_000, "Only " + resumed + " frames were resumed at; seed " + seed);
    }

    private static void assertSame(List<Frame> expected, List<Frame> actual, long seed) {
        assertEquals(
                expected.stream().map(FramingTest::shown).toList(),
                actual.stream().map(FramingTest::shown).toList(),
                "seed " + seed);
    }

    private static String shown(Frame frame) {
        return frame.number() + "@" + frame.position() + "+" + frame.length() + " " + frame.fault() + " "
                + new String(frame.bytes(), StandardCharsets.ISO_8859_1);
    }

    private static String xmlFile(Random random) {
        var parts = List.of(
                "<record>",
                "</record>",
                "<m:record a='>'>",
                "</m:record>",
                "<leader>",
                "</leader>",
                "<record/>",
                "<!-- ",
                " -->",
                "<![CDATA[",
                "]]>",
                "<?x ",
                "?>",
                "\"",
                "<a b=\"",
                "текст 文",
                "x".repeat(300),
                "<record",
                ">",
                "<!DOCTYPE a [",
                "]>",
                "<",
                "--",
                "]");
        var file = new StringBuilder("<c>");
        for (int nth = random.nextInt(40); nth > 0; nth--) {
            file.append(parts.get(random.nextInt(parts.size())));
        }
        return file.toString();
    }

    private static byte[] isoFile(Random random) {
        var file = new StringBuilder();
        for (int nth = random.nextInt(30); nth > 0; nth--) {
            file.append(
                    switch (random.nextInt(6)) {
                        case 0 -> "\u001D";
                        case 1 -> "\r\n";
                        case 2 -> "\u001E\u001F";
                        case 3 -> "00026nam a2200025 a 4500\u001E\u001D";
                        case 4 -> "y".repeat(random.nextInt(900));
                        default -> "\0 ";
                    });
        }
        return Raw.bytes(file.toString());
    }
}

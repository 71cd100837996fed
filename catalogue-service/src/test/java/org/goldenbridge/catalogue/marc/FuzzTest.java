package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Sends what nobody would think of: records with bytes changed, cut, doubled and mixed, for {@code -Dfuzz.seconds} seconds each
 * (5 if not said). {@code -Dseed} runs the same again.
 */
class FuzzTest {
    private static final Pattern LEADER = Pattern.compile(
            "[\\d ]{5}[\\dA-Za-z ][\\dA-Za-z][\\dA-Za-z ]{3}(2| )(2| )[\\d ]{5}[\\dA-Za-z ]{3}(4500|    )");
    private static final Pattern CONTROL_TAG = Pattern.compile("00[1-9A-Za-z]");
    private static final Pattern DATA_TAG =
            Pattern.compile("(0([1-9A-Z][0-9A-Z])|0([1-9a-z][0-9a-z]))|(([1-9A-Z][0-9A-Z]{2})|([1-9a-z][0-9a-z]{2}))");
    private static final Pattern INDICATOR = Pattern.compile("[\\da-z ]");
    private static final Pattern CODE = Pattern.compile("[\\dA-Za-z!\"#$%&'()*+,-./:;<=>?{}_^`~\\[\\]\\\\]");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final long end = System.nanoTime()
            + Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 5)).toNanos();
    private int files;
    private int readable;
    private int unreadable;

    @Test
    void iso2709() {
        var form = new FileForm(FileForm.Format.ISO_2709, null);
        var seeds = seeds();
        while (System.nanoTime() < end) {
            var file = mutated(
                    seeds.get(random.nextInt(seeds.size())),
                    List.of(
                            "\u001D",
                            "\u001E",
                            "\u001F",
                            "\u001B(N",
                            "\u001B$1",
                            "\0",
                            "00026",
                            "\u00E2",
                            "\u00C3",
                            "&#x"));
            check(file, form);
        }
        report("ISO 2709");
    }

    @Test
    void marcXml() {
        var seeds = new ArrayList<byte[]>();
        for (var seed : seeds()) {
            var xml = new StringBuilder("<?xml version=\"1.0\"?><collection>");
            for (var frame : Raw.frames(seed, new FileForm(FileForm.Format.ISO_2709, null), MarcFile.DEFAULT_LIMIT)) {
                if (Reading.of(frame) instanceof Reading.Readable read) {
                    xml.append(MarcXml.write(read.record())).append('\n');
                }
            }
            seeds.add(xml.append("</collection>").toString().getBytes(StandardCharsets.UTF_8));
        }
        var encodings = List.of(
                Encoding.UTF_8,
                Encoding.UTF_8,
                Encoding.UTF_16BE,
                Encoding.UTF_16LE,
                Encoding.WINDOWS_1251,
                Encoding.KZ_1048,
                Encoding.GB18030);
        while (System.nanoTime() < end) {
            var encoding = encodings.get(random.nextInt(encodings.size()));
            var file = mutated(
                    seeds.get(random.nextInt(seeds.size())),
                    List.of(
                            "<record>",
                            "</record>",
                            "<!--",
                            "-->",
                            "<![CDATA[",
                            "]]>",
                            "&#1;",
                            "&#xD800;",
                            "&lt;",
                            "&x;",
                            "<!DOCTYPE a [",
                            "]>",
                            "\"",
                            "<datafield tag=\"001\">",
                            "<leader>",
                            "\u0001",
                            "<subfield>",
                            "ind1='€'"));
            check(file, new FileForm(FileForm.Format.MARCXML, encoding));
        }
        report("MARCXML");
    }

    /** Every frame is read or refused; the frames and what may stand between them are the whole file. */
    private void check(byte[] file, FileForm form) {
        files++;
        try {
            var frames = Raw.frames(file, form, 20_000);
            long reached = 0;
            for (var frame : frames) {
                assertTrue(frame.position() >= reached, "Frames overlap");
                if (form.format() == FileForm.Format.ISO_2709) {
                    assertOnlyBlanks(file, reached, frame.position());
                }
                reached = frame.position() + frame.length();
                check(Reading.of(frame));
            }
            if (form.format() == FileForm.Format.ISO_2709) {
                assertOnlyBlanks(file, reached, file.length);
            }
            assertTrue(reached <= file.length, "Frames go beyond the file");
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "Seed " + seed + ", file " + files + ": " + new String(file, StandardCharsets.ISO_8859_1), e);
        }
    }

    private static void assertOnlyBlanks(byte[] file, long from, long to) {
        for (long at = from; at < to; at++) {
            assertTrue(
                    "\r\n \t\0\u001A\u00EF\u00BB\u00BF".indexOf(file[(int) at] & 0xFF) >= 0,
                    "A byte is in no frame: " + at);
        }
    }

    private void check(Reading reading) {
        if (reading instanceof Reading.Unreadable refused) {
            unreadable++;
            assertTrue(refused.reason().endsWith("."), refused.reason());
            assertTrue(!refused.reason().startsWith(Reading.UNFORESEEN), refused.reason());
            return;
        }
        readable++;
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

    private byte[] mutated(byte[] seed, List<String> pieces) {
        var bytes = seed.clone();
        for (int times = random.nextInt(8); times >= 0; times--) {
            int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, random.nextInt(40));
            bytes = switch (random.nextInt(7)) {
                case 0 -> replaced(bytes, at, 0, Raw.bytes(pieces.get(random.nextInt(pieces.size()))));
                case 1 -> replaced(bytes, at, length, new byte[0]);
                case 2 -> Arrays.copyOf(bytes, at);
                case 3 -> replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
                case 4 -> replaced(bytes, at, Math.min(1, length), new byte[] {(byte) random.nextInt(256)});
                case 5 -> {
                    var noise = new byte[length];
                    random.nextBytes(noise);
                    yield replaced(bytes, at, length, noise);
                }
                default -> replaced(bytes, at, Math.min(1, length), Raw.bytes(String.valueOf(random.nextInt(10))));
            };
        }
        return bytes;
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        return Raw.join(Arrays.copyOf(bytes, at), by, Arrays.copyOfRange(bytes, at + length, bytes.length));
    }

    /** Records of every kind that the other tests build. */
    private static List<byte[]> seeds() {
        var random = new Random(1);
        var marc8 = Raw.in("ISO-8859-1")
                .data("245", "00", "a", "Soci\u00E2et\u00E2e \u001B(NaBAJ\u001B(B \u001B$1'Od'R{\u001B(B &#x8ECA;")
                .record();
        var cyrillic = Raw.in("windows-1251")
                .data("245", "00", "a", "Путь Абая : роман")
                .record();
        var dos = Raw.in("IBM866")
                .leader("000000000000000000004500")
                .control("021", "Автоматизация")
                .record();
        var chinese = Raw.in("GB18030").data("245", "00", "a", "红楼梦").record();
        var latin = Raw.in("ISO-8859-1").data("245", "00", "a", "Société d'été").record();
        var unimarc = Raw.utf8()
                .leader("00000cam  22000003  450 ")
                .data("100", "  ", "a", "20260115d1958    m  y0frey50      ba")
                .data("101", "1 ", "a", "fre", "c", "rus")
                .data("200", "1 ", "6", "a01", "a", "\u0098La \u009Cjeunesse", "e", "roman", "f", "Aouézov", "9", "x")
                .data("200", "1 ", "6", "a01", "a", "Юность")
                .data("210", "  ", "a", "Paris", "c", "Gallimard", "d", "1958")
                .data("454", " 1", "1", "001FRBNF99", "1", "2001 ", "a", "Abai")
                .data("606", "  ", "a", "Poètes", "x", "Vie", "2", "rameau")
                .data("700", " 1", "a", "Auezov", "b", "Muhtar", "f", "1897-1961", "4", "070")
                .data("710", "12", "a", "Congrès", "d", "3", "e", "Paris")
                .record();
        var seeds = new ArrayList<byte[]>(List.of(marc8, cyrillic, dos, chinese, latin, unimarc));
        try {
            for (int nth = 0; nth < 6; nth++) {
                seeds.add(Iso2709.write(Iso2709Test.anyRecord(random)));
            }
            seeds.add(Iso2709.write(DescriptionTest.ABAI));
        } catch (NotIso2709Exception e) {
            throw new AssertionError(e);
        }
        seeds.add(Raw.join(seeds.toArray(byte[][]::new)));
        return seeds;
    }

    private void report(String what) {
        System.out.println("Fuzzing of " + what + ": " + files + " files, " + readable + " records read, " + unreadable
                + " refused; seed " + seed);
        assertTrue(files > 100 && readable > 100 && unreadable > 10, "The fuzzing hardly fuzzed");
    }
}

package org.goldenbridge.event.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.goldenbridge.event.calendar.ContentLines.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLinesTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int TRIES = 2_000;

    /** What texts are made of: what folds, escapes, breaks lines and begins them, in several scripts and lengths of UTF-8. */
    private static final String[] PIECES = {
        "a",
        "Dombra",
        " ",
        "  ",
        "\t",
        "é",
        "домбыра",
        "冬不拉",
        "دمبرا",
        "🎻",
        "👩‍🎤",
        "ә",
        "e\u0301",
        "\\",
        "\\n",
        ";",
        ",",
        ":",
        "\"",
        "^",
        "^n",
        "=",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\u2028",
        "\u2029",
        "\u0085",
        "\u000B",
        "\f",
        "\u0000",
        "\u0007",
        "\u001B",
        "\u007F",
        "\uFEFF",
        "\u202E",
        "BEGIN:VEVENT",
        "\r\nATTENDEE:mailto:x@example.org",
        "\nEND:VCALENDAR"
    };

    private static String written(String text) {
        return new String(new ContentLines().text("SUMMARY", text).bytes(), StandardCharsets.UTF_8);
    }

    private static String unfolded(String lines) {
        return lines.replace("\r\n ", "");
    }

    @Test
    void escapesWhatHasAMeaningInATextAndNothingElse() {
        assertEquals("SUMMARY:a\\;b\\,c\\\\d:e\"f\\n g\\n\\nh\\ni\r\n", written("a;b,c\\d:e\"f\n g\r\n\nh\u2028i"));
    }

    @Test
    void foldsAfterSeventyFiveOctetsAndNotWithinACharacter() {
        assertEquals("SUMMARY:" + "a".repeat(67) + "\r\n", written("a".repeat(67)));
        assertEquals("SUMMARY:" + "a".repeat(67) + "\r\n a\r\n", written("a".repeat(68)));
        assertEquals("SUMMARY:" + "a".repeat(66) + "\r\n é\r\n", written("a".repeat(66) + "é"));
        assertEquals("SUMMARY:" + "a".repeat(64) + "\r\n 🎻\r\n", written("a".repeat(64) + "🎻"));
        assertEquals(
                "SUMMARY:" + "a".repeat(67) + "\r\n " + "a".repeat(74) + "\r\n a\r\n", written("a".repeat(67 + 75)));
    }

    @Test
    void quotesAParameterWhereItMust() {
        assertEquals("X;TZID=Asia/Almaty:1\r\n", parameter("Asia/Almaty"));
        assertEquals("X;TZID=\"+08:00\":1\r\n", parameter("+08:00"));
        assertEquals("X;TZID=\"a;b,c\":1\r\n", parameter("a;b,c"));
        assertEquals("X;TZID=say ^'no^' ^^ ^n^n.:1\r\n", parameter("say \"no\" ^ \r\n\n."));
    }

    private static String parameter(String value) {
        return new String(
                new ContentLines().value("X", "1", new Parameter("TZID", value)).bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nATTENDEE:mailto:x@example.org",
                "a\nEND:VEVENT\nBEGIN:VALARM",
                "a\rBEGIN:VEVENT",
                "a\u0085END:VEVENT",
                "a\u2028END:VEVENT",
                "a\u000B\f\u0000END:VEVENT"
            })
    void nothingInAValueOrAParameterBeginsALine(String attack) {
        var value = new String(new ContentLines().value("URL", attack).bytes(), StandardCharsets.UTF_8);
        for (var line : new String[] {written(attack), parameter(attack), value}) {
            assertEquals(1, line.lines().count(), line);
            assertTrue(line.endsWith("\r\n") && line.trim().chars().noneMatch(Character::isISOControl), line);
        }
    }

    @Test
    void whateverTextIsWrittenIsReadByAnother() throws IOException, ParserException {
        System.out.println("ContentLinesTest: -Dseed=" + SEED);
        var random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            var text = new StringBuilder();
            for (int pieces = random.nextInt(60); pieces >= 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertEquals("SUMMARY:" + plain(text.toString()) + "\r\n", read(written(text.toString())));
            // Another reader drops what stands at the ends of a value, and takes an escaped backslash for one that
            // escapes.
            assertIsReadAsWritten("[" + text.toString().replace('\\', '/') + "]");
        }
    }

    /** As the standard says that lines are unfolded and texts are read (3.1, 3.3.11). */
    private static String read(String line) {
        return Pattern.compile("\\\\([\\\\;,nN])")
                .matcher(unfolded(line))
                .replaceAll(escaped ->
                        Matcher.quoteReplacement(escaped.group(1).equalsIgnoreCase("n") ? "\n" : escaped.group(1)));
    }

    private static void assertIsReadAsWritten(String text) throws IOException, ParserException {
        var lines = new ContentLines()
                .begin("VCALENDAR")
                .begin("VEVENT")
                .text("SUMMARY", text, new Parameter("X-ALSO", text))
                .value("UID", "1")
                .end("VEVENT")
                .end("VCALENDAR");
        var written = new String(lines.bytes(), StandardCharsets.UTF_8);
        for (var line : written.split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertFalse(line.contains("\uFFFD"), "a character was cut: " + line);
        }
        assertEquals(6, unfolded(written).lines().count(), written);
        var calendar = new CalendarBuilder().build(new StringReader(written));
        assertEquals(1, calendar.getComponents().size());
        var event = (VEvent) calendar.getComponents().get(0);
        assertEquals(2, event.getProperties().size());
        var summary = event.getRequiredProperty(Property.SUMMARY);
        assertEquals(plain(text), summary.getValue());
    }

    /** What is left of a text: its line breaks are one of a kind, and no other control characters. */
    private static String plain(String text) {
        return text.replaceAll("\r\n|[\r\u000B\f\u0085\u2028\u2029]", "\n")
                .replaceAll("[\u0000-\u0008\u000E-\u001F\u007F]", "");
    }
}

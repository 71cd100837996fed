package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    private static final String IN_1251 = "ЌЋќћЎўЈҐЄЇґєјЅѕї";
    private static final String IN_KZ = "ҚҺқһҰұӘӨҒҮөғәҢңү";

    private static Reading.Readable read(Charset charset, String title, String note) {
        return Raw.readable(Raw.in(charset.name())
                .leader("00000nam a2200000   4500")
                .data("245", "00", "a", title)
                .data("500", "  ", "a", note)
                .reading());
    }

    private static String title(Reading.Readable reading) {
        return reading.record().field("245").flatMap(field -> field.first('a')).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"windows-1251, WINDOWS_1251", "IBM866, CP866", "KOI8-R, KOI8_R", "ISO-8859-5, ISO_8859_5"})
    void tellsTheCyrillicCodePagesApart(String charset, Encoding expected) {
        for (var title : List.of(
                "Путь Абая",
                "Казахстан : история и культура",
                "МОСКВА И МОСКВИЧИ",
                "Преступление и наказание : роман в шести частях с эпилогом",
                "Ёжик в тумане",
                "Щедрин М. Е. Избранное / ред. В. Ю. Эфрос")) {
            var reading = read(Charset.forName(charset), title, "Всего");

            assertEquals(expected, reading.encoding(), title);
            assertEquals(title, title(reading));
            assertTrue(
                    reading.warnings().get(0).contains("says that the text is UTF-8"),
                    reading.warnings().toString());
            assertTrue(
                    reading.warnings().get(0).contains(expected.label()),
                    reading.warnings().toString());
        }
    }

    @Test
    void readsTheKazakhCodePage() {
        var title = "Қазақ халқының тарихы мен мәдениеті : Әуезов, Ғабит, Үкілі Ыбырай, Өмір өткелдері";
        var bytes = new StringBuilder();
        title.chars()
                .forEach(letter -> bytes.append(
                        IN_KZ.indexOf(letter) >= 0 ? IN_1251.charAt(IN_KZ.indexOf(letter)) : (char) letter));
        var reading = read(Charset.forName("windows-1251"), bytes.toString(), "Алматы");

        assertEquals(Encoding.KZ_1048, reading.encoding());
        assertEquals(title, title(reading));
    }

    @Test
    void readsChineseOfTheMainland() {
        for (var title : List.of("红楼梦", "中国现代文学史", "哈萨克斯坦 / 阿拜著")) {
            var reading = read(Charset.forName("GB18030"), title, "北京：人民文学出版社，1982");

            assertEquals(Encoding.GB18030, reading.encoding());
            assertEquals(title, title(reading));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Société de géographie",
                "Über die Möglichkeit",
                "Élégie à la mémoire",
                "À la recherche du temps perdu",
                "El niño y la montaña",
                "Ça ira"
            })
    void readsWesternEuropeanTextOfOneByte(String title) {
        var reading = read(StandardCharsets.ISO_8859_1, title, "Note");

        assertEquals(Encoding.ISO_8859_1, reading.encoding());
        assertEquals(title, title(reading));
    }

    @Test
    void readsTheQuotesAndDashesOfWindows() {
        var reading = read(Charset.forName("windows-1252"), "L’été – un récit", "Note");

        assertEquals(Encoding.WINDOWS_1252, reading.encoding());
        assertEquals("L’été – un récit", title(reading));
    }

    @Test
    void readsUtf8WhateverTheLeaderSays() {
        var reading =
                Raw.readable(Raw.in("UTF-8").data("245", "00", "a", "Société").reading());

        assertEquals(Encoding.UTF_8, reading.encoding());
        assertEquals("Société", title(reading));
        assertEquals(
                List.of("The leader says that the text is MARC-8; by its bytes it is UTF-8, and was read as that."),
                reading.warnings());
    }

    @Test
    void keepsUtf8WithAFewBrokenBytesAndCountsThem() {
        var broken = Raw.join("00\u001FaАбай жолы ".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xC3, '('});
        var reading = Raw.readable(Raw.utf8().bytes("245", broken).reading());

        assertEquals(Encoding.UTF_8, reading.encoding());
        assertEquals("Абай жолы \uFFFD(", title(reading));
        assertEquals(
                List.of("1 character could not be decoded; U+FFFD stands in the place of each."), reading.warnings());
    }

    @Test
    void doesNotCountTheReplacementsOfOthers() {
        assertEquals(
                List.of(),
                Raw.readable(Raw.utf8().data("245", "00", "a", "Абай\uFFFD").reading())
                        .warnings());
    }

    @Test
    void composesLettersAndTheirMarks() {
        var reading = Raw.readable(
                Raw.utf8().data("245", "00", "a", "cafe\u0301 и\u0306").reading());

        assertEquals("caf\u00E9 \u0439", title(reading));
    }

    /** What stands on both sides of a mark for sorting composes when the mark goes. */
    @Test
    void composesWhatMarksForSortingKeptApart() {
        assertEquals(
                "\u00E1b",
                title(Raw.readable(Raw.utf8()
                        .data("245", "00", "a", "a\u0098\u0301b\u009C")
                        .reading())));
    }

    @Test
    void keepsTheMarksOfDirection() {
        var title = "\u200Fنقدى براى تمام فصول :\u200F";

        assertEquals(
                title,
                title(Raw.readable(Raw.utf8().data("245", "00", "a", title).reading())));
    }

    // MARC-8

    private static Reading.Readable marc8(String latin) {
        return Raw.readable(Raw.in("ISO-8859-1").data("245", "00", "a", latin).reading());
    }

    @Test
    void readsTheDiacriticsOfMarc8BeforeTheirLetters() {
        var reading = marc8("Soci\u00E2et\u00E2e g\u00E2en\u00E2erale");

        assertEquals(Encoding.MARC_8, reading.encoding());
        assertEquals("Société générale", title(reading));
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void readsRomanisedRussianInMarc8() {
        assertEquals("Istorii\u0361a Sol\u02B9", title(marc8("Istori\u00EBi\u00ECa Sol\u00A7")));
    }

    @Test
    void readsCyrillicGreekAndChineseInMarc8() {
        assertEquals("Абай", title(marc8("\u001B(NaBAJ\u001B(B")));
        assertEquals("窃听风云 = x", title(marc8("\u001B$1'Od'R{'`['_T\u001B(B = x")));
        assertEquals("α + β", title(marc8("\u001Bga\u001Bs + \u001Bgb\u001Bs")));
    }

    @Test
    void readsTheCharactersThatMarc8WritesByTheirNumber() {
        var reading = marc8("&#x8ECA;&#x8F2A; & &#xD800; &#65;");

        assertEquals("車輪 & &#xD800; &#65;", title(reading));
    }

    @Test
    void goesOnBehindBrokenEscapesAndCharacters() {
        assertEquals("Socit\u00E9", title(marc8("Soci\u001Bt\u00E2e")));
        var cut = marc8("x \u001B$1!PVK7o{69!Q1\u001B(B end \u001B$");
        assertTrue(title(cut).startsWith("x "), title(cut));
        assertTrue(title(cut).contains("end"), title(cut));
        assertTrue(
                cut.warnings().stream().anyMatch(warning -> warning.contains("could not be decoded")),
                cut.warnings().toString());
    }

    @Test
    void readsTheAccentsOfOldUnimarc() {
        var reading = Raw.readable(Raw.in("ISO-8859-1")
                .leader("00000nam  2200000   450 ")
                .data("100", "  ", "a", "20260101d1998    m  y0frey0103    ba")
                .data("200", "1 ", "a", "Histoire de l'\u00C2ecole fran\u00D0caise", "f", "\u00C2Emile Zola")
                .reading());

        assertEquals(Encoding.ISO_5426, reading.encoding());
        assertTrue(title(reading).startsWith("Histoire de l'école française"), title(reading));
    }
}

package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.goldenbridge.catalogue.marc.Description.Name;
import org.goldenbridge.catalogue.marc.Description.NameKind;
import org.goldenbridge.catalogue.marc.Description.Title;
import org.goldenbridge.catalogue.marc.Description.TitleRole;
import org.goldenbridge.catalogue.marc.DublinCore.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionTest {
    static final MarcRecord ABAI = new MarcRecord(
            "00000cam a2200000 i 4500",
            List.of(
                    new ControlField("001", "gb1"),
                    new ControlField("008", "260115s1942    kz a          000 1 kaz d")),
            List.of(
                    DataField.of("020", ' ', ' ', "a", "978-601-200-002-3 (hbk.)", "q", "hardback"),
                    DataField.of("020", ' ', ' ', "a", "0-306-40615-2"),
                    DataField.of("020", ' ', ' ', "a", "978-601-200-002-4", "z", "9780306406157"),
                    DataField.of("022", ' ', ' ', "a", "0378-5955"),
                    DataField.of("041", '1', ' ', "a", "kazrus", "h", "ara"),
                    DataField.of(
                            "100",
                            '1',
                            ' ',
                            "6",
                            "880-01",
                            "a",
                            "Äuezov, Mukhtar,",
                            "d",
                            "1897-1961,",
                            "e",
                            "author.",
                            "4",
                            "aut"),
                    DataField.of("240", '1', '0', "a", "Abai zholy.", "l", "Kazakh"),
                    DataField.of(
                            "245",
                            '1',
                            '4',
                            "6",
                            "880-02",
                            "a",
                            "The Abai zholy :",
                            "b",
                            "roman-ėpopei\u0361a /",
                            "c",
                            "Mukhtar Äuezov."),
                    DataField.of("246", '1', '1', "a", "Путь Абая"),
                    DataField.of("246", '3', ' ', "a", "Abaĭ"),
                    DataField.of("250", ' ', ' ', "a", "2-basylym."),
                    DataField.of("264", ' ', '1', "6", "880-03", "a", "Almaty :", "b", "Zhazushy,", "c", "1942."),
                    DataField.of("264", ' ', '4', "c", "©1941"),
                    DataField.of("300", ' ', ' ', "a", "2 tom :", "b", "ill. ;", "c", "21 cm."),
                    DataField.of("490", '1', ' ', "a", "Kazakh classics ;", "v", "3"),
                    DataField.of("500", ' ', ' ', "a", "A note."),
                    DataField.of("520", ' ', ' ', "a", "The life of the poet."),
                    DataField.of("540", ' ', ' ', "a", "Free to read."),
                    DataField.of("600", '1', '0', "6", "880-04", "a", "Abai,", "d", "1845-1904", "v", "Fiction."),
                    DataField.of("651", ' ', '4', "a", "Kazakhstan", "x", "History."),
                    DataField.of(
                            "710", '2', ' ', "a", "Union of Writers.", "b", "Kazakh section,", "e", "issuing body."),
                    DataField.of("711", '2', ' ', "a", "Congress", "n", "(2 :", "d", "1934 :", "c", "Moscow)"),
                    DataField.of("856", '4', '0', "u", "https://example.org/abai"),
                    DataField.of("856", '4', '0', "u", "javascript:alert(1)", "q", "text/html"),
                    DataField.of(
                            "880",
                            '1',
                            ' ',
                            "6",
                            "100-01/(N",
                            "a",
                            "Әуезов, Мұхтар,",
                            "d",
                            "1897-1961,",
                            "e",
                            "author."),
                    DataField.of(
                            "880",
                            '1',
                            '0',
                            "6",
                            "245-02/(N",
                            "a",
                            "Абай жолы :",
                            "b",
                            "роман-эпопея /",
                            "c",
                            "Мұхтар Әуезов."),
                    DataField.of("880", '1', '0', "6", "245-02/(3/r", "a", "\u200Fاباي جولى\u200F /"),
                    DataField.of("880", ' ', '1', "6", "264-03/(N", "a", "Алматы :", "b", "Жазушы,", "c", "1942."),
                    DataField.of("880", '1', '0', "6", "600-04/(N", "a", "Абай,", "d", "1845-1904", "v", "Fiction."),
                    DataField.of("880", '1', ' ', "6", "700-00/$1", "a", "哈拜,", "e", "translator.")));

    @Test
    void saysWhatARecordSays() {
        var description = Description.of(ABAI);

        assertEquals("The Abai zholy : roman-ėpopei\u0361a", description.title());
        assertEquals(1942, description.year());
        assertEquals(List.of("kk", "ru"), description.languages());
        assertEquals("Zhazushy", description.publisher());
        assertEquals("2-basylym", description.edition());
        assertEquals("2 tom", description.extent());
        assertEquals("The life of the poet.", description.summary());
        assertEquals(List.of("Kazakh classics ; 3"), description.series());
        assertEquals(List.of("9786012000023", "9780306406157"), description.isbns());
        assertEquals(List.of("0378-5955"), description.issns());
        assertEquals(List.of("https://example.org/abai"), description.links());
        assertEquals(
                List.of("Abai, 1845-1904 -- Fiction", "Абай, 1845-1904 -- Fiction", "Kazakhstan -- History"),
                description.subjects());
    }

    @Test
    void knowsTheScriptAndThePartOfEachTitle() {
        assertEquals(
                List.of(
                        new Title("The Abai zholy : roman-ėpopei\u0361a", TitleRole.MAIN, "Latn"),
                        new Title("Абай жолы : роман-эпопея", TitleRole.ALTERNATE_SCRIPT, "Cyrl"),
                        new Title("\u200Fاباي جولى\u200F", TitleRole.ALTERNATE_SCRIPT, "Arab"),
                        new Title("Abai zholy", TitleRole.UNIFORM, "Latn"),
                        new Title("Путь Абая", TitleRole.PARALLEL, "Cyrl"),
                        new Title("Abaĭ", TitleRole.VARIANT, "Latn")),
                Description.of(ABAI).titles());
    }

    @Test
    void putsTheFormsOfANameTogether() {
        assertEquals(
                List.of(
                        new Name(
                                "Äuezov, Mukhtar",
                                "1897-1961",
                                NameKind.PERSON,
                                List.of("author", "aut"),
                                true,
                                List.of("Әуезов, Мұхтар")),
                        new Name(
                                "Union of Writers. Kazakh section",
                                null,
                                NameKind.BODY,
                                List.of("issuing body"),
                                false,
                                List.of()),
                        new Name("Congress (2 : 1934 : Moscow)", null, NameKind.MEETING, List.of(), false, List.of()),
                        new Name("哈拜", null, NameKind.PERSON, List.of("translator"), false, List.of())),
                Description.of(ABAI).names());
    }

    @Test
    void takesTheTitleThatARecordHas() {
        var untitled = new MarcRecord("00000nam a2200000   4500", List.of(), List.of());
        var unpaired = new MarcRecord(
                untitled.leader(), List.of(), List.of(DataField.of("880", '0', '0', "6", "245-00/$1", "a", "红楼梦 /")));

        assertEquals("", Description.of(untitled).title());
        assertNull(Description.of(untitled).year());
        assertEquals(
                List.of(new Title("红楼梦", TitleRole.MAIN, "Hani")),
                Description.of(unpaired).titles());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2000s19uu        |1998.|1998",
                "260115s1942      |1999|1942",
                "260115n          |[Алматы, 2001?]|2001",
                "x|c1984-1991|1984",
                "x|۱۳۷۸ [2000]|1378",
                "260115s9999      |9999|",
                "x|n.d.|",
                "x|12345|"
            })
    void findsTheYear(String coded, String stated, Integer year) {
        var record = new MarcRecord(
                "00000nam a2200000   4500",
                List.of(new ControlField("008", coded)),
                List.of(DataField.of("260", ' ', ' ', "c", stated)));

        assertEquals(year, Description.of(record).year());
    }

    @ParameterizedTest
    @CsvSource({
        "kaz, kk",
        "chi, zh",
        "ger, de",
        "deu, de",
        "heb, he",
        "uig, ug",
        "ara, ar",
        "kaa, kaa",
        "grc, grc",
        "srp, sr",
        "eng, en",
        "rum, ro",
        "ind, id",
        "yid, yi",
        "mon, mn",
        "kir, ky",
        "tat, tt"
    })
    void speaksTheLanguageCodesOfTheWeb(String marc, String tag) {
        assertEquals(tag, Languages.tag(marc).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Абай жолы /|Абай жолы",
                "Title. Part 2 =|Title. Part 2",
                "Novels, etc.|Novels, etc.",
                "Smith, J. R.|Smith, J. R.",
                "A sentence that ends.|A sentence that ends",
                "And so on...|And so on...",
                ": rest :|rest",
                "红楼梦.|红楼梦",
                "نورى، عبد الله،|نورى، عبد الله"
            })
    void takesTheDividingPunctuationOff(String text, String trimmed) {
        assertEquals(trimmed, Isbd.trim(text));
    }

    @Test
    void checksStandardNumbers() {
        assertEquals(
                "9780306406157", StandardNumber.isbn("0-306-40615-2 (pbk.)").orElseThrow());
        assertEquals("9787020002207", StandardNumber.isbn("7-02-000220-X").orElseThrow());
        assertEquals("9791090636071", StandardNumber.isbn("979-10-90636-07-1").orElseThrow());
        assertEquals(List.of(), StandardNumber.isbn("0-306-40615-3").stream().toList());
        assertEquals(List.of(), StandardNumber.isbn("1234567890123").stream().toList());
        assertEquals(List.of(), StandardNumber.isbn("12 x").stream().toList());
        assertEquals("2434-561X", StandardNumber.issn("2434-561X").orElseThrow());
        assertEquals(List.of(), StandardNumber.issn("0378-5956").stream().toList());
        assertEquals("0306406152", StandardNumber.isbn10("9780306406157").orElseThrow());
        assertEquals(List.of(), StandardNumber.isbn10("9791090636071").stream().toList());
    }

    @Test
    void becomesDublinCore() {
        assertEquals(
                List.of(
                        new Element("title", "The Abai zholy : roman-ėpopei\u0361a"),
                        new Element("title", "Абай жолы : роман-эпопея"),
                        new Element("title", "\u200Fاباي جولى\u200F"),
                        new Element("title", "Abai zholy"),
                        new Element("title", "Путь Абая"),
                        new Element("title", "Abaĭ"),
                        new Element("creator", "Äuezov, Mukhtar"),
                        new Element("creator", "Әуезов, Мұхтар"),
                        new Element("subject", "Abai, 1845-1904 -- Fiction"),
                        new Element("subject", "Абай, 1845-1904 -- Fiction"),
                        new Element("description", "A note."),
                        new Element("description", "The life of the poet."),
                        new Element("publisher", "Almaty : Zhazushy"),
                        new Element("publisher", "Алматы : Жазушы"),
                        new Element("contributor", "Union of Writers. Kazakh section"),
                        new Element("contributor", "Congress (2 : 1934 : Moscow)"),
                        new Element("contributor", "哈拜"),
                        new Element("date", "1942"),
                        new Element("type", "Text"),
                        new Element("format", "2 tom : ill. ; 21 cm."),
                        new Element("format", "text/html"),
                        new Element("identifier", "urn:isbn:9786012000023"),
                        new Element("identifier", "urn:isbn:9780306406157"),
                        new Element("identifier", "urn:issn:0378-5955"),
                        new Element("identifier", "https://example.org/abai"),
                        new Element("language", "kk"),
                        new Element("language", "ru"),
                        new Element("relation", "Kazakh classics ; 3"),
                        new Element("coverage", "Kazakhstan -- History"),
                        new Element("rights", "Free to read.")),
                DublinCore.of(ABAI));
    }

    @Test
    void namesTheTypeOfWhatIsNoText() {
        for (var type : List.of(
                "g MovingImage",
                "j Sound",
                "k StillImage",
                "r PhysicalObject",
                "m Software",
                "t Text",
                "p Collection")) {
            var record = new MarcRecord(
                    "00000n" + type.charAt(0) + "m a2200000   4500",
                    List.of(),
                    List.of(DataField.of("534", ' ', ' ', "t", "Saka gold")));
            assertEquals(
                    List.of(new Element("type", type.substring(2)), new Element("source", "Saka gold")),
                    DublinCore.of(record));
        }
    }
}

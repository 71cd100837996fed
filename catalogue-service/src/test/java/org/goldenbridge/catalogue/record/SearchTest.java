package org.goldenbridge.catalogue.record;

import static org.goldenbridge.catalogue.CatalogueFixtures.book;
import static org.goldenbridge.catalogue.CatalogueFixtures.centre;
import static org.goldenbridge.catalogue.CatalogueFixtures.entered;
import static org.goldenbridge.catalogue.CatalogueFixtures.field;
import static org.goldenbridge.catalogue.CatalogueFixtures.marc;
import static org.goldenbridge.catalogue.CatalogueFixtures.record;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.goldenbridge.catalogue.CatalogueFixtures.TestCentre;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plain search: every word must stand in the record, in whatever script it has. */
@CatalogueServiceTest
class SearchTest {
    private static TestResponse search(TestCentre centre, String words) {
        return given().queryParam("q", words).queryParam("centre", centre.id()).get("/v1/records");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Абай жолы                      | абай         | абайтану
                    Қан мен тер                    | қан тер      | қан терек
                    Abai zholy                     | ZHOLY abai   | abai road
                    L'épopée de Köroğlu            | épopée       | épopées
                    اباي جولى                      | جولى         | جولىم
                    كتاب الموسيقى الكبير           | الكبير كتاب  | الصغير
                    阿拜之路                       | 阿拜         | 阿门
                    Путь Абая                      | путь         | путник
                    ქართული ენა                    | ენა          | ენები
                    """)
    void findsAWorkInTheScriptOfItsTitle(String title, String found, String notFound) {
        var centre = centre();
        var id = entered(centre, book(centre, title));
        search(centre, found).statusCode(200).body("items.id", contains(id));
        search(centre, notFound).statusCode(200).body("items", empty());
    }

    @Test
    void findsWhatStandsInAnotherScriptOnly() {
        var centre = centre();
        var id = entered(
                centre,
                record(
                        centre,
                        "book",
                        marc(
                                field("100", "1 ", "6", "880-01", "a", "Auezov, Mukhtar."),
                                field("245", "10", "6", "880-02", "a", "Abai zholy."),
                                field("650", " 0", "a", "Steppe."),
                                field("880", "1 ", "6", "100-01/(N", "a", "Әуезов, Мұхтар."),
                                field("880", "10", "6", "245-02/$1", "a", "阿拜之路"))));
        for (var words : List.of("Auezov zholy", "Әуезов", "мұхтар ZHOLY", "阿拜", "之路 steppe", "steppe")) {
            search(centre, words).body("items.id", contains(id));
        }
    }

    @Test
    void theLastWordMayBeTheBeginningOfOne() {
        var centre = centre();
        var id = entered(centre, book(centre, "Nomads of the steppe"));
        search(centre, "nomads st").body("items.id", contains(id));
        search(centre, "nom steppe").body("items", empty());
        search(centre, "nomads s").body("items", empty());
    }

    @Test
    void aFoundRecordMustHoldEveryWord() {
        var centre = centre();
        var both = entered(centre, book(centre, "Dombra and kobyz"));
        entered(centre, book(centre, "Dombra alone"));
        search(centre, "kobyz dombra").body("items.id", contains(both));
    }

    /** Whatever is typed is looked for as words and is never a part of a query. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "''",
                "\\",
                "\\'",
                "a'b",
                "a\\b",
                ":*",
                "a:*",
                "a & b",
                "a | b",
                "!a",
                "(a",
                "a)",
                "<->",
                "a<2>b",
                "-",
                "%",
                "_",
                "'; drop table record; --",
                "' or 1=1",
                "\"",
                "$$",
                "?",
                "?1",
                ":q",
                "a ? b",
                "*",
                "阿'",
                "\u200F",
                "\u00A0",
                "😀",
                "...",
                "OR",
                "AND",
                "NOT",
                "e\u0301",
                "İ",
                "ß",
                "0x00",
                "1e999"
            })
    void neverFailsWhateverIsTyped(String words) {
        given().queryParam("q", words).get("/v1/records?limit=1").statusCode(200);
    }

    @Test
    void wordsAreQuotedInTheQuery() {
        assertEquals("'a''b' & 'c\\\\d':*", RecordQuery.words(List.of("a'b", "c\\d")));
        assertEquals("'a'", RecordQuery.words(List.of("a")));
        assertEquals("'阿拜'", RecordQuery.words(List.of("阿拜")));
        assertEquals("", RecordQuery.words(List.of()));
    }

    @Test
    void aQuestionOfNoWordsFindsNothing() {
        var centre = centre();
        entered(centre, book(centre, "Anything"));
        search(centre, "?!").statusCode(200).body("items", empty());
        search(centre, "x".repeat(201)).statusCode(400);
    }
}

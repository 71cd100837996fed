package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static MarcRecord record(String year, DataField... fields) {
        return new MarcRecord(
                "00000nam a2200000   4500",
                List.of(new ControlField("008", "260115s" + year + "    kz            000 0 kaz d")),
                List.of(fields));
    }

    private static List<String> titleKeys(String year, DataField... fields) {
        return Matching.keys(record(year, fields));
    }

    @Test
    void givesTheKeysOfANumberAndOfEachScriptOfTheTitle() {
        assertEquals(
                List.of(
                        "isbn:9786012000023",
                        "isbn:9780306406157",
                        "issn:0378-5955",
                        "title:abaizholyromanepopeia|auezov|1942",
                        "title:абаижолыроманэпопея|әуезов|1942",
                        "title:ابايجولى|auezov|1942"),
                Matching.keys(DescriptionTest.ABAI));
    }

    @Test
    void isbnOfTenAndThirteenDigitsAreOne() {
        assertEquals(
                titleKeys("    ", DataField.of("020", ' ', ' ', "a", "0306406152")),
                titleKeys("    ", DataField.of("020", ' ', ' ', "a", "978-0-306-40615-7 : $12")));
    }

    @Test
    void seesThroughPunctuationMarksArticlesAndCapitals() {
        var author = DataField.of("100", '1', ' ', "a", "Zola, Émile");

        assertEquals(
                List.of("title:chenthepasttimes|zola|1998"),
                titleKeys("1998", author, DataField.of("245", '1', '0', "a", "Chen & the PAST times /")));
        assertEquals(
                List.of("title:historyofthesteppe|zola|1998"),
                titleKeys("1998", author, DataField.of("245", '1', '4', "a", "The history", "b", "of the stéppe.")));
    }

    @Test
    void makesNoKeyOfATitleThatTooManyWorksShare() {
        assertEquals(List.of(), titleKeys("1998", DataField.of("245", '0', '0', "a", "Poems.")));
        assertEquals(List.of(), titleKeys("    ", DataField.of("245", '0', '0', "a", "A long enough title")));
        assertEquals(List.of(), titleKeys("1998", DataField.of("245", '0', '0', "a", "/ :")));
        assertEquals(
                List.of("title:collected||1998"), titleKeys("1998", DataField.of("245", '0', '0', "a", "Collected")));
        assertEquals(
                List.of("title:红楼梦|曹|1998"),
                titleKeys(
                        "1998", DataField.of("100", '1', ' ', "a", "曹雪芹"), DataField.of("245", '1', '0', "a", "红楼梦")));
    }
}

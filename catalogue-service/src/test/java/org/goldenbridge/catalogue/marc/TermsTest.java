package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {
    private static List<String> titled(String title) {
        return Terms.of(new MarcRecord(
                "00000nam a2200000   4500", List.of(), List.of(DataField.of("245", '0', '0', "a", title))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "École FRANÇAISE|ecole francaise",
                "Ёлка и Йод|ёлка и йод",
                "за́мок|замок",
                "Қазақ Әдебиеті|қазақ әдебиеті",
                "کِتابٌ عَرَبيّ|کتاب عربي",
                "عـــربي|عربي",
                "أحمد آل|أحمد آل",
                "ΑΘΉΝΑ|αθηνα",
                "Sol\u02B9 i\u0361a ʻAbd|sol ia abd",
                "l'amour d’été|l amour d ete",
                "ＦＵＬＬ １２|full 12",
                "שָׁלוֹם|שלום",
                "\u200Fنقدى\u200F|نقدى",
                "한국어|한국어",
                "हिन्दी|हिन्दी",
                "İstanbul ılık|istanbul ılık",
                "Straße|straße"
            })
    void foldsWhatReadersTypeDifferently(String text, String tokens) {
        assertEquals(List.of(tokens.split(" ", -1)), Terms.query(text));
    }

    @Test
    void findsChineseByEachCharacterAndEachTwo() {
        assertEquals(List.of("梦", "楼", "楼梦", "红", "红楼", "abc").stream().sorted().toList(), titled("红楼梦abc"));
        assertEquals(List.of("红楼", "楼梦"), Terms.query("红楼梦"));
        assertEquals(List.of("梦"), Terms.query("梦"));
    }

    @Test
    void knowsWhichTokenCannotBeTheBeginningOfAnother() {
        assertTrue(Terms.isWhole("红楼"));
        assertFalse(Terms.isWhole("аба"));
    }

    @Test
    void findsStandardNumbersHoweverTheyArePrinted() {
        var terms = Terms.of(DescriptionTest.ABAI);

        for (var question : List.of(
                "978-601-200-002-3",
                "9786012000023",
                "0-306-40615-2",
                "0306406152",
                "9780306406157",
                "0378-5955",
                "03785955",
                "gb1")) {
            assertTrue(terms.containsAll(Terms.query(question)), question + " in " + terms);
        }
        assertEquals(List.of("1941", "1945"), Terms.query("1941-1945"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Абай жолы",
                "АБАЙ ЖОЛЫ",
                "мұхтар әуезов",
                "auezov mukhtar",
                "اباي جولى",
                "abai kazakhstan fiction",
                "哈拜",
                "union of writers",
                "kazakh classics",
                "путь"
            })
    void findsARecordInEachOfItsScripts(String question) {
        var terms = Terms.of(DescriptionTest.ABAI);

        assertTrue(terms.containsAll(Terms.query(question)), Terms.query(question) + " in " + terms);
    }

    @Test
    void leavesOutWhatNobodySearchesBy() {
        assertFalse(Terms.of(DescriptionTest.ABAI).contains("note"));
        assertFalse(Terms.of(DescriptionTest.ABAI).contains("hardback"));
    }

    /** The index of a record, and a question, are bounded whatever is sent. */
    @Test
    void isBounded() {
        var fields = new ArrayList<DataField>();
        fields.add(DataField.of("245", '0', '0', "a", "Title " + "x".repeat(10_000) + " 𠀀".repeat(3)));
        for (int nth = 0; nth < 600; nth++) {
            fields.add(DataField.of("650", ' ', '4', "a", "subject" + nth));
        }
        Collections.reverse(fields);
        var terms = Terms.of(new MarcRecord("00000nam a2200000   4500", List.of(), fields));

        assertEquals(512, terms.size());
        assertEquals(terms.stream().sorted().toList(), terms);
        assertTrue(terms.contains("title"));
        assertTrue(terms.stream().allMatch(term -> term.codePointCount(0, term.length()) <= 64));
        assertEquals(
                512,
                Terms.query("a" + String.join(" a", fields.toString().split(" ", -1)))
                        .size());
        assertEquals(List.of(), Terms.query(" \u200F…! "));
    }
}

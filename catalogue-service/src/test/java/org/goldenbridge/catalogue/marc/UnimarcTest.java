package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnimarcTest {
    private static final String GENERAL = "20260115d1958    m  y0frey50      ba";

    private static Raw french() {
        return Raw.utf8()
                .leader("00000cam  22000003  450 ")
                .control("001", "FRBNF12345")
                .control("003", "http://catalogue.bnf.fr/ark:/12148/cb1")
                .data("010", "  ", "a", "978-2-07-036822-8", "b", "br.", "d", "12 EUR")
                .data("100", "  ", "a", GENERAL)
                .data("101", "1 ", "a", "fre", "c", "rus")
                .data("102", "  ", "a", "FR")
                .data(
                        "200",
                        "1 ",
                        "a",
                        "\u0098La \u009Cjeunesse d'Abaï",
                        "e",
                        "roman",
                        "f",
                        "Moukhtar Aouézov",
                        "g",
                        "traduit du russe par Léonide Sobolev")
                .data("205", "  ", "a", "2e éd.", "f", "revue par l'auteur")
                .data("210", "  ", "a", "Paris", "c", "Gallimard", "d", "1958", "e", "Évreux", "g", "Hérissey")
                .data("215", "  ", "a", "430 p.", "c", "couv. ill.", "d", "21 cm", "e", "1 carte")
                .data("225", "| ", "a", "Littératures soviétiques", "v", "12")
                .data("300", "  ", "a", "Texte intégral")
                .data("327", "1 ", "a", "Au retour", "a", "Dans le tourbillon")
                .data("330", "  ", "a", "L'enfance du poète.")
                .data("410", " 0", "t", "Littératures soviétiques", "x", "0456-1234", "v", "12")
                .data("454", " 1", "1", "001FRBNF99", "1", "2001 ", "a", "Abai", "1", "700 1", "a", "Auezov")
                .data("500", "11", "a", "Abaj žoly", "m", "Français")
                .data("517", "| ", "a", "Abaï")
                .data("600", " 1", "a", "Abaj", "b", "Qunanbaev", "f", "1845-1904", "2", "rameau")
                .data(
                        "606",
                        "  ",
                        "a",
                        "Poètes kazakhs",
                        "x",
                        "Biographies",
                        "y",
                        "Kazakhstan",
                        "z",
                        "19e siècle",
                        "2",
                        "rameau")
                .data("607", "  ", "a", "Kazakhstan")
                .data("610", "0 ", "a", "steppe", "a", "akyn")
                .data("676", "  ", "a", "894.345", "v", "22")
                .data("700", " 1", "a", "Auezov", "b", "Muhtar Omarhanovič", "f", "1897-1961", "4", "070")
                .data("702", " 1", "a", "Sobolev", "b", "Leonid", "4", "730")
                .data("710", "02", "a", "Union des écrivains", "b", "Section kazakhe", "c", "Alma-Ata")
                .data("801", " 0", "a", "FR", "b", "FR-751131015", "c", "20260115", "g", "AFNOR")
                .data("856", "4 ", "u", "https://example.org/x")
                .data("995", "  ", "b", "PARIS", "k", "R ABA");
    }

    private static MarcRecord converted(Raw raw) {
        return Raw.readable(raw.reading()).record();
    }

    @Test
    void isRecognisedByItsTitleAndItsCodedData() {
        assertTrue(Unimarc.isUnimarc("00000nam  2200000   450 ", Set.of("001", "200")));
        assertTrue(Unimarc.isUnimarc("00000nam  2200000   4500", Set.of("100", "200")));
        assertEquals(false, Unimarc.isUnimarc("00000nam  2200000   450 ", Set.of("100", "245")));
        assertEquals(false, Unimarc.isUnimarc("00000nam a2200000   4500", Set.of("001", "100", "245", "200")));
        assertEquals(false, Unimarc.isUnimarc("00000nam a2200000   4500", Set.of("001", "200")));
    }

    @Test
    void becomesMarc21FieldByField() {
        var record = converted(french());

        assertEquals("00000cam a22000007i 4500", record.leader());
        assertEquals(
                List.of(
                        new ControlField("001", "FRBNF12345"),
                        new ControlField("003", "FR-751131015"),
                        new ControlField("008", "260115s1958    fr ||||g||||||||||||fre||")),
                record.controlFields());
        assertEquals(
                """
                020   $a978-2-07-036822-8$qbr.$c12 EUR
                024 7 $ahttp://catalogue.bnf.fr/ark:/12148/cb1$2uri
                040   $aFR-751131015$bfre
                041 1 $afre$hrus
                082 04$a894.345$222
                100 1 $aAuezov, Muhtar Omarhanovič,$d1897-1961$4aut
                240 10$aAbaj žoly.$lFrançais
                245 13$aLa jeunesse d'Abaï :$broman /$cMoukhtar Aouézov ; traduit du russe par Léonide Sobolev
                246 13$aAbaï
                250   $a2e éd. /$brevue par l'auteur
                264  1$aParis :$bGallimard,$c1958
                264  3$aÉvreux :$bHérissey
                300   $a430 p. :$bcouv. ill. ;$c21 cm +$e1 carte
                490 0 $aLittératures soviétiques ;$v12
                500   $aTexte intégral
                505 0 $aAu retour -- Dans le tourbillon
                520   $aL'enfance du poète.
                600 17$aAbaj, Qunanbaev,$d1845-1904$2ram
                650  7$aPoètes kazakhs$xBiographies$zKazakhstan$y19e siècle$2ram
                651  4$aKazakhstan
                653   $asteppe
                653   $aakyn
                700 1 $aSobolev, Leonid$4trl
                710 2 $aUnion des écrivains (Alma-Ata).$bSection kazakhe
                765 0 $aAuezov.$tAbai$wFRBNF99
                830  0$aLittératures soviétiques,$x0456-1234 ;$v12
                856 4 $uhttps://example.org/x
                995   $bPARIS$kR ABA
                """,
                Iso2709ReaderTest.inWords(new MarcRecord(record.leader(), List.of(), record.dataFields()))
                        .replaceAll("(?m)^(...)(..)", "$1 $2"));
    }

    @Test
    void keepsTheOriginalBeside() {
        var reading = Raw.readable(french().reading());

        assertEquals(
                "La jeunesse d'Abaï",
                reading.original().field("200").orElseThrow().first('a').orElseThrow());
        assertEquals(
                "https://example.org/x",
                reading.original().field("856").orElseThrow().first('u').orElseThrow());
        assertNull(
                Raw.readable(Raw.utf8().data("245", "00", "a", "x").reading()).original());
    }

    @Test
    void saysWhatHasNoCounterpart() {
        var reading = Raw.readable(french().data("105", "  ", "a", "a   z   000yy")
                .data("106", "  ", "a", "r")
                .reading());

        assertTrue(
                reading.warnings()
                        .contains(
                                "These fields have no counterpart in MARC 21 and stand only in the original: 105, 106."),
                reading.warnings().toString());
    }

    @Test
    void putsPartsAndParallelTitlesTogether() {
        var record = converted(Raw.utf8()
                .data("100", "  ", "a", GENERAL)
                .data(
                        "200",
                        "1 ",
                        "a",
                        "Путь Абая",
                        "d",
                        "The path of Abai",
                        "h",
                        "Кн. 2",
                        "i",
                        "Акын",
                        "b",
                        "Texte imprimé",
                        "f",
                        "М. Ауэзов")
                .data("214", " 0", "a", "Алматы", "c", "Жазушы", "d", "1987")
                .data("214", " 4", "d", "1986")
                .data("711", "12", "a", "Congrès", "d", "3", "e", "Paris", "f", "1999"));

        assertEquals(
                List.of("245", "246"),
                record.fields("245", "246").map(DataField::tag).toList());
        assertEquals(
                "Путь Абая = The path of Abai. Кн. 2, Акын [Texte imprimé] / М. Ауэзов",
                record.field("245").orElseThrow().text("abnphc"));
        assertEquals(
                List.of(
                        DataField.of("264", ' ', '1', "a", "Алматы :", "b", "Жазушы,", "c", "1987"),
                        DataField.of("264", ' ', '4', "c", "1986")),
                record.fields("264").toList());
        assertEquals(
                List.of(DataField.of("711", '2', ' ', "a", "Congrès", "n", "(3)", "d", "(1999)", "c", "(Paris)")),
                record.fields("711").toList());
    }

    @Test
    void pairsTheFieldsOfOtherScripts() {
        var record = converted(Raw.utf8()
                .data("100", "  ", "a", GENERAL)
                .data("200", "1 ", "6", "a01", "7", "ca", "a", "Путь Абая", "f", "М. Ауэзов")
                .data("200", "1 ", "6", "a01", "7", "ba", "a", "Put' Abaâ", "f", "M. Auezov")
                .data("700", " 1", "6", "a02", "a", "Auèzov", "b", "Muhtar")
                .data("700", " 1", "6", "a02", "a", "Ауэзов", "b", "Мухтар"));

        assertEquals(
                List.of(
                        DataField.of("100", '1', ' ', "6", "880-02", "a", "Auèzov, Muhtar"),
                        DataField.of("245", '1', '0', "6", "880-01", "a", "Put' Abaâ /", "c", "M. Auezov"),
                        DataField.of("880", '1', '0', "6", "245-01/(N", "a", "Путь Абая /", "c", "М. Ауэзов"),
                        DataField.of("880", '1', ' ', "6", "100-02/(N", "a", "Ауэзов, Мухтар")),
                record.fields("100", "245", "700", "880").toList());
        assertEquals("Путь Абая", Description.of(record).titles().get(1).text());
    }

    @Test
    void readsChineseMarcInItsOwnCodePage() {
        var reading = Raw.readable(Raw.in("GB18030")
                .leader("00000nam0 22000002  450 ")
                .data("010", "  ", "a", "7-02-000220-X", "d", "CNY59.70")
                .data("100", "  ", "a", "19960701d1982    em y0chiy0120    ea")
                .data("101", "0 ", "a", "chi")
                .data("102", "  ", "a", "CN", "b", "110000")
                .data("200", "1 ", "a", "红楼梦", "9", "hong lou meng", "f", "曹雪芹, 高鹗著")
                .data("210", "  ", "a", "北京", "c", "人民文学出版社", "d", "1982")
                .data("690", "  ", "a", "I242.4", "v", "3")
                .data("701", " 0", "a", "曹雪芹", "9", "cao xue qin", "4", "著")
                .reading());
        var description = Description.of(reading.record());

        assertEquals(Encoding.GB18030, reading.encoding());
        assertEquals("红楼梦", description.title());
        assertEquals("hong lou meng", description.titles().get(1).text());
        assertEquals(1982, description.year());
        assertEquals(List.of("zh"), description.languages());
        assertEquals("人民文学出版社", description.publisher());
        assertEquals(List.of("9787020002207"), description.isbns());
        assertEquals(List.of("著"), description.names().get(0).roles());
        assertEquals("cc ", reading.record().control("008").orElseThrow().substring(15, 18));
    }

    @Test
    void readsRussianMarcInTheCodePageOfDos() {
        var reading = Raw.readable(Raw.in("IBM866")
                .leader("00000nam  2200000   450 ")
                .data("100", "  ", "a", "20050101d1975    u  y0rusy0102    ca")
                .data("200", "1 ", "a", "Казахская советская энциклопедия", "f", "гл. ред. М. К. Каратаев")
                .reading());

        assertEquals(Encoding.CP866, reading.encoding());
        assertEquals(
                "Казахская советская энциклопедия",
                Description.of(reading.record()).title());
    }

    @Test
    void isReadFromXmlAsWell() {
        var xml = "<record><leader>     cam0 22        450 </leader><controlfield tag='001'>1</controlfield>"
                + "<datafield tag='200' ind1='1' ind2=' '><subfield code='a'>Titre</subfield></datafield></record>";
        var reading = Raw.readable(MarcXmlReader.read(Raw.bytes(xml), Encoding.UTF_8));

        assertEquals("Titre", Description.of(reading.record()).title());
        assertEquals("200", reading.original().dataFields().get(0).tag());
    }
}

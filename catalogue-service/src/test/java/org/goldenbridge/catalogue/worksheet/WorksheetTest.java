package org.goldenbridge.catalogue.worksheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.goldenbridge.catalogue.marc.MarcXml;
import org.goldenbridge.platform.problem.FieldError;
import org.goldenbridge.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule for a record that a cataloguer sends: what it refuses and where, and what it lets pass. */
class WorksheetTest {
    private static final String LEADER = "00000nam a2200000 i 4500";
    private static final String GENERAL = "261121s1942    kz            000 1 kaz d";
    private static final DataFieldBody TITLE = field("245", "00", "a", "Abai zholy");

    private static DataFieldBody field(String tag, String indicators, String... codesAndValues) {
        var subfields = new ArrayList<SubfieldBody>();
        for (int i = 0; i < codesAndValues.length; i += 2) {
            subfields.add(new SubfieldBody(codesAndValues[i], codesAndValues[i + 1]));
        }
        return new DataFieldBody(tag, indicators.substring(0, 1), indicators.substring(1), subfields);
    }

    private static MarcBody record(DataFieldBody... fields) {
        return new MarcBody(LEADER, List.of(new ControlFieldBody("008", GENERAL)), List.of(fields));
    }

    private static Findings findings(MarcBody record) {
        var findings = new Findings();
        Worksheet.check(record, "/marc", findings);
        return findings;
    }

    private static List<String> pointers(MarcBody record) {
        return findings(record).errors().stream().map(FieldError::pointer).toList();
    }

    /** {@code 245 10 $aTitle$bRest}, with # for a blank. */
    private static DataFieldBody parsed(String line) {
        var parts = line.substring(6).strip().split("\\$", -1);
        var subfields = Arrays.stream(parts)
                .skip(1)
                .map(part -> new SubfieldBody(part.substring(0, 1), part.substring(1)))
                .toList();
        return new DataFieldBody(
                line.substring(0, 3),
                line.substring(4, 5).replace('#', ' '),
                line.substring(5, 6).replace('#', ' '),
                subfields);
    }

    @Test
    void acceptsARecordOfManyScripts() {
        var sent = record(
                field("020", "  ", "a", "9785020000001 (pbk.)", "z", "wrong"),
                field("041", "1 ", "a", "rus", "h", "kaz"),
                field("100", "1 ", "6", "880-01", "a", "Auezov, Mukhtar,", "d", "1897-1961."),
                field("245", "10", "6", "880-02", "a", "Abai zholy :", "b", "roman."),
                field("856", "40", "u", "https://catalogue.example.org/abai?x=1"),
                field("880", "1 ", "6", "100-01/(N", "a", "Әуезов, Мұхтар,"),
                field("880", "10", "6", "245-02/(N", "a", "Абай жолы"),
                field("880", "10", "6", "245-02/(3/r", "a", "اباي جولى"),
                field("880", "  ", "6", "500-00/$1", "a", "阿拜之路"));
        assertEquals(List.of(), pointers(sent));
        var accepted = Worksheet.accepted(sent, new Findings());
        assertEquals("00000nam a2200000 i 4500", accepted.leader());
        assertEquals(accepted, MarcXml.read(MarcXml.write(accepted)));
        assertEquals(sent, MarcBody.of(accepted));
    }

    @Test
    void countsLengthsItself() {
        var accepted =
                Worksheet.accepted(new MarcBody("01234nam  2200567 i 4500", List.of(), List.of(TITLE)), new Findings());
        assertEquals("00000nam a2200000 i 4500", accepted.leader());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    00000nam a2200000 i 450   | must have 24 characters; it has 23
                    x0000nam a2200000 i 4500  | must have five digits from position 0
                    00000xam a2200000 i 4500  | must have the status
                    00000dam a2200000 i 4500  | has the status d
                    00000nxm a2200000 i 4500  | must have the type of record
                    00000nax a2200000 i 4500  | must have the bibliographic level
                    00000namxa2200000 i 4500  | must have the type of control
                    00000nam b2200000 i 4500  | must have the character coding
                    00000nam a3200000 i 4500  | must have the counts
                    00000nam a22000x0 i 4500  | must have five digits from position 12
                    00000nam a2200000xi 4500  | must have the encoding level
                    00000nam a2200000 x 4500  | must have the descriptive form
                    00000nam a2200000 ix4500  | must have the multipart level
                    00000nam a2200000 i 4501  | must have the entry map
                    """)
    void knowsWrongLeaders(String leader, String detail) {
        var errors = findings(new MarcBody(leader.strip(), List.of(), List.of(TITLE)))
                .errors();
        assertEquals("/marc/leader", errors.get(0).pointer());
        assertTrue(errors.get(0).detail().startsWith(detail), errors.get(0).detail());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    24A 00 $aTitle           | /marc/dataFields/0/tag
                    24a 00 $aTitle           |
                    008 00 $aTitle           | /marc/dataFields/0/tag
                    000 00 $aTitle           | /marc/dataFields/0/tag
                    2A4 00 $aTitle           |
                    2Aa 00 $aTitle           | /marc/dataFields/0/tag
                    500 A# $aNote            | /marc/dataFields/0/ind1
                    500 #! $aNote            | /marc/dataFields/0/ind2
                    500 ##                   | /marc/dataFields/0/subfields
                    500 ## $ANote            | /marc/dataFields/0/subfields/0/code
                    500 ## $aNote$#x         | /marc/dataFields/0/subfields/1/code
                    500 ## $a                | /marc/dataFields/0/subfields/0/value
                    500 ## $aNote$b          | /marc/dataFields/0/subfields/1/value
                    """)
    void knowsWrongForms(String line, String pointer) {
        var field = line.startsWith("24A") ? new DataFieldBody("24 ", "0", "0", TITLE.subfields()) : parsed(line);
        assertEquals(pointer == null ? List.of() : List.of(pointer), pointers(record(field, TITLE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u001Fb",
                "a\u001Eb",
                "a\u001Db",
                "line\nbreak",
                "tab\tbed",
                "nul\u0000",
                "\u0085",
                "\uFFFE",
                "\uD83F\uDFFF"
            })
    void knowsCharactersThatMarcDoesNotHave(String text) {
        assertEquals(
                List.of("/marc/dataFields/1/subfields/0/value"),
                pointers(record(TITLE, field("500", "  ", "a", text))));
        assertEquals(
                List.of("/marc/controlFields/0/value"),
                pointers(new MarcBody(LEADER, List.of(new ControlFieldBody("009", text)), List.of(TITLE))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    245 00 $aAnother title    | /marc/dataFields/1/tag
                    240 10 $aA$aB             | /marc/dataFields/1/subfields/1/code
                    250 ## $a1st$a2nd         | /marc/dataFields/1/subfields/1/code
                    250 ## $a1st$b2nd         |
                    264 #1 $aParis$aBeijing   |
                    650 #0 $aA$aB             | /marc/dataFields/1/subfields/1/code
                    650 #0 $aA$xB$xC          |
                    700 1# $aA$eauthor$eactor |
                    020 ## $a9785020000001$a0306406152 | /marc/dataFields/1/subfields/1/code
                    """)
    void knowsWhatStandsOnce(String line, String pointer) {
        assertEquals(pointer == null ? List.of() : List.of(pointer), pointers(record(TITLE, parsed(line))));
    }

    @Test
    void aRecordHasOneMainEntry() {
        assertEquals(
                List.of("/marc/dataFields/1/tag"),
                pointers(record(field("100", "1 ", "a", "A"), field("110", "2 ", "a", "B"), TITLE)));
        assertEquals(
                List.of("/marc/controlFields/1/tag"),
                pointers(new MarcBody(
                        LEADER,
                        List.of(new ControlFieldBody("008", GENERAL), new ControlFieldBody("008", GENERAL)),
                        List.of(TITLE))));
    }

    @Test
    void aRecordHasATitle() {
        assertEquals(List.of("/marc/dataFields"), pointers(record(field("500", "  ", "a", "Note"))));
        assertEquals(List.of("/marc/dataFields/0/subfields"), pointers(record(field("245", "00", "c", "Nobody"))));
        assertEquals(List.of(), pointers(record(field("245", "00", "k", "Letters,", "f", "1950-1960"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `261121s1942    kz            000 1 kaz d`  |
                    `261121s1942    kz            000 1 kaz `   | exactly 40
                    `261121s1942    kz            000 1 kazёd`  | plain ASCII
                    `26112xs1942    kz            000 1 kaz d`  | yymmdd
                    `261321s1942    kz            000 1 kaz d`  | yymmdd
                    `261121z1942    kz            000 1 kaz d`  | type of date
                    `261121c19429999kz            000 1 kaz d`  |
                    `261121d19421950kz            000 1 kaz d`  |
                    `261121s194x    kz            000 1 kaz d`  | first date
                    `261121s19uu    kz            000 1 kaz d`  |
                    `261121m19421957kz            000 1 kaz d`  |
                    `261121m1942195-kz            000 1 kaz d`  | second date
                    `261121s1942    KZ            000 1 kaz d`  | country
                    `261121s1942    kz            000 1 KAZ d`  | the language
                    `261121s1942    kz            000 1 kk  d`  | the language
                    `261121s1942    xx            000 1 ||| d`  |
                    """)
    void knowsWrong008s(String value, String detail) {
        var errors = findings(new MarcBody(LEADER, List.of(new ControlFieldBody("008", value)), List.of(TITLE)))
                .errors();
        if (detail == null) {
            assertEquals(List.of(), errors);
        } else {
            assertEquals("/marc/controlFields/0/value", errors.get(0).pointer());
            assertTrue(errors.get(0).detail().contains(detail), errors.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "020a,9785020000001,true",
        "020a,978-5-02-000000-1,true",
        "020a,9785020000002,false",
        "020a,0306406152,true",
        "020a,080442957X (hbk.),true",
        "020a,0306406153,false",
        "020a,X306406152,false",
        "020a,9775020000001,false",
        "020a,not a number,false",
        "020z,9785020000002,true",
        "022a,0317-8471,true",
        "022a,03178471,false",
        "022a,0317-8472,false",
        "022a,2434-561X,true",
        "022l,0317-8472,false",
        "022y,0317-8472,true",
        "041a,kaz,true",
        "041a,kk,false",
        "041a,kazrus,true",
        "041a,kazru,false",
        "041h,KAZ,false",
        "856u,https://example.org/a%20b?c=d#e,true",
        "856u,http://example.org,true",
        "856u,HTTPS://EXAMPLE.ORG/,true",
        "856u,ftp://example.org/a,false",
        "856u,javascript:alert(1),false",
        "856u,data:text/html;x,false",
        "856u,https:///nowhere,false",
        "856u,https://user:secret@example.org/,false",
        "856u,example.org,false",
        "856u,https://example.org/a b,false",
    })
    void checksNumbersLanguagesAndAddresses(String where, String value, boolean right) {
        var field = field(where.substring(0, 3), "  ", where.substring(3), value);
        assertEquals(
                right ? List.of() : List.of("/marc/dataFields/1/subfields/0/value"), pointers(record(TITLE, field)));
    }

    @Test
    void languagesOfAnotherListAreThatListsBusiness() {
        assertEquals(List.of(), pointers(record(field("041", " 7", "a", "kk-Latn", "2", "rfc5646"), TITLE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    245 00 $6880-01$aA ; 880 00 $6245-01/(N$aB                     |
                    245 00 $6880-01$aA ; 880 00 $6245-02/(N$aB                     | 0/subfields/0/value 1/subfields/0/value
                    245 00 $6880-01$aA ; 880 00 $6245-01/(3/r\u200f$aB             |
                    245 00 $6880-01$aA                                             | 0/subfields/0/value
                    245 00 $aA ; 880 00 $6245-01/(N$aB                             | 1/subfields/0/value
                    245 00 $aA ; 880 00 $6245-00/(N$aB                             |
                    245 00 $aA ; 880 00 $aB                                        | 1/subfields
                    245 00 $6880-00$aA                                             | 0/subfields/0/value
                    245 00 $6100-01$aA                                             | 0/subfields/0/value
                    245 00 $6880$aA                                                | 0/subfields/0/value
                    245 00 $aA$6880-01 ; 880 00 $6245-01/(3/r$aB                   |
                    245 00 $aA ; 700 1# $6880-01$aA ; 700 1# $6880-01$aB ; 880 1# $6700-01$aC | 1/subfields/0/value 2/subfields/0/value
                    245 00 $6880-01$aA ; 100 1# $6880-01$aB ; 880 1# $6100-01$aC ; 880 00 $6245-01$aD |
                    """)
    void linksPointToEachOther(String fields, String expected) {
        var sent = Arrays.stream(fields.split(";", -1))
                .map(line -> parsed(line.strip()))
                .toArray(DataFieldBody[]::new);
        var pointers = expected == null
                ? List.<String>of()
                : Arrays.stream(expected.split(" ", -1))
                        .map(part -> "/marc/dataFields/" + part)
                        .toList();
        assertEquals(pointers, pointers(record(sent)));
    }

    @Test
    void everyAcceptedRecordFitsIso2709() {
        assertEquals(List.of(), pointers(record(TITLE, field("520", "  ", "a", "x".repeat(9_994)))));
        assertEquals(
                List.of("/marc/dataFields/1"), pointers(record(TITLE, field("520", "  ", "a", "x".repeat(9_995)))));
        assertEquals(
                List.of("/marc/dataFields/1"),
                pointers(record(TITLE, field("520", "  ", "a", "ж".repeat(4_998)))),
                "bytes count, not characters");
        var many = new DataFieldBody[1_000];
        Arrays.fill(many, field("500", "  ", "a", "x"));
        many[0] = TITLE;
        assertEquals(List.of("/marc"), pointers(record(many)));
        var long9 = new DataFieldBody[10];
        Arrays.fill(long9, field("500", "  ", "a", "x".repeat(9_000)));
        long9[0] = TITLE;
        assertEquals(List.of(), pointers(record(long9)));
        var long10 = Arrays.copyOf(long9, 12);
        long10[10] = long9[1];
        long10[11] = long9[1];
        assertEquals(List.of("/marc"), pointers(record(long10)));
    }

    @Test
    void tellsEverythingAtOnceUpToFifty() {
        var wrong = new DataFieldBody[60];
        Arrays.fill(wrong, field("500", "  ", "a", ""));
        var findings = findings(record(wrong));
        assertEquals(50, findings.errors().size());
        var refusal = assertThrows(Refusal.class, findings::refuse);
        assertEquals("invalid-marc", refusal.code());
        assertEquals(
                "/marc/dataFields/0/subfields/0/value must not be empty. 59 more things are wrong. The first 50 are listed.",
                refusal.getMessage());
    }
}

package org.goldenbridge.catalogue.imports;

import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.testing.RestApi;
import org.goldenbridge.testing.SharedFiles;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The files of other projects that are known to trip readers up, through the front door: each goes in, comes again, and goes
 * out. Without them beside the clone the run says that it left them out; {@link ImportAttackTest} has the like of its own.
 */
@CatalogueServiceTest
class SharedFilesImportTest {
    private static Desk first;

    /** A source of its own for each file, at one centre. */
    private static Desk desk() {
        if (first == null) {
            first = Desk.open();
        }
        return first.another();
    }

    private static final byte[] NO_RECORD =
            "00047nam a2200025   4500 no directory here\u001E\u001D".getBytes(StandardCharsets.ISO_8859_1);

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(SharedFiles.file("data/marc/" + name));
    }

    /** The files of the folder, but for its own description. */
    private static List<String> names() throws IOException {
        try (var files = Files.list(SharedFiles.file("data/marc"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** What comes of each file; what stands in conflict has a number that another record of the file has. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "catmandu-oschrift_me.mrc|{new=1}",
                "lc880-5XX-paired.xml|{new=1}",
                "lc880-marc-subfield6-processing.xml|{new=1}",
                "lc880-marc.xml|{new=1}",
                "marc4j-1474920681_KOHA_LFL_5.xml|{new=1}",
                "marc4j-bad-characters-in-various-fields.mrc|{new=1}",
                "marc4j-bad_oversize_field_bad_directory.mrc|{new=5}",
                "marc4j-brkrtest.mrc|{new=8}",
                "marc4j-chinese_mangled_multibyte.mrc|{conflict=3, new=1}",
                "marc4j-cyrillic_capital_e.mrc|{new=2}",
                "marc4j-incomplete_esc_seq.mrc|{new=1}",
                "openlib-880_Nihon_no_chasho.mrc|{new=1}",
                "openlib-880_alternate_script.mrc|{new=1}",
                "openlib-880_publisher_unlinked.mrc|{new=1}",
                "pymarc-bad_eacc_encoding.dat|{new=1}",
                "pymarc-bad_marc8_escape.dat|{new=1}",
                "qa-BooksAll.2014.part01-0001.mrc|{new=100}",
                "qa-wrong-marcxml.xml|{new=3}",
                "reservoir-marc1-delete.xml|{same=1}",
                "rubymarc-cp866_multirecord.marc|{conflict=1, new=1}",
                "rubymarc-utf8_with_bad_bytes.marc|{new=1}",
                "solrmarc-uva_001_2000.mrc|{new=2000}",
                "traject-bad_utf_byte.utf8.marc|{new=1}",
                "traject-hebrew880s.marc|{new=1}",
                "traject-test_data.utf8.marc.xml|{new=29, same=1}",
                "traject-test_data.utf8.mrc|{new=29, same=1}"
            })
    void goesInComesAgainAndGoesOut(String name, String planned) throws IOException {
        var file = bytes(name);
        var desk = desk();
        var id = desk.plan(file);
        var plan = desk.read(id);
        assertEquals(planned, Desk.counts(plan));
        int records = plan.getInt("records");
        int brandNew = plan.getInt("counts.new");
        int left = plan.getInt("counts.conflict");
        isKeptByteForByte(desk, id, records, file);

        assertEquals(with(planned, "applied", brandNew, "skipped", left), Desk.counts(desk.apply(id)));
        assertEquals(brandNew, shown(desk));

        var again = desk.plan(file);
        var same = with("{same=" + (records - left) + "}", "conflict", left);
        assertEquals(same, desk.counts(again));
        desk.apply(again);
        assertEquals(0, TestPostgres.count("select 1 from record_change where import_id = '%s'".formatted(again)));

        assertEquals(with(planned, "undone", brandNew, "skipped", left), Desk.counts(desk.undo(id)));
        assertEquals(0, shown(desk));
        RestApi.get("/v1/records?centre=" + desk.centre).body("items", empty());
    }

    @AfterAll
    static void nothingIsLostOrThereTwice() {
        if (first != null) {
            ImportInvariants.hold(first);
        }
    }

    private static long shown(Desk desk) {
        return TestPostgres.count(
                "select 1 from record where centre_id = '%s' and state = 'active'".formatted(desk.centre));
    }

    private static String with(String planned, Object... more) {
        var counts = new TreeMap<String, String>();
        for (var each : planned.substring(1, planned.length() - 1).split(", ", -1)) {
            counts.put(each.split("=", -1)[0], each.split("=", -1)[1]);
        }
        for (int nth = 0; nth < more.length; nth += 2) {
            if (!more[nth + 1].equals(0)) {
                counts.put((String) more[nth], more[nth + 1].toString());
            }
        }
        return counts.toString();
    }

    /** The last record, behind all the others. */
    private static void isKeptByteForByte(Desk desk, UUID id, int last, byte[] file) {
        Map<String, Object> row = desk.get("/v1/imports/" + id + "/rows/" + last)
                .statusCode(200)
                .json()
                .getMap("");
        assertArrayEquals(slice(file, row), desk.original(id, last));
    }

    private static byte[] slice(byte[] file, Map<String, Object> row) {
        int position = ((Number) row.get("position")).intValue();
        return Arrays.copyOfRange(file, position, position + ((Number) row.get("length")).intValue());
    }

    @Test
    void noFileOfTheFolderIsLeftOut() throws IOException, NoSuchMethodException {
        var tried = SharedFilesImportTest.class
                .getDeclaredMethod("goesInComesAgainAndGoesOut", String.class, String.class)
                .getAnnotation(CsvSource.class)
                .value();
        assertEquals(
                names(),
                Arrays.stream(tried).map(row -> row.split("\\|", 2)[0]).sorted().toList());
    }

    /** All of them in one file, with something between each two that is no record. */
    @Test
    void whatIsUnreadableBetweenThemIsNamedAndTheRestGoesOn() throws IOException {
        var file = new ByteArrayOutputStream();
        var positions = new ArrayList<Integer>();
        int records = 0;
        for (var name : names()) {
            if (!name.endsWith(".xml")) {
                var part = bytes(name);
                file.writeBytes(part);
                for (var each : part) {
                    records += each == 0x1D ? 1 : 0;
                }
                positions.add(file.size());
                file.writeBytes(NO_RECORD);
            }
        }
        var desk = desk();
        var id = desk.plan(file.toByteArray());
        assertEquals(records + positions.size(), desk.read(id).getInt("records"));
        var unreadable = desk.get("/v1/imports/" + id + "/rows?outcome=unreadable&limit=500")
                .json();
        assertEquals(positions, unreadable.getList("items.position"));
        for (var remark : unreadable.<List<String>>getList("items.remarks")) {
            assertEquals(1, remark.size());
            assertFalse(remark.get(0).isBlank());
        }
        for (var nth : unreadable.<Integer>getList("items.nth")) {
            assertArrayEquals(NO_RECORD, desk.original(id, nth));
        }
        assertTrue(desk.read(id).getInt("counts.new") > 2_000);
        RestApi.as(desk.cataloguer()).delete("/v1/imports/" + id).statusCode(204);
        desk.get("/v1/imports/" + id + "/rows/1").statusCode(200);
        desk.get("/v1/imports/" + id + "/rows/1/original").statusCode(404);
        assertEquals(0, TestPostgres.count("select 1 from import_chunk where import_id = '%s'".formatted(id)));
    }
}

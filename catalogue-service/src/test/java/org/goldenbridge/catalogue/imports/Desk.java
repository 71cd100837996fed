package org.goldenbridge.catalogue.imports;

import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.TestRequest.given;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.goldenbridge.catalogue.CatalogueFixtures;
import org.goldenbridge.catalogue.marc.Comparison;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.marc.MarcXml;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.JsonBody;
import org.goldenbridge.testing.RestApi;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.goldenbridge.testing.TestTokens;

/** The desk of a centre of the test's own, with a source of records, and one-word ways to import from it. */
final class Desk {
    private static final AtomicInteger NEXT = new AtomicInteger();

    final String centre;
    final String source;

    private Desk(String centre, String source) {
        this.centre = centre;
        this.source = source;
    }

    /** A centre, and a source with these rules. */
    static Desk open(String... rules) {
        var centre = CatalogueFixtures.centre().id();
        return new Desk(centre, source(centre, rules));
    }

    /** Another source for the same centre. */
    Desk another(String... rules) {
        return new Desk(centre, source(centre, rules));
    }

    /** A source of the centre; each rule is written {@code 6XX=add}. */
    private static String source(String centre, String... rules) {
        var id = centre + "-source-" + NEXT.incrementAndGet();
        var overlay = List.of(rules).stream()
                .map(rule -> "{\"fields\":\"%s\",\"rule\":\"%s\"}".formatted((Object[]) rule.split("=", -1)))
                .toList();
        RestApi.post(cataloguer(centre), "/v1/import-sources", """
                {"id":"%s","centreId":"%s","name":"A library","overlay":%s}""".formatted(id, centre, overlay))
                .statusCode(201);
        return id;
    }

    static String cataloguer(String centre) {
        return TestTokens.of(centre + "-cataloguer", "/" + centre + "/cataloguer");
    }

    String cataloguer() {
        return cataloguer(centre);
    }

    TestResponse get(String path) {
        return given().bearer(cataloguer()).get(path);
    }

    /** Begins an import, and tells its id. */
    UUID begin() {
        return begin("{\"sourceId\":\"%s\",\"fileName\":\"records.mrc\"}".formatted(source));
    }

    UUID begin(String draft) {
        return UUID.fromString(created(RestApi.post(cataloguer(), "/v1/imports", draft)));
    }

    TestResponse send(UUID importId, byte[] file) {
        return given().bearer(cataloguer())
                .contentType("application/octet-stream")
                .body(file)
                .put("/v1/imports/" + importId + "/file");
    }

    JsonBody read(UUID importId) {
        return get("/v1/imports/" + importId).statusCode(200).json();
    }

    JsonBody await(UUID importId, String state) {
        Eventually.isTrue(
                "import " + importId + " is " + state,
                () -> state.equals(TestPostgres.value("select state from import where id = '" + importId + "'")));
        return read(importId);
    }

    /** Imports a file as far as its plan. */
    UUID plan(byte[] file) {
        var id = begin();
        send(id, file).statusCode(202);
        await(id, "planned");
        return id;
    }

    UUID plan(String file) {
        return plan(file.getBytes(StandardCharsets.UTF_8));
    }

    JsonBody apply(UUID importId) {
        RestApi.post(cataloguer(), "/v1/imports/" + importId + "/application", "")
                .statusCode(202);
        return await(importId, "applied");
    }

    JsonBody undo(UUID importId) {
        RestApi.post(cataloguer(), "/v1/imports/" + importId + "/undoing", "").statusCode(202);
        return await(importId, "undone");
    }

    /** The rows of a plan. */
    JsonBody rows(UUID importId) {
        return get("/v1/imports/" + importId + "/rows?limit=500")
                .statusCode(200)
                .json();
    }

    /** What the plan says of how many, and what came of how many, as {@code {applied=2, new=2}}. */
    String counts(UUID importId) {
        return counts(read(importId));
    }

    static String counts(JsonBody shown) {
        var counts = new TreeMap<>(shown.<String, Integer>getMap("counts"));
        counts.values().removeIf(count -> count == 0);
        return counts.toString();
    }

    /** The bytes of one record of the file, as they were sent. */
    byte[] original(UUID importId, long nth) {
        return get("/v1/imports/" + importId + "/rows/" + nth + "/original")
                .statusCode(200)
                .asByteArray();
    }

    /** The one record of ours that a source's record is. */
    String recordOf(String sourceRecordId) {
        return TestPostgres.value(
                "select record_id from record_source where source_id = '%s' and source_record_id = '%s'"
                        .formatted(source, sourceRecordId));
    }

    /** Edits a record by hand: the fields of one tag become this one, written {@code 10$atitle}. */
    void edit(String recordId, String tag, String content) {
        tryToEdit(recordId, tag, content).statusCode(200);
    }

    /** As {@link #edit}, of a record that somebody else may change at the same time. */
    TestResponse tryToEdit(String recordId, String tag, String content) {
        var path = "/v1/records/" + recordId;
        var shownAs = CatalogueFixtures.tag(path); // what is read after it is no older
        var shown = RestApi.get(RestApi.administrator(), path).json();
        Map<String, Object> marc =
                RestApi.get(RestApi.administrator(), path + "/marc").json().getMap("");
        @SuppressWarnings("unchecked")
        var fields = new ArrayList<>((List<Map<String, Object>>) marc.get("dataFields"));
        fields.removeIf(field -> field.get("tag").equals(tag));
        var codesAndValues = new ArrayList<String>();
        for (var part : content.substring(3).split("\\$", -1)) {
            codesAndValues.add(part.substring(0, 1));
            codesAndValues.add(part.substring(1));
        }
        fields.add(CatalogueFixtures.field(
                tag, content.substring(0, 2).replace('#', ' '), codesAndValues.toArray(String[]::new)));
        fields.sort(Comparator.comparing(field -> String.valueOf(field.get("tag"))));
        var edited = RestApi.but(marc, "dataFields", fields);
        return RestApi.put(
                RestApi.administrator(),
                path,
                shownAs,
                RestApi.with(
                        "centreId",
                        shown.getString("centreId"),
                        "kind",
                        shown.getString("kind"),
                        "hidden",
                        shown.getBoolean("hidden"),
                        "marc",
                        edited));
    }

    /** The fields of a record of ours with that tag, each on a line, as plans show them. */
    static List<String> fields(String recordId, String tag) {
        var marc = MarcXml.read(TestPostgres.value("select marcxml from record where id = '%s'".formatted(recordId)));
        return Comparison.between(new MarcRecord(marc.leader(), List.of(), List.of()), marc).stream()
                .filter(change -> change.tag().equals(tag))
                .flatMap(change -> change.after().stream())
                .toList();
    }

    /** What a question to the database finds, one value a row. */
    static List<String> ask(String sql) {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void change(String sql) {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

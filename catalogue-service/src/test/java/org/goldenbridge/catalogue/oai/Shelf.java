package org.goldenbridge.catalogue.oai;

import static org.goldenbridge.catalogue.CatalogueFixtures.book;
import static org.goldenbridge.catalogue.CatalogueFixtures.record;
import static org.goldenbridge.catalogue.CatalogueFixtures.tag;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.created;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.catalogue.CatalogueFixtures;
import org.goldenbridge.catalogue.CatalogueFixtures.TestCentre;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.RestApi;
import org.goldenbridge.testing.TestPostgres;

/**
 * The records of a centre of the test's own: who harvests its set meets no other test's records. They are changed through the
 * front door; what it would refuse, or would take too long with, is written as the record package writes it: the row, and the
 * word of it in the outbox, in one transaction.
 */
record Shelf(TestCentre centre) {
    static Shelf open() {
        return new Shelf(CatalogueFixtures.centre());
    }

    String set() {
        return "centre:" + centre.id();
    }

    /** The arguments of a list of this shelf. */
    String list(String verb, String prefix) {
        return "verb=" + verb + "&metadataPrefix=" + prefix + "&set=" + set();
    }

    static String identifier(String id) {
        return "oai:goldenbridge.example.org:" + id;
    }

    static Answer read(String id, String prefix) {
        return Answer.get("verb=GetRecord&metadataPrefix=" + prefix + "&identifier=" + identifier(id));
    }

    String enter(String title) {
        return CatalogueFixtures.entered(centre, book(centre, title));
    }

    String enter(String kind, Map<String, Object> marc) {
        return CatalogueFixtures.entered(centre, record(centre, kind, marc));
    }

    private void put(String id, Map<String, Object> record) {
        RestApi.put(centre.cataloguer(), "/v1/records/" + id, tag("/v1/records/" + id), record)
                .statusCode(200);
    }

    void edit(String id, String title) {
        put(id, book(centre, title));
    }

    void hide(String id, String title) {
        put(id, but(book(centre, title), "hidden", true));
    }

    /** Gives the description to another centre. */
    void giveTo(Shelf other, String id, String title) {
        RestApi.put(RestApi.administrator(), "/v1/records/" + id, tag("/v1/records/" + id), book(other.centre, title))
                .statusCode(200);
    }

    void delete(String id) {
        RestApi.delete(centre.cataloguer(), "/v1/records/" + id, tag("/v1/records/" + id))
                .statusCode(204);
    }

    void restore(String id) {
        RestApi.post(centre.cataloguer(), "/v1/records/" + id + "/restoration", tag("/v1/records/" + id), Map.of())
                .statusCode(200);
    }

    /** Merges a record into another one, which takes its place. */
    void merge(String id, String into) {
        RestApi.post(
                        centre.cataloguer(),
                        "/v1/records/" + id + "/merge",
                        tag("/v1/records/" + id),
                        Map.of("into", into))
                .statusCode(200);
    }

    /** Takes a copy of the record into the collection; tells the item's id. */
    String hold(String id, String shelf) {
        return created(RestApi.post(
                centre.cataloguer(),
                "/v1/items",
                Map.of(
                        "recordId",
                        id,
                        "centreId",
                        centre.id(),
                        "barcode",
                        RestApi.unique("B"),
                        "shelf",
                        shelf,
                        "condition",
                        "good",
                        "status",
                        "available",
                        "note",
                        "Only for staff.")));
    }

    void withdraw(String item) {
        RestApi.delete(centre.cataloguer(), "/v1/items/" + item, tag("/v1/items/" + item))
                .statusCode(204);
    }

    /** Writes a record with any text as its MARCXML. */
    String write(String marcxml) {
        var id = Ids.next();
        run(inserted(id, marcxml), moved(id, false, "marcxml", "oai_dc"));
        return id.toString();
    }

    String inserted(UUID id, String marcxml) {
        return """
                insert into record (id, version, centre_id, kind, state, hidden, marcxml, edited_tags, sets, title, languages,
                                    terms, match_keys, created_at, changed_at)
                values ('%s', 0, '%s', 'book', 'active', false, '%s', '{}', '{%s,kind:book}', 'A title', '{}', '{}', '{}',
                        now(), now())""".formatted(id, centre.id(), marcxml.replace("'", "''"), set());
    }

    /** A small record. */
    static String marcxml(String title) {
        return "<record xmlns=\"http://www.loc.gov/MARC21/slim\"><leader>00000nam a2200000   4500</leader>"
                + "<datafield tag=\"245\" ind1=\"0\" ind2=\"0\"><subfield code=\"a\">" + title
                + "</subfield></datafield></record>";
    }

    /** The statement that moves a record in the feeds of the formats. */
    String moved(UUID id, boolean deleted, String... formats) {
        var items = Stream.of(formats)
                .flatMap(format -> Stream.of(format, format + "/" + set(), format + "/kind:book"))
                .map(feed -> "{\"feed\": \"%s\", \"item\": \"%s\", \"deleted\": %s}".formatted(feed, id, deleted))
                .collect(Collectors.joining(", ", "[", "]"));
        return "insert into outbox (feed_items) values ('" + items + "')";
    }

    /** Writes many records in one transaction; all of them get one number and one datestamp. */
    void writeMany(int count) {
        run("""
                with entered as (
                    insert into record (id, version, centre_id, kind, state, hidden, marcxml, edited_tags, sets, title, languages,
                                        terms, match_keys, created_at, changed_at)
                    select uuidv7(), 0, '%s', 'book', 'active', false,
                           '%s' || nth || '%s', '{}', '{%s}', 'A title', '{}', '{}', '{}', now(), now()
                    from generate_series(1, %d) nth
                    returning id)
                insert into outbox (feed_items)
                select jsonb_agg(jsonb_build_object('feed', feed, 'item', id, 'deleted', false))
                from entered, unnest(array['marcxml', 'marcxml/%s']) feed""".formatted(
                centre.id(), marcxml("$").split("\\$", -1)[0], marcxml("$").split("\\$", -1)[1], set(), count, set()));
    }

    /** Runs statements in one transaction. */
    static void run(String... statements) {
        try (var connection = TestPostgres.connect()) {
            connection.setAutoCommit(false);
            execute(connection, statements);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The values of the first column. */
    static List<String> values(String sql) {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new java.util.ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets what was committed be numbered, and the second pass in which that happened. */
    static void settle() {
        Eventually.isTrue(
                "everything is numbered", () -> TestPostgres.count("select 1 from outbox where number is null") == 0);
        run("update sequencer set last_stamp = last_stamp + interval '2 seconds'");
    }
}

package org.goldenbridge.catalogue.oai;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.testing.Eventually;
import org.goldenbridge.platform.testing.TestPostgres;

/**
 * A centre of its own for a test, with records that are written as the record package writes them: the row, and the word of it
 * in the outbox, in one transaction. The test harvests the set of that centre and meets no other test's records.
 */
final class Shelf {
    final String centre;

    private Shelf(String centre) {
        this.centre = centre;
    }

    static Shelf of(String name) {
        var shelf = new Shelf("oai-" + name);
        run("""
                insert into holding_centre (id, version, withdrawn, name, city, country)
                values ('%s', 1, false, '{"en": "Centre & %s"}', '{"en": "Town"}', 'FR')""".formatted(shelf.centre, name));
        return shelf;
    }

    String set() {
        return "centre:" + centre;
    }

    UUID enter(String title) {
        return enter(title, "book", "kind:book");
    }

    UUID enter(String title, String kind, String... kinds) {
        var id = Ids.next();
        enter(id, marcxml(id, title), kind, kinds);
        return id;
    }

    void enter(UUID id, String marcxml, String kind, String... kinds) {
        var sets = Stream.concat(Stream.of(set()), Stream.of(kinds)).toList();
        run(
                """
                insert into record (id, version, centre_id, kind, state, hidden, marcxml, edited_tags, sets, title, languages,
                                    terms, match_keys, created_at, changed_at)
                values ('%s', 0, '%s', '%s', 'active', false, '%s', '{}', '%s', 'A title', '{}', '{}', '{}', now(), now())""".formatted(id, centre, kind, marcxml.replace("'", "''"), array(sets)),
                moved(id, false, List.of("oai_dc", "marcxml"), sets));
    }

    static String marcxml(UUID id, String title) {
        return "<record xmlns=\"http://www.loc.gov/MARC21/slim\"><leader>00000nam a2200000   4500</leader>"
                + "<controlfield tag=\"001\">" + id + "</controlfield><datafield tag=\"245\" ind1=\"1\" ind2=\"0\">"
                + "<subfield code=\"a\">" + title + "</subfield></datafield></record>";
    }

    static String array(List<String> values) {
        return "{" + values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(",")) + "}";
    }

    /** The statement that moves a record in the feeds. */
    static String moved(UUID id, boolean deleted, List<String> formats, List<String> sets) {
        var items = formats.stream()
                .flatMap(
                        format -> Stream.concat(Stream.of(format), sets.stream().map(set -> format + "/" + set)))
                .map(feed -> "{\"feed\": \"%s\", \"item\": \"%s\", \"deleted\": %s}".formatted(feed, id, deleted))
                .collect(Collectors.joining(", ", "[", "]"));
        return "insert into outbox (feed_items) values ('" + items + "')";
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

    static String text(String question) {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets what was committed be numbered, and the second pass in which that happened. */
    static void settle() {
        Eventually.isTrue(
                "everything is numbered",
                () -> text("select count(*) from outbox where number is null").equals("0"));
        run("update sequencer set last_stamp = last_stamp + interval '2 seconds'");
    }
}

package org.goldenbridge.catalogue;

import static org.goldenbridge.catalogue.CatalogueFixtures.awaitFeeds;
import static org.goldenbridge.catalogue.CatalogueFixtures.book;
import static org.goldenbridge.catalogue.CatalogueFixtures.centre;
import static org.goldenbridge.catalogue.CatalogueFixtures.entered;
import static org.goldenbridge.catalogue.CatalogueFixtures.held;
import static org.goldenbridge.catalogue.CatalogueFixtures.item;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.RestApi.unique;
import static org.goldenbridge.testing.RestApi.with;
import static org.goldenbridge.testing.TestRequest.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.goldenbridge.catalogue.CatalogueFixtures.TestCentre;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.KafkaTopics;
import org.goldenbridge.testing.RestApi;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff note about an item stays inside: a canary in a note is looked for wherever the catalogue speaks to others. */
@CatalogueServiceTest
class CanaryTest {
    private static final Logger LOG = Logger.getLogger(CanaryTest.class.getName());
    private static final String CANARY = "canary-" + unique("note");

    private final String barcode = unique("BC-");
    private TestCentre centre;
    private String record;
    private Map<String, Object> noted;

    @BeforeEach
    void enterARecord() {
        centre = centre();
        record = entered(centre, book(centre, "Noted"));
        noted = but(item(centre, record, barcode), "note", CANARY);
    }

    @Test
    void aNoteReachesNobodyOutside() {
        try (var log = new Log()) {
            var id = held(centre, noted);
            put(centre.cataloguer(), "/v1/items/" + id, "*", but(noted, "note", CANARY + " again"))
                    .statusCode(200);
            assertTrue(
                    RestApi.get(centre.staff(), "/v1/items/" + id).asString().contains(CANARY),
                    "staff see it, so it can be seen elsewhere");
            var imported = comesBackInAnImport();
            refusalsThatKnewIt().forEach((fault, answer) -> {
                assertEquals(4, answer.statusCode() / 100, fault + ": " + answer.asString());
                assertFalse(answer.asString().contains(CANARY), fault);
            });
            awaitFeeds();
            var harvest = "/oai?verb=ListRecords&set=centre:" + centre.id() + "&metadataPrefix=";
            Eventually.isTrue(
                    "the item can be harvested",
                    () -> given().get(harvest + "marcxml").asString().contains(barcode));
            answersDoNotShowIt(publicPaths(id, harvest), RestApi::get);
            var plan = "/v1/imports/" + imported;
            answersDoNotShowIt(
                    List.of(plan, plan + "/rows", plan + "/rows/1", plan + "/rows/1/original"),
                    path -> RestApi.get(centre.cataloguer(), path));
            for (var topic : List.of("catalogue.items", "catalogue.records")) {
                for (var message : KafkaTopics.underTest().read(topic)) {
                    assertFalse(new String(message.value(), StandardCharsets.UTF_8).contains(CANARY), topic);
                }
            }
            assertEquals(List.of("item", "item_change"), tablesWithATrace());
            LOG.info("The end of what is looked through");
            assertTrue(log.text().contains("The end of what is looked through"), "The log was read");
            assertFalse(log.text().contains(CANARY), "the log");
        }
    }

    /** The record with its holdings as it was exported is sent in again by the same centre, planned and applied. */
    private String comesBackInAnImport() {
        var file = given().get("/v1/records/" + record + "/export?format=marc").asByteArray();
        assertTrue(new String(file, StandardCharsets.UTF_8).contains(barcode), "the item comes along");
        var source = centre.id() + "-canary";
        post(centre.cataloguer(), "/v1/import-sources", with("id", source, "centreId", centre.id(), "name", "Own"))
                .statusCode(201);
        var id = created(post(centre.cataloguer(), "/v1/imports", with("sourceId", source, "fileName", "own.mrc")));
        RestApi.as(centre.cataloguer())
                .contentType("application/octet-stream")
                .body(file)
                .put("/v1/imports/" + id + "/file")
                .statusCode(202);
        await(id, "planned");
        post(centre.cataloguer(), "/v1/imports/" + id + "/application", "").statusCode(202);
        await(id, "applied");
        return id;
    }

    private void await(String imported, String state) {
        Eventually.isTrue(
                "the import is " + state,
                () -> RestApi.get(centre.cataloguer(), "/v1/imports/" + imported)
                        .path("state")
                        .equals(state));
    }

    /** Requests that hold the note and are refused, each by what is wrong with it. */
    private Map<String, TestResponse> refusalsThatKnewIt() {
        return Map.of(
                "the same barcode again", enter(centre.cataloguer(), noted),
                "an unknown field", enter(centre.cataloguer(), but(noted, "remark", CANARY)),
                "a note that is too long", enter(centre.cataloguer(), but(noted, "note", CANARY.repeat(1000))),
                "a note that is no text", enter(centre.cataloguer(), but(noted, "note", List.of(CANARY))),
                "a word that there is not", enter(centre.cataloguer(), but(noted, "status", CANARY)),
                "another centre's cataloguer", enter(centre().cataloguer(), noted));
    }

    private static TestResponse enter(String token, Map<String, Object> item) {
        return post(token, "/v1/items", item);
    }

    private List<String> publicPaths(String id, String harvest) {
        var paths = new ArrayList<>(List.of(
                "/v1/items/" + id,
                "/v1/items?record=" + record,
                "/v1/items?barcode=" + barcode,
                "/v1/records/" + record,
                "/v1/records/" + record + "/marc",
                "/v1/records?centre=" + centre.id(),
                "/v1/records?q=" + CANARY,
                harvest + "marcxml",
                harvest + "oai_dc"));
        for (var format : new String[] {"marc", "marcxml", "json", "csv", "ris", "bibtex", "citation"}) {
            paths.add("/v1/records/" + record + "/export?format=" + format);
            paths.add("/v1/record-exports?centre=" + centre.id() + "&format=" + format);
        }
        return paths;
    }

    private static void answersDoNotShowIt(List<String> paths, Function<String, TestResponse> reader) {
        for (var path : paths) {
            var answer = reader.apply(path).statusCode(200).asString();
            assertFalse(answer.contains(CANARY), path);
        }
    }

    private static List<String> tablesWithATrace() {
        var tables = TestPostgres.value(
                "select string_agg(tablename, ' ' order by tablename) from pg_tables where schemaname = 'catalogue'");
        return Stream.of(tables.split(" ", -1))
                .filter(table -> TestPostgres.count(
                                "select 1 from \"%s\" t where t::text like '%%%s%%'".formatted(table, CANARY))
                        > 0)
                .toList();
    }

    /** What the service writes into its log, as it would stand there. */
    private static final class Log extends Handler implements AutoCloseable {
        private final Logger all = Logger.getLogger("");
        private final Formatter formatter = new PatternFormatter("%s%e%n");
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        Log() {
            all.addHandler(this);
        }

        String text() {
            return String.join("", lines);
        }

        @Override
        public void publish(LogRecord message) {
            lines.add(formatter.format(message));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            all.removeHandler(this);
        }
    }
}

package org.goldenbridge.catalogue.record;

import static org.goldenbridge.catalogue.CatalogueFixtures.awaitFeeds;
import static org.goldenbridge.catalogue.CatalogueFixtures.book;
import static org.goldenbridge.catalogue.CatalogueFixtures.centre;
import static org.goldenbridge.catalogue.CatalogueFixtures.entered;
import static org.goldenbridge.catalogue.CatalogueFixtures.field;
import static org.goldenbridge.catalogue.CatalogueFixtures.marc;
import static org.goldenbridge.catalogue.CatalogueFixtures.record;
import static org.goldenbridge.catalogue.CatalogueFixtures.tag;
import static org.goldenbridge.testing.Concurrently.together;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.as;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.delete;
import static org.goldenbridge.testing.RestApi.get;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.RestApi.unique;
import static org.goldenbridge.testing.RestApi.with;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestPostgres.value;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.goldenbridge.catalogue.CatalogueFixtures;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.junit.jupiter.api.Test;

/** Records through the front door: entered, read, edited, deleted, restored. */
@CatalogueServiceTest
class RecordTest {
    private static final String NOBODY = "/v1/records/0199a3c4-0000-7000-8000-000000000000";

    @Test
    void isEnteredReadEditedDeletedAndRestored() {
        var centre = centre();
        var id = entered(centre, book(centre, "Абай жолы"));
        var path = "/v1/records/" + id;
        get(path)
                .statusCode(200)
                .body("centreId", equalTo(centre.id()))
                .body("kind", equalTo("book"))
                .body("state", equalTo("active"))
                .body("hidden", equalTo(false))
                .body("title", equalTo("Абай жолы"))
                .body("year", equalTo(1942))
                .body("holdings", empty())
                .header("ETag", matchesPattern("\"0\\.en\\.[0-9a-f]{8}\\.gzip\""));
        put(centre.cataloguer(), path, tag(path), book(centre, "Путь Абая"))
                .statusCode(200)
                .body("title", equalTo("Путь Абая"))
                .header("ETag", matchesPattern("\"1\\.en\\.[0-9a-f]{8}\""));
        delete(centre.cataloguer(), path, tag(path)).statusCode(204);
        get(path)
                .statusCode(200)
                .body("state", equalTo("deleted"))
                .body("title", equalTo("Путь Абая"))
                .body("languages", nullValue())
                .body("holdings", nullValue());
        get(path + "/marc").statusCode(404);
        put(centre.cataloguer(), path, tag(path), book(centre, "Again"))
                .statusCode(409)
                .body("type", equalTo("/problems/withdrawn"));
        delete(centre.cataloguer(), path, tag(path)).statusCode(409);
        post(centre.cataloguer(), path + "/restoration", tag(path), Map.of())
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("title", equalTo("Путь Абая"));
        post(centre.cataloguer(), path + "/restoration", tag(path), Map.of())
                .statusCode(409)
                .body("type", equalTo("/problems/not-deleted"));
    }

    @Test
    void keepsTheMarcRecordWholeAndGivesItItsNumber() {
        var centre = centre();
        var foreign = but(
                marc(field("245", "10", "a", "Kniga slov"), field("993", "  ", "x", "local", "y", "kept as it is")),
                "controlFields",
                List.of(
                        with("tag", "001", "value", "ocm123"),
                        with("tag", "003", "value", "OCoLC"),
                        with("tag", "005", "value", "19990101000000.0"),
                        with("tag", "008", "value", "261121s1942    kz            000 1 kaz d")));
        var id = entered(centre, record(centre, "book", foreign));
        get("/v1/records/" + id + "/marc")
                .statusCode(200)
                .body("leader", equalTo("00000nam a2200000 i 4500"))
                .body("controlFields.tag", contains("001", "003", "005", "008"))
                .body("controlFields[0].value", equalTo(id))
                .body("controlFields[1].value", equalTo("KZ-GB"))
                .body("controlFields[2].value", matchesPattern("20[0-9]{12}\\.0"))
                .body("dataFields.tag", contains("035", "245", "993"))
                .body("dataFields[0].subfields[0].value", equalTo("(OCoLC)ocm123"))
                .body("dataFields[2].ind1", equalTo(" "))
                .body("dataFields[2].subfields.code", contains("x", "y"));
    }

    @Test
    void anEditThatChangesNothingMakesNoVersion() {
        var centre = centre();
        var path = "/v1/records/" + entered(centre, book(centre, "Same"));
        Map<String, Object> asRead = get(path + "/marc").json().getMap("$");
        put(centre.cataloguer(), path, tag(path), record(centre, "book", asRead))
                .statusCode(200)
                .header("ETag", matchesPattern("\"0\\..*"));
        put(centre.cataloguer(), path, tag(path), but(record(centre, "book", asRead), "hidden", true))
                .statusCode(200)
                .header("ETag", matchesPattern("\"1\\..*"));
    }

    @Test
    void whatAPersonWroteCountsAsEditedByHand() {
        var centre = centre();
        var id = entered(centre, book(centre, "First"));
        assertEquals("{008,245,LDR}", value("select edited_tags from record where id = '" + id + "'"));
        put(
                        centre.cataloguer(),
                        "/v1/records/" + id,
                        "*",
                        record(
                                centre,
                                "book",
                                marc(field("245", "00", "a", "First"), field("520", "  ", "a", "A summary."))))
                .statusCode(200);
        assertEquals("{008,245,520,LDR}", value("select edited_tags from record where id = '" + id + "'"));
    }

    @Test
    void editsTheVersionThatWasRead() {
        var centre = centre();
        var path = "/v1/records/" + entered(centre, book(centre, "One"));
        var read = tag(path);
        put(centre.cataloguer(), path, read, book(centre, "Two")).statusCode(200);
        put(centre.cataloguer(), path, read, book(centre, "Three"))
                .statusCode(412)
                .body("type", equalTo("/problems/stale"));
        as(centre.cataloguer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(book(centre, "Four"))
                .put(path)
                .statusCode(428);
        get(path).body("title", equalTo("Two"));
    }

    @Test
    void ofManyEditsOfOneVersionOneIsKept() throws Exception {
        var centre = centre();
        var path = "/v1/records/" + entered(centre, book(centre, "Original"));
        var read = tag(path);
        var edits = IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(nth ->
                        () -> put(centre.cataloguer(), path, read, book(centre, "Edit " + nth))
                                .statusCode())
                .toList();
        var statuses = together(edits);
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertEquals(5, statuses.stream().filter(status -> status == 412).count(), statuses.toString());
        get(path).header("ETag", matchesPattern("\"1\\..*")).body("title", equalTo("Edit " + statuses.indexOf(200)));
    }

    @Test
    void answers304ToWhoHasIt() {
        var centre = centre();
        var path = "/v1/records/" + entered(centre, book(centre, "Known"));
        for (var part : new String[] {path, path + "/marc", "/v1/records?centre=" + centre.id()}) {
            var tag = get(part).statusCode(200).header("ETag");
            given().header("If-None-Match", tag).get(part).statusCode(304);
        }
    }

    @Test
    void aHiddenRecordIsForStaff() {
        var centre = centre();
        var path = "/v1/records/" + entered(centre, but(book(centre, "Hidden"), "hidden", true));
        for (var part : new String[] {"", "/marc"}) {
            get(path + part).statusCode(404);
            get(CatalogueFixtures.centre().staff(), path + part).statusCode(200);
        }
        get("/v1/records?centre=" + centre.id()).body("items", empty());
        delete(centre.cataloguer(), path, "*").statusCode(204);
        get(path).statusCode(404);
    }

    @Test
    void aRecordMovesToAnotherCentreWhenBothAgree() {
        var from = centre();
        var to = centre();
        var path = "/v1/records/" + entered(from, book(from, "Moving"));
        put(from.cataloguer(), path, "*", book(to, "Moving")).statusCode(403);
        put(to.cataloguer(), path, "*", book(to, "Moving")).statusCode(403);
        put(administrator(), path, "*", book(to, "Moving")).statusCode(200).body("centreId", equalTo(to.id()));
        put(administrator(), path, "*", book(new CatalogueFixtures.TestCentre("nowhere"), "Moving"))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-centre"));
        CatalogueFixtures.applyCentre(from.id(), 2, true);
        put(administrator(), path, "*", book(from, "Moving")).statusCode(422);
    }

    @Test
    void theFeedsFollow() {
        var centre = centre();
        var id = entered(centre, book(centre, "Followed"));
        awaitFeeds();
        var feeds = "select deleted from feed_item where item = '" + id + "' and feed ";
        for (var feed : new String[] {"oai_dc", "marcxml"}) {
            for (var set : new String[] {"", "/centre:" + centre.id(), "/kind:book"}) {
                assertEquals("f", value(feeds + "= '" + feed + set + "'"), feed + set);
            }
        }
        put(centre.cataloguer(), "/v1/records/" + id, "*", but(book(centre, "Followed"), "kind", "rare-book"))
                .statusCode(200);
        awaitFeeds();
        assertEquals("f", value(feeds + "= 'marcxml/kind:book:rare-book'"));
        put(
                        centre.cataloguer(),
                        "/v1/records/" + id,
                        "*",
                        record(
                                centre,
                                "image",
                                but(
                                        marc(field("245", "00", "a", "Now a picture")),
                                        "leader",
                                        "00000nkm a2200000 i 4500")))
                .statusCode(200);
        awaitFeeds();
        assertEquals("f", value(feeds + "= 'oai_dc/kind:image'"));
        assertEquals("t", value(feeds + "= 'oai_dc/kind:book'"));
        assertEquals("f", value(feeds + "= 'oai_dc'"));
        delete(centre.cataloguer(), "/v1/records/" + id, "*").statusCode(204);
        awaitFeeds();
        assertEquals(0, count(feeds + "is not null and not deleted"));
    }

    @Test
    void thereIsNoSuchRecord() {
        var centre = centre();
        get(NOBODY).statusCode(404).contentType("application/problem+json");
        get(NOBODY + "/marc").statusCode(404);
        put(centre.cataloguer(), NOBODY, "*", book(centre, "Nobody")).statusCode(404);
        delete(centre.cataloguer(), NOBODY, "*").statusCode(404);
        get("/v1/records/not-an-id").statusCode(404);
    }

    @Test
    void theListGoesOnWhereItsCursorSaysNewestFirst() {
        var centre = centre();
        var first = entered(centre, book(centre, "First"));
        var second = entered(centre, book(centre, "Second"));
        var third = entered(centre, book(centre, "Third"));
        var list = "/v1/records?centre=" + centre.id() + "&limit=2";
        var page = get(list).statusCode(200).body("items.id", contains(third, second));
        var cursor = page.<String>path("next");
        get(list + "&cursor=" + cursor).body("items.id", contains(first)).body("next", nullValue());
        get("/v1/records?limit=2&cursor=" + cursor).statusCode(400).body("type", equalTo("/problems/invalid-cursor"));
    }

    @Test
    void theListIsFilteredByKindCentreAndLanguage() {
        var centre = centre();
        var book = entered(centre, book(centre, "Book"));
        var film = entered(
                centre,
                record(
                        centre,
                        "film",
                        but(marc(field("245", "00", "a", "Film")), "leader", "00000ngm a2200000 i 4500")));
        var list = "/v1/records?centre=" + centre.id();
        get(list).body("items.id", containsInAnyOrder(book, film));
        get(list + "&kind=film").body("items.id", contains(film));
        get(list + "&kind=serial").body("items", empty());
        get(list + "&kind=book").body("items.id", contains(book));
        get(list + "&kind=party").statusCode(400).body("errors[0].pointer", equalTo("?kind"));
        get(list + "&language=xx").body("items", empty());
        get(list + "&language=Kazakh").statusCode(400).body("errors[0].pointer", endsWith("language"));
        get(list + "&sort=title").statusCode(400).body("type", equalTo("/problems/unknown-parameter"));
    }

    @Test
    void namesEveryFaultOfAMarcRecordWithItsPlace() {
        var centre = centre();
        post(
                        centre.cataloguer(),
                        "/v1/records",
                        record(
                                centre,
                                "film",
                                marc(
                                        field("020", "  ", "a", "9785020000002"),
                                        field("245", "00", "a", "Title"),
                                        field("856", "4 ", "u", "javascript:alert(1)"))))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-marc"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/marc/dataFields/0/subfields/0/value",
                                "/marc/dataFields/2/subfields/0/value",
                                "/marc/leader"));
        assertEquals(0, count("select 1 from record where centre_id = '" + centre.id() + "'"));
    }

    /** Some clients escape everything but ASCII: a Cyrillic letter takes six bytes then, and two in MARC. */
    @Test
    void takesTheLongestRecordThatThereMayBe() {
        var centre = centre();
        var note = "{\"tag\":\"500\",\"ind1\":\" \",\"ind2\":\" \",\"subfields\":[{\"code\":\"a\",\"value\":\""
                + "\\u0436".repeat(4_900) + "\"}]}";
        var body = """
                {"centreId":"%s","kind":"book","marc":{"leader":"00000nam a2200000 i 4500","controlFields":[],"dataFields":[
                 {"tag":"245","ind1":"0","ind2":"0","subfields":[{"code":"a","value":"Long"}]}%s]}}""".formatted(centre.id(), ("," + note).repeat(9));
        as(centre.cataloguer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .post("/v1/records")
                .statusCode(201);
        as(centre.cataloguer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(" ".repeat(600_000))
                .post("/v1/records")
                .statusCode(413);
    }

    @Test
    void refusesBodiesOfAnotherShape() {
        var centre = centre();
        var draft = book(centre, "Shape");
        for (var wrong : List.of(
                but(draft, "marc", null),
                but(draft, "marc", "text"),
                but(draft, "marc", with("leader", "x")),
                but(draft, "marc", but(marc(), "dataFields", List.of(with("tag", "245")))),
                but(draft, "marc", but(marc(), "extra", 1)),
                but(draft, "kind", "party"),
                but(draft, "kind", null),
                but(draft, "hidden", "yes"),
                but(draft, "centreId", " "),
                but(draft, "centreId", null))) {
            post(administrator(), "/v1/records", wrong).statusCode(400).contentType("application/problem+json");
        }
        assertEquals(0, count("select 1 from record where centre_id = '" + centre.id() + "'"));
    }

    @Test
    void refusesFieldsThatAreNotThere() {
        var centre = centre();
        for (var field : new String[] {"id", "version", "state", "editedTags", "sets", "title", "mergedInto"}) {
            post(centre.cataloguer(), "/v1/records", but(book(centre, unique("mass")), field, "x"))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/" + field));
        }
        assertEquals(0, count("select 1 from record where centre_id = '" + centre.id() + "'"));
    }
}

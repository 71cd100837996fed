package org.goldenbridge.catalogue.oai;

import static org.goldenbridge.testing.TestRequest.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.testing.HostileRequests;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The protocol's terms: verbs, arguments and error codes (OAI-PMH 2.0, 3 and 4). */
@CatalogueServiceTest
class ProtocolTest {
    private static final String NOBODY = Shelf.identifier("0199a3c4-0000-7000-8000-000000000000");
    private static Shelf shelf;
    private static String id;

    @BeforeEach
    void enterARecordOnce() {
        if (shelf != null) {
            return;
        }
        shelf = Shelf.open();
        id = shelf.enter("Абай жолы");
        Shelf.settle();
    }

    private static void assertError(String code, String... queries) {
        for (var query : queries) {
            for (var answer : List.of(Answer.get(query), Answer.post(query))) {
                assertEquals(code, answer.error(), query);
            }
        }
    }

    @Test
    void badVerb() {
        var queries = new String[] {
            "",
            "verb",
            "verb=",
            "verb=Nonsense",
            "verb=listrecords",
            "verb=ListRecords%20&metadataPrefix=oai_dc",
            "Verb=Identify",
            "metadataPrefix=oai_dc",
            "verb=Identify&verb=Identify",
            "verb=Identify&verb=ListSets",
            "&&verb=%00"
        };
        assertError("badVerb", queries);
        for (var query : queries) {
            assertEquals(Map.of(), Answer.get(query).request(), query);
        }
    }

    @Test
    void badArgument() {
        var list = "verb=ListRecords&metadataPrefix=oai_dc";
        var queries = new String[] {
            "verb=Identify&x=1",
            "verb=Identify&metadataPrefix=oai_dc",
            "verb=Identify&%72esumptionToken=x",
            "verb=ListMetadataFormats&metadataPrefix=oai_dc",
            "verb=ListMetadataFormats&identifier=" + NOBODY + "&identifier=" + NOBODY,
            "verb=ListSets&set=kind",
            "verb=ListSets&resumptionToken=x&resumptionToken=x",
            "verb=ListRecords",
            "verb=ListRecords&set=kind",
            "verb=ListRecords&metadataPrefix=",
            "verb=ListRecords&metadataPrefix=oai%20dc",
            "verb=ListRecords&metadataPrefix=%3Cx%3E",
            list + "&metadataPrefix=oai_dc",
            list + "&metadataPrefix=marcxml",
            list + "&identifier=" + NOBODY,
            list + "&resumptionToken=x",
            "verb=ListRecords&resumptionToken=x&set=kind",
            list + "&set=",
            list + "&set=:",
            list + "&set=centre:",
            list + "&set=:centre",
            list + "&set=centre::x",
            list + "&set=centre%2Fx",
            list + "&set=centre%20x",
            list + "&from=",
            list + "&from=2026",
            list + "&from=2026-02-30",
            list + "&from=0000-01-01",
            list + "&from=2026-11-21T10:00Z",
            list + "&from=2026-11-21T10:00:00.5Z",
            list + "&until=2026-11-21T10:00:00%2B08:00",
            list + "&until=yesterday",
            list + "&from=2026-11-21&until=2026-11-21T10:00:00Z",
            list + "&from=2026-11-21T10:00:00Z&until=2026-11-22",
            list + "&from=2026-11-22&until=2026-11-21",
            list + "&from=2026-11-21T10:00:01Z&until=2026-11-21T10:00:00Z",
            "verb=ListIdentifiers",
            "verb=ListIdentifiers&metadataPrefix=oai_dc&verbose=1",
            "verb=GetRecord",
            "verb=GetRecord&identifier=" + NOBODY,
            "verb=GetRecord&metadataPrefix=oai_dc",
            "verb=GetRecord&metadataPrefix=oai_dc&identifier=" + NOBODY + "&from=2026-11-21",
            "verb=GetRecord&metadataPrefix=oai_dc&identifier=" + NOBODY + "&identifier=" + NOBODY
        };
        for (var query : queries) {
            assertError("badArgument", query);
            assertEquals(Map.of(), Answer.get(query).request(), query);
        }
    }

    @Test
    void cannotDisseminateFormat() {
        assertError(
                "cannotDisseminateFormat",
                "verb=ListRecords&metadataPrefix=mods",
                "verb=ListIdentifiers&metadataPrefix=OAI_DC",
                "verb=GetRecord&metadataPrefix=marc21&identifier=" + Shelf.identifier(id));
        assertEquals(
                Map.of("verb", "ListRecords", "metadataPrefix", "mods", "from", "2026-11-21", "set", "kind:book"),
                Answer.get("verb=ListRecords&metadataPrefix=mods&from=2026-11-21&set=kind:book")
                        .request());
    }

    @Test
    void idDoesNotExist() {
        for (var identifier : new String[] {
            NOBODY,
            id,
            "oai:goldenbridge.example.org:",
            "oai:goldenbridge.example.org:" + id + "x",
            "oai:goldenbridge.example.org:"
                    + id.toUpperCase(java.util.Locale.ROOT).replace("-", ""),
            "oai:another.example.org:" + id,
            "OAI:goldenbridge.example.org:" + id,
            "",
            "invalid%22id",
            "http://%5B",
            "1:2",
            "%3Cscript%3E%00%EF%BF%BF",
            "%FF%FE"
        }) {
            assertError(
                    "idDoesNotExist",
                    "verb=GetRecord&metadataPrefix=oai_dc&identifier=" + identifier,
                    "verb=ListMetadataFormats&identifier=" + identifier);
        }
        assertEquals(
                Map.of("verb", "GetRecord", "metadataPrefix", "oai_dc", "identifier", NOBODY),
                Answer.get("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + NOBODY)
                        .request());
    }

    @Test
    void badResumptionToken() {
        assertError(
                "badResumptionToken",
                "verb=ListRecords&resumptionToken=",
                "verb=ListRecords&resumptionToken=x",
                "verb=ListIdentifiers&resumptionToken=%3C%22%00",
                "verb=ListSets&resumptionToken=x");
    }

    @Test
    void noRecordsMatch() {
        var list = shelf.list("ListRecords", "oai_dc");
        assertError(
                "noRecordsMatch",
                list + "&from=9999-12-31",
                list + "&from=2999-01-01T00:00:00Z",
                list + "&until=0001-01-01",
                list + "&until=2001-01-01T00:00:00Z",
                list + "&from=2001-01-01&until=2001-12-31",
                shelf.list("ListIdentifiers", "marcxml") + "&from=2999-01-01",
                "verb=ListRecords&metadataPrefix=oai_dc&set=unknown",
                "verb=ListRecords&metadataPrefix=oai_dc&set=kind:boo",
                "verb=ListRecords&metadataPrefix=oai_dc&set=centre:nowhere:at-all");
    }

    @Test
    void theTimesAskedForMayLieOutsideTheCatalogues() {
        for (var times : new String[] {
            "&from=0001-01-01",
            "&until=9999-12-31",
            "&until=9999-12-31T23:59:59Z",
            "&from=2001-01-01T00:00:00Z&until=2999-01-01T00:00:00Z"
        }) {
            assertEquals(
                    Shelf.identifier(id),
                    Answer.get(shelf.list("ListRecords", "oai_dc") + times)
                            .header()
                            .identifier());
        }
    }

    @Test
    void identifies() {
        var answer = Answer.get("&verb=Identify&");
        assertEquals("http://localhost:8080/oai", answer.only("baseURL"));
        assertEquals("http://localhost:8080/oai", answer.only("request"));
        assertEquals("2.0", answer.only("protocolVersion"));
        assertEquals("catalogue@goldenbridge.example.org", answer.only("adminEmail"));
        assertEquals("persistent", answer.only("deletedRecord"));
        assertEquals("YYYY-MM-DDThh:mm:ssZ", answer.only("granularity"));
        assertEquals("gzip", answer.only("compression"));
        assertFalse(answer.only("repositoryName").isBlank());
        var earliest = answer.only("earliestDatestamp");
        Answer.list("verb=ListIdentifiers&metadataPrefix=marcxml")
                .forEach(page -> page.headers()
                        .forEach(header -> assertTrue(header.datestamp().compareTo(earliest) >= 0, earliest)));
        assertEquals(
                List.of("goldenbridge.example.org"),
                answer.texts("http://www.openarchives.org/OAI/2.0/oai-identifier", "repositoryIdentifier"));
        assertEquals(Map.of("verb", "Identify"), answer.request());
    }

    @Test
    void listsTheFormatsOfTheRepositoryAndOfARecord() {
        for (var query :
                List.of("verb=ListMetadataFormats", "verb=ListMetadataFormats&identifier=" + Shelf.identifier(id))) {
            var answer = Answer.get(query);
            assertEquals(List.of("oai_dc", "marcxml"), answer.texts(Answer.OAI, "metadataPrefix"));
            assertEquals(
                    List.of("http://www.openarchives.org/OAI/2.0/oai_dc/", "http://www.loc.gov/MARC21/slim"),
                    answer.texts(Answer.OAI, "metadataNamespace"));
        }
    }

    @Test
    void listsTheSetsAsATree() {
        var specs = Answer.get("verb=ListSets").texts(Answer.OAI, "setSpec");
        for (var spec : specs) {
            var parent = spec.lastIndexOf(':') < 0 ? null : spec.substring(0, spec.lastIndexOf(':'));
            assertTrue(
                    parent == null || specs.subList(0, specs.indexOf(spec)).contains(parent),
                    spec + " has its parent before it");
        }
        assertTrue(specs.containsAll(
                List.of("centre", shelf.set(), "kind", "kind:book", "kind:book:rare-book", "kind:film")));
    }

    @Test
    void postIsTheSameAsGet() {
        for (var query : List.of(
                "verb=Identify",
                shelf.list("ListRecords", "marcxml"),
                "verb=GetRecord&metadataPrefix=oai_dc&identifier="
                        + Shelf.identifier(id).replace(":", "%3A"))) {
            var withoutDate = "<responseDate>[^<]*";
            assertEquals(
                    Answer.get(query).text.replaceAll(withoutDate, ""),
                    Answer.post(query).text.replaceAll(withoutDate, ""));
        }
        assertEquals("badVerb", Answer.of(given().post("/oai")).error());
        assertEquals(
                "badVerb",
                Answer.of(given().contentType("application/json")
                                .body("{\"verb\": \"Identify\"}")
                                .post("/oai"))
                        .error());
        assertEquals(
                "badVerb",
                Answer.of(given().contentType("application/x-www-form-urlencoded")
                                .body("verb=Identify")
                                .post("/oai?verb=Identify"))
                        .error());
    }

    @Test
    void answersInGzipWhenAsked() {
        var response = given().header("Accept-Encoding", "gzip").get("/oai?" + shelf.list("ListRecords", "marcxml"));
        assertEquals("gzip", response.header("Content-Encoding"));
        assertEquals(
                Shelf.identifier(id), Answer.of(response.asString()).header().identifier());
    }

    @Test
    void whateverTheClientAcceptsItGetsXml() {
        for (var accept : List.of("application/xml", "text/html", "application/json", "*/*")) {
            Answer.of(given().header("Accept", accept).get("/oai?verb=Identify"));
        }
        given().head("/oai?verb=Identify").statusCode(200).body(Matchers.emptyString());
    }

    @Test
    void whatIsNoMatterOfTheProtocolIsAProblem() {
        given().put("/oai?verb=Identify").statusCode(405).contentType("application/problem+json");
        given().delete("/oai").statusCode(405).contentType("application/problem+json");
        given().contentType("application/x-www-form-urlencoded")
                .body("verb=" + "x".repeat(600_000))
                .post("/oai")
                .statusCode(413)
                .contentType("application/problem+json");
    }

    /** S03. */
    @Test
    void noHeaderMakesAnAnswerFail() throws java.io.IOException {
        HostileRequests.inHeadersAreAnsweredBelow500(
                "/oai?verb=Identify", "/v1/records?limit=1", "/v1/holding-centres?limit=1", "/v1/nothing");
    }
}

package org.goldenbridge.catalogue.centre;

import static org.goldenbridge.testing.Facts.fact;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.Facts;
import org.goldenbridge.testing.KafkaTopics;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@CatalogueServiceTest
class HoldingCentreTest {
    private static final String TOPIC = "centre.centres";
    private static final String DEAD_LETTERS = "catalogue-service.dead-letters";
    private static final String CHANGED = "org.goldenbridge.centre.changed.v1";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @BeforeAll
    static void centreServiceHasItsTopic() {
        KafkaTopics.underTest().create(TOPIC);
    }

    private static String state(String id, int version, String name, boolean withdrawn) {
        return """
                {"id":"%s","version":%d,"withdrawn":%s,"name":{"en":"%s","fr":"Centre"},"city":{"en":"Paris"},
                 "country":"FR","address":{"en":"1 Street"},"zone":"Europe/Paris","openingHours":[],"closures":[]}""".formatted(id, version, withdrawn, name);
    }

    private static void tell(String id, int version, String name) {
        KafkaTopics.underTest().send(TOPIC, id, fact(CHANGED, id, state(id, version, name, false)));
    }

    private static String unique(String word) {
        return word + "-" + NEXT.incrementAndGet();
    }

    private static TestResponse read(String id) {
        return given().get("/v1/holding-centres/" + id);
    }

    private static void awaitKnown(String id) {
        Eventually.isTrue(
                id + " is known", () -> given().get("/v1/holding-centres/" + id).statusCode() == 200);
    }

    /** What came before it in its partition has been taken in when this returns. */
    private static void awaitEverythingBefore(String id) {
        tell(id, 1_000_000, "Last");
        Eventually.isTrue(
                "the last fact of " + id + " is taken in",
                () -> "Last".equals(given().get("/v1/holding-centres/" + id).path("name.en")));
    }

    @Test
    void readsTheExampleOfTheContracts() {
        KafkaTopics.underTest().send(TOPIC, "beijing", fact(CHANGED, "beijing", Facts.example(CHANGED)));
        awaitKnown("beijing");
        read("beijing")
                .body("name", hasEntry("en", "National Cultural Centre in Beijing"))
                .body("country", equalTo("CN"))
                .header("ETag", "\"7.en.gzip\"");
    }

    @Test
    void anOlderFactThatComesLateChangesNothing() {
        var id = unique("late");
        tell(id, 5, "New");
        tell(id, 4, "Old");
        var fence = unique("fence");
        awaitSamePartition(id, fence);
        read(id).body("name.en", equalTo("New")).header("ETag", "\"5.en.gzip\"");
    }

    @Test
    void aFactThatComesTwiceCountsOnce() {
        var id = unique("twice");
        var fact = fact(CHANGED, id, state(id, 1, "Once", false));
        KafkaTopics.underTest().send(TOPIC, id, fact);
        KafkaTopics.underTest().send(TOPIC, id, fact);
        awaitSamePartition(id, unique("fence"));
        read(id).body("name.en", equalTo("Once"));
    }

    @Test
    void aNewerFactWithMoreFieldsIsRead() {
        var id = unique("newer");
        KafkaTopics.underTest()
                .send(
                        TOPIC,
                        id,
                        fact(
                                CHANGED,
                                id,
                                state(id, 1, "More", false).replaceFirst("\\{", "{\"addedLater\":{\"any\":1},")));
        awaitKnown(id);
        read(id).body("name.en", equalTo("More"));
    }

    @Test
    void aTypeThatIsNotUsedIsPassedOver() {
        var id = unique("other");
        var before = KafkaTopics.underTest().read(DEAD_LETTERS).size();
        KafkaTopics.underTest()
                .send(TOPIC, id, fact("org.goldenbridge.centre.painted.v1", id, "{\"colour\":\"turquoise\"}"));
        awaitEverythingBefore(id);
        assertEquals(
                0,
                KafkaTopics.underTest().read(DEAD_LETTERS).stream()
                        .skip(before)
                        .filter(letter -> id.equals(letter.key()))
                        .count());
    }

    @Test
    void whatCanNeverBeUnderstoodGoesToTheDeadLettersAndTheRestGoesOn() {
        var id = unique("poison");
        KafkaTopics.underTest().send(TOPIC, id, "not JSON {");
        KafkaTopics.underTest().send(TOPIC, id, "{\"specversion\":\"1.0\"}");
        KafkaTopics.underTest().send(TOPIC, id, fact(CHANGED, id, "{\"id\":\"" + id + "\",\"version\":\"one\"}"));
        KafkaTopics.underTest().send(TOPIC, id, null);
        tell(id, 1, "After the poison");
        awaitKnown(id);
        Eventually.isTrue(
                "four dead letters",
                () -> KafkaTopics.underTest().read(DEAD_LETTERS).stream()
                                .filter(letter -> id.equals(letter.key()))
                                .count()
                        == 4);
    }

    @Test
    void aMessageWithoutAKeyGoesToTheDeadLetters() {
        var id = unique("keyless");
        KafkaTopics.underTest().send(TOPIC, null, fact(CHANGED, id, state(id, 1, "Nobody", false)));
        Eventually.isTrue(
                "a dead letter without a key",
                () -> KafkaTopics.underTest().read(DEAD_LETTERS).stream().anyMatch(letter -> letter.key() == null));
        read(id).statusCode(404);
    }

    @Test
    void aCentreThatHasClosedForGoodIsShownAndNoLongerListed() {
        var id = unique("closed");
        KafkaTopics.underTest().send(TOPIC, id, fact(CHANGED, id, state(id, 1, "Closed", true)));
        awaitKnown(id);
        read(id).body("withdrawn", equalTo(true));
        given().get("/v1/holding-centres?limit=500").body("items.id", not(hasItem(id)));
    }

    @Test
    void theListGoesOnWhereItsCursorSays() {
        for (var id : new String[] {"aa-first", "aa-second", "aa-third"}) {
            tell(id, 1, id);
            awaitKnown(id);
        }
        var page = given().get("/v1/holding-centres?limit=2")
                .statusCode(200)
                .body("items.id", contains("aa-first", "aa-second"))
                .body("next", notNullValue())
                .header("Link", containsString("http://localhost:8080/v1/holding-centres?limit=2&cursor="));
        given().queryParam("cursor", page.<String>path("next"))
                .get("/v1/holding-centres?limit=1")
                .body("items.id", contains("aa-third"));
    }

    @Test
    void answers304ToWhoHasIt() {
        var id = unique("known");
        tell(id, 1, "Known");
        awaitKnown(id);
        var tag = read(id).header("ETag");
        given().header("If-None-Match", tag).get("/v1/holding-centres/" + id).statusCode(304);
        given().header("If-None-Match", tag)
                .get("/v1/holding-centres/" + id + "?lang=fr")
                .statusCode(200)
                .header("Content-Language", "en, fr");
        var listTag = given().get("/v1/holding-centres?limit=1").header("ETag");
        given().header("If-None-Match", listTag)
                .get("/v1/holding-centres?limit=1")
                .statusCode(304);
    }

    @Test
    void refusesWhatIsWrongWithAProblem() {
        for (var query : new String[] {
            "limit=0",
            "limit=501",
            "limit=-1",
            "limit=abc",
            "limit=99999999999",
            "cursor=forged",
            "lang=!",
            "lang=",
            "from=2026",
            "limit=1&limit=2",
            "lang=%00"
        }) {
            given().urlEncodingEnabled(false)
                    .get("/v1/holding-centres?" + query)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", startsWith("/problems/"));
        }
        read("nowhere").statusCode(404).contentType("application/problem+json");
        given().delete("/v1/holding-centres").statusCode(405);
        given().header("Host", "elsewhere.example").get("/v1/holding-centres").statusCode(421);
    }

    /** Facts of one key are in order: when the fence, under the same key, is passed, so is what came before. */
    private static void awaitSamePartition(String id, String fence) {
        awaitKnown(id);
        KafkaTopics.underTest().send(TOPIC, id, fence);
        Eventually.isTrue(
                "the fence is among the dead letters",
                () -> KafkaTopics.underTest().read(DEAD_LETTERS).stream()
                        .anyMatch(letter -> letter.value() != null
                                && new String(letter.value(), StandardCharsets.UTF_8).equals(fence)));
    }
}

package org.goldenbridge.event.centre;

import static org.goldenbridge.testing.Facts.example;
import static org.goldenbridge.testing.Facts.fact;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.KafkaTopics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts of centre-service on their way over Kafka into the local copies. */
@EventServiceTest
class CentreFactsTest {
    private static final String SPACES = "centre.spaces";
    private static final String SPACE_CHANGED = "org.goldenbridge.space.changed.v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String centre = EventFixtures.beijing(20).id();
    private final KafkaTopics topics = KafkaTopics.underTest();

    /** Stands in for centre-service as the owner of its topics. */
    @BeforeEach
    void createTopics() {
        topics.create("centre.centres", SPACES, "centre.equipment", "centre.agreements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"centre", "space", "equipment"})
    void readsTheExampleOfTheContract(String aggregate) throws JsonProcessingException {
        var type = "org.goldenbridge." + aggregate + ".changed.v1";
        var data = JSON.readTree(example(type));
        var id = data.get("id").asText();
        var topic = "centre." + (aggregate.equals("equipment") ? aggregate : aggregate + "s");
        topics.send(topic, id, fact(type, id, data.toString()));
        Eventually.isTrue(
                "the example is copied",
                () -> count("select 1 from %s where id::text = '%s' and version = %s"
                                .formatted(aggregate, id, data.get("version")))
                        == 1);
    }

    @Test
    void keepsTheNewerVersionWhateverOrderTheFactsComeIn() {
        var id = UUID.randomUUID();
        sendSpace(id, 3, "Newest name");
        var older = sendSpace(id, 2, "Older name");
        awaitTakenIn(older);
        assertEquals(1, count(named(id, "Newest name")));
    }

    @Test
    void takesAFactInOnceHoweverOftenItIsSent() {
        var id = UUID.randomUUID();
        var fact = space(id, 1, "Hall");
        for (int i = 0; i < 3; i++) {
            topics.send(SPACES, id.toString(), fact);
        }
        awaitTakenIn(sendSpace(id, 2, "Hall as it is called now"));
        assertEquals(1, count(named(id, "Hall as it is called now")));
        assertEquals(1, count(inboxRow(fact)));
    }

    @Test
    void passesOverATypeThatNobodyUses() {
        var before = deadLetters();
        var id = UUID.randomUUID();
        topics.send(
                SPACES,
                id.toString(),
                fact("org.goldenbridge.space.moved-house.v1", id.toString(), "{\"id\":\"" + id + "\"}"));
        awaitTakenIn(sendSpace(id, 1, "What comes behind it"));
        assertEquals(before, deadLetters());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{\"specversion\":\"0.3\"}",
                "{\"specversion\":\"1.0\",\"id\":\"x\",\"source\":\"/s\",\"type\":\"org.goldenbridge.space.changed.v1\","
                        + "\"subject\":\"x\",\"time\":\"2026-11-20T10:00:00Z\",\"data\":{\"id\":\"x\"}}",
            })
    void putsWhatCannotBeUnderstoodAmongTheDeadLettersAndGoesOn(String poison) {
        var before = deadLetters();
        var id = UUID.randomUUID();
        topics.send(SPACES, id.toString(), poison);
        Eventually.isTrue("the dead letters hold it", () -> deadLetters() == before + 1);
        awaitTakenIn(sendSpace(id, 1, "What comes behind it"));
    }

    @Test
    void putsAMessageWithoutAKeyAmongTheDeadLetters() {
        var before = deadLetters();
        topics.send(SPACES, null, "{}");
        Eventually.isTrue("the dead letters hold it", () -> deadLetters() == before + 1);
    }

    /** Sends a version of a space and returns the fact. */
    private String sendSpace(UUID id, int version, String name) {
        var fact = space(id, version, name);
        topics.send(SPACES, id.toString(), fact);
        return fact;
    }

    private String space(UUID id, int version, String name) {
        return fact(SPACE_CHANGED, id.toString(), """
                {"id":"%s","centreId":"%s","version":%d,"withdrawn":false,"code":"hall","name":{"en":"%s"},"kind":"studio",
                 "capacity":5,"setUpMinutes":0,"clearingMinutes":0,"cells":["%s"]}""".formatted(id, centre, version, name, id));
    }

    private static void awaitTakenIn(String fact) {
        Eventually.isTrue("the fact is taken in", () -> count(inboxRow(fact)) == 1);
    }

    private static String inboxRow(String fact) {
        try {
            var id = JSON.readTree(fact).get("id").asText();
            return "select 1 from inbox where event_id = '/test#" + id + "'";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private int deadLetters() {
        return topics.read("event-service.dead-letters").size();
    }

    private static String named(UUID id, String name) {
        return "select 1 from space where id = '" + id + "' and name ->> 'en' = '" + name + "'";
    }
}

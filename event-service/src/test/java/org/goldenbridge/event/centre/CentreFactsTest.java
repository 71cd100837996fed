package org.goldenbridge.event.centre;

import static org.goldenbridge.event.Network.beijing;
import static org.goldenbridge.event.Network.count;
import static org.goldenbridge.event.Network.send;
import static org.goldenbridge.event.Network.space;
import static org.goldenbridge.event.Network.tell;
import static org.goldenbridge.event.Network.tellSpace;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.UUID;
import org.goldenbridge.event.DeadLetters;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.platform.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EventServiceTest
class CentreFactsTest {
    @ParameterizedTest
    @ValueSource(strings = {"centre", "space", "equipment"})
    void readsTheExampleOfTheContract(String aggregate) throws IOException {
        var type = "org.goldenbridge." + aggregate + ".changed.v1";
        try (var example = getClass().getResourceAsStream("/contracts/facts/" + type + ".example.json")) {
            var data = new ObjectMapper().readTree(example);
            var id = data.get("id").asText();
            tell("centre." + (aggregate.equals("equipment") ? aggregate : aggregate + "s"), type, id, data.toString());
            Eventually.isTrue(
                    "the example is copied",
                    () -> count("select 1 from %s where id::text = '%s' and version = %s"
                                    .formatted(aggregate, id, data.get("version")))
                            == 1);
        }
    }

    @Test
    void keepsTheNewerVersionWhateverOrderTheFactsComeIn() {
        var centre = beijing(20);
        var id = UUID.randomUUID();
        tellSpace(id, centre.id(), 3, "Newest name", 20, id);
        tellSpace(id, centre.id(), 2, "Older name", 20, id);
        var after = space(centre.id(), 10);
        assertEquals(1, count("select 1 from space where id = '" + after + "'"));
        Eventually.isTrue("the older one was taken in", () -> count(named(id, "Newest name")) == 1);
        assertEquals(0, count(named(id, "Older name")));
    }

    @Test
    void takesAFactInOnceHoweverOftenItIsSent() {
        var centre = beijing(20);
        var id = UUID.randomUUID();
        var message = """
                {"specversion":"1.0","id":"%s","source":"/centre-service","type":"org.goldenbridge.space.changed.v1",
                 "subject":"%s","time":"2026-11-20T10:00:00Z","data":{"id":"%s","centreId":"%s","version":1,
                 "withdrawn":false,"code":"hall","name":{"en":"Hall"},"kind":"studio","capacity":5,"setUpMinutes":0,
                 "clearingMinutes":0,"cells":["%s"]}}""".formatted(id, id, id, centre.id(), id);
        for (int i = 0; i < 3; i++) {
            send("centre.spaces", id.toString(), message);
        }
        Eventually.isTrue("it is copied", () -> count(named(id, "Hall")) == 1);
        assertEquals(1, count("select 1 from inbox where event_id = '/centre-service#" + id + "'"));
    }

    @Test
    void passesOverATypeThatNobodyUses() {
        var before = DeadLetters.count();
        var id = UUID.randomUUID().toString();
        tell("centre.centres", "org.goldenbridge.centre.moved-house.v1", id, "{\"id\":\"" + id + "\"}");
        beijing(20);
        beijing(20);
        beijing(20);
        assertEquals(before, DeadLetters.count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{\"specversion\":\"0.3\"}",
                "{\"specversion\":\"1.0\",\"id\":\"x\",\"source\":\"/s\",\"type\":\"org.goldenbridge.centre.changed.v1\","
                        + "\"subject\":\"x\",\"time\":\"2026-11-20T10:00:00Z\",\"data\":{\"id\":\"x\"}}",
            })
    void putsWhatCannotBeUnderstoodAmongTheDeadLettersAndGoesOn(String poison) {
        var before = DeadLetters.count();
        send("centre.centres", "poison", poison);
        Eventually.isTrue("the dead letters hold it", () -> DeadLetters.count() == before + 1);
        beijing(20);
    }

    @Test
    void putsAMessageWithoutAKeyAmongTheDeadLetters() {
        var before = DeadLetters.count();
        send("centre.spaces", null, "{}");
        Eventually.isTrue("the dead letters hold it", () -> DeadLetters.count() == before + 1);
    }

    private static String named(UUID id, String name) {
        return "select 1 from space where id = '" + id + "' and name ->> 'en' = '" + name + "'";
    }
}

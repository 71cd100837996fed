package org.goldenbridge.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may not, cannot: with the real tokens of a real Keycloak. */
@ExtendWith(OnStage.class)
@Order(5)
class AccessIT {
    /** They move on their own: the relay's clock and what waits to be sent. */
    private static final Pattern RESTLESS = Pattern.compile(".*\\.(sequencer|outbox)");

    private final Stage stage;
    private final Desk desk;

    AccessIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    @Test
    void peopleOfParisCannotTouchBeijingAndNobodyUnknownCanTouchAnything() {
        var operations = new WritingOperations(stage, desk);
        var wrongTokens = WrongTokens.of(stage, stage.token(Desk.MANAGER));
        Eventually.within(
                Duration.ofMinutes(2),
                "holds and offers of other tests that are about to end have ended, for that changes the tables too",
                () -> stage.database()
                                .number(
                                        "select count(*) from event.places where next_expiry < now() + interval '1 minute'")
                        == 0);
        var before = contents();

        var refusals = new TreeMap<String, Integer>();
        for (var operation : operations.all()) {
            for (var account : List.of("paris-staff", "paris-manager", "beijing-cataloguer")) {
                refusals.put(
                        operation + " by " + account,
                        operations.send(stage.signedIn(account), operation).status());
            }
            var anyone = operations.send(stage.anyone(), operation);
            assertEquals(401, anyone.status(), operation + " by nobody: " + anyone.text());
            assertEquals("/problems/sign-in-needed", anyone.problem(), anyone.text());
        }
        refusals.values().removeIf(status -> status == 403);
        assertEquals(Map.of(), refusals, "All should be 403");
        for (var operation : operations.all().subList(0, 2)) {
            wrongTokens.forEach((fault, token) -> assertEquals(
                    401,
                    operations
                            .send(new Client(stage.gateway(), token), operation)
                            .status(),
                    operation + " with a token: " + fault));
        }
        assertEquals(before, contents());
        // The same requests are good when the right person sends them: it was the caller that was refused.
        for (var operation : operations.all()) {
            if (operation.name().equals("DELETE /v1/centres/{centreId}")) {
                continue; // Beijing is needed by the tests that follow
            }
            var answer = operations.send(stage.signedIn("aigerim"), operation);
            assertTrue(answer.status() / 100 == 2, () -> operation + " by the administrator: " + answer.text());
        }
    }

    /** What every table holds, as a fingerprint. */
    private Map<String, Object> contents() {
        var contents = new TreeMap<String, Object>();
        for (var table : stage.database().tables("centre", "event", "catalogue")) {
            if (!RESTLESS.matcher(table).matches()) {
                contents.put(
                        table,
                        stage.database()
                                .rows(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)),"
                                                + " '') as print from " + table + " t")
                                .get(0)
                                .get("print"));
            }
        }
        return contents;
    }
}

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
import org.goldenbridge.acceptance.network.WrongTokens;
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
        endWhatIsAboutToExpire();
        Eventually.within(
                Duration.ofSeconds(40),
                "the keys of all visitors are made",
                () -> stage.database()
                                .number(
                                        "select count(*) from event.visitor where sounds_by = 0 and forgotten_at is null")
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

    /** Holds and offers of other tests that run out within a minute, for that changes the tables too. */
    private void endWhatIsAboutToExpire() {
        var soon = "now() + interval '1 minute'";
        var ended = new StringBuilder("begin; select from event.places where next_expiry < " + soon
                + " order by opportunity_id for no key update;");
        Map.of(
                        "hold",
                        "expires_at, held_at, live",
                        "offer",
                        "expires_at, made_at, open",
                        "allocation",
                        "release_at, made_at, live")
                .forEach((table, columns) -> {
                    var column = columns.split(", ", -1);
                    ended.append(
                            "update event.%s set %s = now(), %s = least(%s, now() - interval '1 second') where status = '%s' and %s < %s;"
                                    .formatted(table, column[0], column[1], column[1], column[2], column[0], soon));
                });
        ended.append("update event.places set next_expiry = least(next_expiry, now()) where next_expiry < " + soon
                + "; commit");
        stage.database().execute(ended.toString());
        Eventually.within(
                Duration.ofMinutes(1),
                "what was about to expire has expired",
                () -> stage.database().number("select count(*) from event.places where next_expiry < " + soon) == 0);
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

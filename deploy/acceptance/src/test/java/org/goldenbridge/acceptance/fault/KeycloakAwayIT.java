package org.goldenbridge.acceptance.fault;

import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.acceptance.network.WrongTokens;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak hangs: its connections stay open and nothing answers. */
@ExtendWith(OnStage.class)
@Order(7)
class KeycloakAwayIT {
    private final Stage stage;
    private final Desk desk;

    KeycloakAwayIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    @AfterEach
    void heal() {
        stage.network().keycloak().resume();
        stage.heal();
    }

    @Test
    void readsGoOnAndTokensAreAnsweredWithoutAnError() {
        var session = desk.session("Nobody signs in", 20);
        var token = stage.token(STAFF);
        var unknown = WrongTokens.of(stage, token).get("signed with an unknown key");
        desk.acknowledge(book(0, token, session, "Before")); // this instance has the keys now
        stage.network().keycloak().pause();
        var fresh = stage.network().service(Stage.EVENTS, 1);
        fresh.stop();
        fresh.start();
        fresh.awaitReady(Duration.ofMinutes(1));

        assertEquals(200, stage.anyone().get("/v1/sessions?limit=5").status());
        assertEquals(
                200,
                new Client(fresh.address(), "").get("/v1/sessions/" + session).status());
        desk.acknowledge(book(0, token, session, "Known keys"));
        isToldClearly(book(0, unknown, session, "Unknown key"));
        isToldClearly(book(1, token, session, "Without keys"));

        stage.network().keycloak().resume();
        stage.heal();
        Eventually.within(
                Duration.ofSeconds(20),
                "the fresh instance takes tokens",
                () -> book(1, stage.token(STAFF), session, "After").status() == 201);
    }

    private Reply book(int instance, String token, UUID session, String visitor) {
        return Desk.book(
                new Client(stage.instance(instance), token),
                session,
                visitor,
                1,
                UUID.nameUUIDFromBytes(visitor.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString());
    }

    private static void isToldClearly(Reply answer) {
        assertTrue(Set.of(401, 503).contains(answer.status()), () -> answer.status() + " " + answer.text());
        assertTrue(
                Set.of("/problems/sign-in-needed", "/problems/sign-in-away").contains(answer.problem()), answer::text);
        if (answer.status() == 503) {
            assertTrue(!answer.header("Retry-After").isEmpty(), answer::text);
        }
    }
}

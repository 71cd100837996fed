package org.goldenbridge.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The realm that operators import, and what the demo network adds to it. */
class RealmFileTest {
    @Test
    @DisplayName("O01 the base realm has no account, no fixed secret and no grant by password")
    void theBaseHasNothingThatAnybodyKnows() throws IOException {
        var base = new ObjectMapper().readTree(Files.readAllBytes(Checkout.realm()));

        assertTrue(base.path("users").isMissingNode());
        assertFalse(base.path("registrationAllowed").asBoolean(true));
        assertTrue(base.path("passwordPolicy").asText().contains("length(12)"));
        assertTrue(base.path("bruteForceProtected").asBoolean());
        assertTrue(base.path("eventsEnabled").asBoolean());
        assertTrue(base.path("adminEventsEnabled").asBoolean());
        for (var client : base.path("clients")) {
            var name = client.path("clientId").asText();
            assertFalse(client.path("directAccessGrantsEnabled").asBoolean(true), name);
            assertFalse(client.path("implicitFlowEnabled").asBoolean(true), name);
            assertTrue(client.path("secret").asText("${none}").startsWith("${"), name);
        }
    }

    @Test
    void theDemoAddsItsAccountsClientsAndCentres() throws IOException {
        var realm = RealmFile.merged(Checkout.realm(), Checkout.demoOfRealm());

        assertEquals("goldenbridge", realm.path("realm").asText());
        assertEquals(List.of("network", "beijing", "paris"), names(realm.path("groups"), "name"));
        assertTrue(names(realm.path("clients"), "clientId")
                .containsAll(List.of("goldenbridge-docs", "goldenbridge-desk", "goldenbridge-demo", "partner-blcu")));
        assertTrue(names(realm.path("users"), "username").contains("beijing-manager"));
        assertEquals("", realm.path("passwordPolicy").asText(), "the demo's passwords are short");
    }

    private static List<String> names(JsonNode list, String field) {
        return list.findValuesAsText(field).stream()
                .filter(name -> !List.of(
                                "manager", "staff", "cataloguer", "administrator", "partner", "groups", "audience")
                        .contains(name))
                .toList();
    }
}

package org.goldenbridge.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/, centre-service",
        "/docs, centre-service",
        "/v1/centres/beijing, centre-service",
        "/openapi/centre-service, centre-service",
        "/auth, keycloak",
        "/auth/realms/goldenbridge, keycloak",
        "/authors, centre-service",
        "/v1/sessions, event-service",
        "/v1/sessions/7/bookings, event-service",
        "/v1/sessionsx, centre-service",
        "/v1/teachers, event-service",
        "/v1/images/7, event-service",
        "/v1/blocks/7/removal, event-service",
        "/v1/equipment, centre-service",
        "/whats-on/events/7, event-service",
        "/robots.txt, event-service",
        "/sitemap.xml, event-service",
        "/favicon.ico, event-service",
        "/screens/paris, event-service",
        "/pages/0a1b/goldenbridge.css, event-service",
        "/desk, event-service",
        "/desk/day, event-service",
        "/desk/catalogue, catalogue-service",
        "/desk/catalogue/records, catalogue-service",
        "/desk/catalogues, event-service",
        "/v1/imports/3, catalogue-service",
        "/oai, catalogue-service",
        "/openapi/event-service, event-service",
    })
    void findsThePartThatAnswers(String path, String part) {
        assertEquals(part, Routes.partFor(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/centres",
                "/v1//centres",
                "/v1/centres;x=1",
                "/v1/centres%3bx",
                "/v1%2Fcentres",
                "/v1/%5ccentres",
                "/v1\\centres",
                "/v1/../q/health",
                "/v1/./centres",
                "/v1/..",
                "/v1/%2e%2e/q",
                "/v1/%2E/q",
                "/v1/a%00b",
                "/v1/a%252Fb",
                "/v1/a%2",
                "/v1/a%zz",
                "/v1/a%",
                "http://elsewhere/v1/centres",
                "*",
            })
    void refusesAPathWithTwoReadings(String path) {
        assertTrue(Admission.isAmbiguous(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v1/centres/beijing", "/v1/a.b/c..d", "/v1/%D0%90%D0%B1%D0%B0%D0%B9", "/docs/..hidden"})
    void letsAPlainPathPass(String path) {
        assertFalse(Admission.isAmbiguous(path));
    }

    /** S04. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q",
                "/q/health",
                "/auth/admin",
                "/auth/admin/realms/goldenbridge/users",
                "/auth/realms/master",
                "/auth/realms/master/protocol/openid-connect/token"
            })
    void keepsAdministrationInside(String path) {
        assertTrue(Routes.isInternal(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/quiet",
                "/auth",
                "/auth/realms/goldenbridge/account",
                "/auth/realms/masters",
                "/auth/administer"
            })
    void doesNotKeepInsideWhatOnlyBeginsAlike(String path) {
        assertFalse(Routes.isInternal(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {Routes.CENTRE, Routes.EVENT, Routes.CATALOGUE})
    void leadsEveryPathOfADescriptionToItsService(String service) throws IOException {
        var description = Path.of("..", "..", "contracts", "openapi", service + ".yaml");
        var paths = Files.readAllLines(description).stream()
                .filter(line -> line.matches("  /[^ ]+:"))
                .map(line -> line.substring(2, line.length() - 1))
                .toList();
        assertTrue(paths.size() > 5, () -> "only " + paths);
        for (var path : paths) {
            assertEquals(service, Routes.partFor(path), path);
        }
    }
}

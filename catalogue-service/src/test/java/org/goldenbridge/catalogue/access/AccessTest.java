package org.goldenbridge.catalogue.access;

import static org.goldenbridge.catalogue.CatalogueFixtures.book;
import static org.goldenbridge.catalogue.CatalogueFixtures.entered;
import static org.goldenbridge.catalogue.CatalogueFixtures.held;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.as;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.delete;
import static org.goldenbridge.testing.RestApi.unique;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestPostgres.value;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.goldenbridge.catalogue.CatalogueFixtures;
import org.goldenbridge.catalogue.CatalogueFixtures.TestCentre;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.testing.TestRequest;
import org.goldenbridge.testing.TestResponse;
import org.goldenbridge.testing.TestTokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation that is not for everybody, asked by everybody it is not for: refused, and nothing changed. */
@CatalogueServiceTest
class AccessTest {
    private static TestCentre centre;

    /** For what changes nothing; a change that is allowed has a scene of its own. */
    private static Scene unchanged;

    @BeforeAll
    static void oneCentreIsEnough() {
        centre = CatalogueFixtures.centre();
    }

    /** Set by the first test, for requests need the address that each test is given. */
    private static Scene unchanged() {
        if (unchanged == null) {
            unchanged = Scene.set();
        }
        return unchanged;
    }

    private enum Operation {
        ENTER_RECORD,
        EDIT_RECORD,
        DELETE_RECORD,
        RESTORE_RECORD,
        MERGE_RECORD,
        ENTER_ITEM,
        EDIT_ITEM,
        WITHDRAW_ITEM,
        READ_RECORD_HISTORY,
        READ_RECORD_VERSION,
        READ_ITEM_HISTORY;

        /** What staff of every centre may read. */
        boolean isReading() {
            return name().startsWith("READ");
        }

        TestResponse ask(TestRequest caller, Scene scene) {
            var request = caller.contentType(MediaType.APPLICATION_JSON).header("If-Match", "*");
            var record = "/v1/records/" + scene.record;
            var item = CatalogueFixtures.item(scene.centre, scene.record, unique("BC-"));
            return switch (this) {
                case ENTER_RECORD ->
                    request.body(book(scene.centre, "Intruder")).post("/v1/records");
                case EDIT_RECORD -> request.body(book(scene.centre, "Intruder")).put(record);
                case DELETE_RECORD -> request.delete("/v1/records/" + scene.unheld);
                case RESTORE_RECORD -> request.body("{}").post("/v1/records/" + scene.deleted + "/restoration");
                case MERGE_RECORD ->
                    request.body(Map.of("into", scene.record)).post("/v1/records/" + scene.unheld + "/merge");
                case ENTER_ITEM -> request.body(item).post("/v1/items");
                case EDIT_ITEM -> request.body(item).put("/v1/items/" + scene.item);
                case WITHDRAW_ITEM -> request.delete("/v1/items/" + scene.item);
                case READ_RECORD_HISTORY -> request.get(record + "/history");
                case READ_RECORD_VERSION -> request.get(record + "/history/0");
                case READ_ITEM_HISTORY -> request.get("/v1/items/" + scene.item + "/history");
            };
        }
    }

    /** A centre with a record that has an item, one that has none, and a deleted one. */
    private record Scene(TestCentre centre, String record, String unheld, String deleted, String item) {
        static Scene set() {
            var centre = AccessTest.centre;
            var record = entered(centre, book(centre, "Rightful"));
            var deleted = entered(centre, book(centre, "Deleted"));
            delete(centre.cataloguer(), "/v1/records/" + deleted, "*").statusCode(204);
            return new Scene(
                    centre,
                    record,
                    entered(centre, book(centre, "Unheld")),
                    deleted,
                    held(centre, CatalogueFixtures.item(centre, record, unique("BC-"))));
        }

        String state() {
            return value(
                            "select string_agg(id || state || version || title, ' ' order by id) from record where centre_id = '"
                                    + centre.id() + "'")
                    + value("select string_agg(id || version::text || barcode || withdrawn, ' ' order by id) from item"
                            + " where centre_id = '" + centre.id() + "'")
                    + count("select 1 from record_change c join record r on r.id = c.record_id where r.centre_id = '"
                            + centre.id() + "'")
                    + count("select 1 from item_change c join item i on i.id = c.item_id where i.centre_id = '"
                            + centre.id() + "'");
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void isRefusedToEveryoneItIsNotFor(Operation operation) {
        var scene = unchanged();
        var before = scene.state();
        var anonymous = operation.ask(given(), scene);
        assertEquals(401, anonymous.statusCode(), "anonymous");
        anonymous.contentType("application/problem+json").header("WWW-Authenticate", equalTo("Bearer"));
        var id = scene.centre.id();
        for (var groups : List.of(
                List.of("/network/partner"),
                List.of("/network/visitor"),
                List.of("/" + id + "/partner"),
                List.of("/" + id),
                List.of(id + "/cataloguer/x"))) {
            refused(operation, scene, groups);
        }
        if (!operation.isReading()) {
            for (var groups : List.of(
                    List.of("/elsewhere/cataloguer", "/elsewhere/manager"),
                    List.of("/" + id + "/staff"),
                    List.of("/" + id + "/staff", "/elsewhere/cataloguer"),
                    List.of("/" + id + "x/cataloguer"),
                    List.of("/network/staff"))) {
                refused(operation, scene, groups);
            }
        }
        assertEquals(before, scene.state());
    }

    private static void refused(Operation operation, Scene scene, List<String> groups) {
        var answer = operation.ask(as(TestTokens.of("intruder", groups.toArray(String[]::new))), scene);
        assertEquals(403, answer.statusCode(), groups + " " + answer.asString());
        answer.contentType("application/problem+json");
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void isAllowedToThoseItIsFor(Operation operation) {
        for (var role : List.of("cataloguer", "manager", "administrator", "staff", "elsewhere")) {
            var isWriter = List.of("cataloguer", "manager", "administrator").contains(role);
            if (operation.isReading() || isWriter) {
                var scene = operation.isReading() ? unchanged() : Scene.set();
                var token = switch (role) {
                    case "cataloguer" -> scene.centre.cataloguer();
                    case "manager" -> scene.centre.manager();
                    case "administrator" -> administrator();
                    case "staff" -> scene.centre.staff();
                    default -> TestTokens.of("elsewhere-staff", "/elsewhere/staff");
                };
                var status = operation.ask(as(token), scene).statusCode();
                assertEquals(2, status / 100, role + " got " + status);
            }
        }
    }

    @Test
    void refusesTokensOfAnotherIssuerOrAudienceOrNone() {
        var scene = Scene.set();
        var hidden = entered(scene.centre, but(book(scene.centre, "Hidden"), "hidden", true));
        var group = "/" + scene.centre.id() + "/cataloguer";
        var none = part("{\"alg\":\"none\"}")
                + "."
                + part(
                        "{\"iss\":\"%s\",\"aud\":\"goldenbridge-api\",\"sub\":\"x\",\"groups\":[\"%s\"],\"exp\":9999999999}"
                                .formatted(TestTokens.ISSUER, group))
                + ".";
        for (var token : List.of(
                TestTokens.issued("http://elsewhere.test", "goldenbridge-api", "x", group),
                TestTokens.issued(TestTokens.ISSUER, "another-api", "x", group),
                none,
                TestTokens.of("x", group) + "x",
                "not-a-token")) {
            for (var operation : List.of(Operation.EDIT_RECORD, Operation.READ_RECORD_HISTORY)) {
                operation.ask(as(token), scene).statusCode(401).contentType("application/problem+json");
            }
            as(token).get("/v1/records/" + hidden).statusCode(401);
        }
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}

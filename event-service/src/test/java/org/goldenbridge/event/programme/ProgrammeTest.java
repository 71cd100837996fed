package org.goldenbridge.event.programme;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.programme.Umbrellas.ADMINISTRATOR;
import static org.goldenbridge.event.programme.Umbrellas.announce;
import static org.goldenbridge.event.programme.Umbrellas.announced;
import static org.goldenbridge.event.programme.Umbrellas.body;
import static org.goldenbridge.event.programme.Umbrellas.cancel;
import static org.goldenbridge.event.programme.Umbrellas.draft;
import static org.goldenbridge.event.programme.Umbrellas.eventIn;
import static org.goldenbridge.event.programme.Umbrellas.id;
import static org.goldenbridge.event.programme.Umbrellas.ids;
import static org.goldenbridge.event.programme.Umbrellas.put;
import static org.goldenbridge.event.programme.Umbrellas.read;
import static org.goldenbridge.event.programme.Umbrellas.session;
import static org.goldenbridge.event.programme.Umbrellas.tag;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.goldenbridge.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EventServiceTest
class ProgrammeTest {
    @Test
    void standsOverEventsOfSeveralCentresInTheReadersLanguage() {
        var paris = centre("Europe/Paris", 20);
        var beijing = beijing(20);
        var season = id(post(ADMINISTRATOR, "/v1/programmes", body(null, "season", null)));
        announce(ADMINISTRATOR, "/v1/programmes/" + season).statusCode(200);
        var days = announced(paris, "days-of-culture", season);
        var inParis = eventIn(paris, days);
        var inBeijing = eventIn(beijing, days);
        var concert = session(beijing, inBeijing, 0, "10");
        read(null, "/v1/programmes/" + season + "?lang=fr")
                .statusCode(200)
                .body("title", equalTo(java.util.Map.of("fr", "Journées de la culture")))
                .body("children.id", equalTo(List.of(days)));
        read(null, "/v1/programmes/" + days)
                .body("parentId", equalTo(season))
                .body("events.id", equalTo(List.of(inParis, inBeijing)));
        assertEquals(List.of(inParis, inBeijing), ids(null, "/v1/events?programme=" + season));
        assertEquals(List.of(concert), ids(null, "/v1/sessions?programme=" + season));
        assertEquals(List.of(), ids(null, "/v1/sessions?programme=" + season + "&centre=" + paris.id()));
    }

    @Test
    void takesEventsOfOtherCentresOnlyOnceItIsAnnounced() {
        var paris = centre("Europe/Paris", 20);
        var beijing = beijing(20);
        var programme = draft(paris);
        var event = Umbrellas.event(beijing.id(), ",\"programmeId\":\"" + programme + "\"");
        post(beijing.staff(), "/v1/events", event)
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-programme"))
                .body("errors[0].pointer", equalTo("/programmeId"));
        post(beijing.staff(), "/v1/programmes", body(beijing.id(), "festival", programme))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/parentId"));
        announce(paris.staff(), "/v1/programmes/" + programme).statusCode(200);
        var made = id(post(beijing.staff(), "/v1/events", event));
        id(post(beijing.staff(), "/v1/programmes", body(beijing.id(), "festival", programme)));
        cancel(paris.manager(), "/v1/programmes/" + programme, "{\"withEvents\":false}")
                .statusCode(200);
        post(beijing.staff(), "/v1/events", event)
                .statusCode(409)
                .body("type", equalTo("/problems/programme-cancelled"));
        put(beijing.staff(), "/v1/events/" + made, event).statusCode(200);
        put(beijing.staff(), "/v1/events/" + made, Umbrellas.event(beijing.id(), ""))
                .statusCode(200);
        assertEquals(List.of(), ids(null, "/v1/events?programme=" + programme));
    }

    @Test
    void isListedByKindByCentreAndByDays() {
        var paris = centre("Europe/Paris", 20);
        var festival = announced(paris, "festival", null);
        var forum = announced(paris, "forum", null);
        var list = "/v1/programmes?centre=" + paris.id();
        assertEquals(Set.of(festival, forum), Set.copyOf(ids(null, list)));
        assertEquals(List.of(forum), ids(null, list + "&kind=forum"));
        assertEquals(List.of(), ids(null, list + "&to=" + day(-1)));
        assertEquals(List.of(), ids(null, list + "&from=" + day(101)));
        assertEquals(
                2, ids(null, list + "&from=" + day(100) + "&to=" + day(200)).size());
        var page = read(null, list + "&limit=1");
        assertEquals(
                Set.of(festival, forum),
                Set.of(
                        page.<String>path("items[0].id"),
                        ids(null, list + "&limit=1&cursor=" + page.path("next")).get(0)));
    }

    @Test
    void isEditedOnWhatWasRead() {
        var paris = centre("Europe/Paris", 20);
        var path = "/v1/programmes/" + announced(paris);
        var tag = tag(null, path);
        given().header("If-None-Match", tag).get(path).statusCode(304);
        eventIn(paris, path.substring(path.lastIndexOf('/') + 1));
        given().header("If-None-Match", tag).get(path).statusCode(200).header("ETag", not(equalTo(tag)));
        var body = body(paris.id(), "festival", null);
        given().bearer(paris.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .put(path)
                .statusCode(428);
        put(paris.staff(), path, body).statusCode(200).body("kind", equalTo("festival"));
        given().bearer(paris.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", tag)
                .body(body)
                .put(path)
                .statusCode(412);
        put(paris.staff(), path, body(null, "festival", null))
                .statusCode(422)
                .body("type", equalTo("/problems/fixed-field"));
    }

    @Test
    void neverStandsBelowItselfNorDeeperThanFiveLevels() {
        var paris = centre("Europe/Paris", 20);
        String above = null;
        var levels = new java.util.ArrayList<String>();
        for (int level = 1; level <= 5; level++) {
            above = draft(paris, "season", above);
            levels.add(above);
        }
        post(paris.staff(), "/v1/programmes", body(paris.id(), "season", above))
                .statusCode(422)
                .body("type", equalTo("/problems/too-deep"));
        for (var below : List.of(levels.get(0), levels.get(4))) {
            put(paris.staff(), "/v1/programmes/" + levels.get(0), body(paris.id(), "season", below))
                    .statusCode(422)
                    .body("type", equalTo("/problems/programme-in-itself"));
        }
        var two = draft(paris, "season", draft(paris, "season", null));
        put(paris.staff(), "/v1/programmes/" + levels.get(1), body(paris.id(), "season", two))
                .statusCode(422)
                .body("type", equalTo("/problems/too-deep"));
        put(paris.staff(), "/v1/programmes/" + levels.get(2), body(paris.id(), "season", two))
                .statusCode(200);
    }

    @Test
    void twoMovesAtOnceNeverCloseACircle() {
        var paris = centre("Europe/Paris", 20);
        for (int round = 0; round < 15; round++) {
            var one = draft(paris);
            var other = draft(paris);
            var moves = List.of(moving(paris.staff(), one, other), moving(paris.staff(), other, one));
            var moved = moves.stream()
                    .filter(move -> move.join().statusCode() == 200)
                    .count();
            assertEquals(1, moved, "of two moves that are each other's parent one is made");
            moves.forEach(
                    move -> assertTrue(Set.of(200, 422).contains(move.join().statusCode())));
        }
        assertEquals(0, count(CIRCLES));
    }

    @Test
    void theDatabaseRefusesACircleOfTwoMovesAtOnce() {
        var paris = centre("Europe/Paris", 20);
        var one = draft(paris);
        var other = draft(paris);
        var failed = assertThrows(SQLException.class, () -> bothMove(one, other));
        assertEquals("23P01", failed.getSQLState());
        assertEquals(0, count(CIRCLES));
    }

    /** The negative control: two moves that only look before they move do close a circle, so the tests above can fail. */
    @Test
    void withoutTheDatabasesRefereeTwoMovesAtOnceDoCloseACircle() throws Exception {
        var paris = centre("Europe/Paris", 20);
        var one = draft(paris);
        var other = draft(paris);
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            statement.execute("alter table programme disable trigger programme_is_moved");
            try {
                bothMove(one, other);
                assertEquals(2, count(CIRCLES));
            } finally {
                statement.executeUpdate("update programme set parent_id = null where id = '" + one + "'");
                statement.execute("alter table programme enable trigger programme_is_moved");
            }
        }
    }

    private static final String CIRCLES = """
            with recursive up (start, id, nth) as (
                select id, parent_id, 1 from programme
                union all select up.start, p.parent_id, nth + 1 from up join programme p on p.id = up.id where nth < 9)
            select distinct start from up where id = start""";

    /** Each looks whether it may, and moves below the other; the second moves before the first commits. */
    private static void bothMove(String one, String other) throws SQLException {
        try (var first = TestPostgres.connect();
                var second = TestPostgres.connect()) {
            first.setAutoCommit(false);
            move(first, one, other);
            var waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    move(second, other, one);
                    return Optional.<SQLException>empty();
                } catch (SQLException e) {
                    return Optional.of(e);
                }
            });
            Eventually.isTrue(
                    "the second has moved or waits for the first",
                    () -> waiting.isDone()
                            || count("select 1 from pg_locks where locktype = 'advisory' and not granted") > 0);
            first.commit();
            var failed = waiting.join();
            if (failed.isPresent()) {
                throw failed.get();
            }
        }
    }

    private static void move(Connection connection, String programme, String below) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var row =
                    statement.executeQuery("select programme_misplaced('%s', '%s')".formatted(programme, below))) {
                row.next();
                assertNull(row.getString(1));
            }
            statement.executeUpdate(
                    "update programme set parent_id = '%s' where id = '%s'".formatted(below, programme));
        }
    }

    private static CompletableFuture<TestResponse> moving(String token, String programme, String below) {
        var path = "/v1/programmes/" + programme;
        var tag = tag(token, path);
        String centre = read(token, path).path("centreId");
        return CompletableFuture.supplyAsync(() -> given().bearer(token)
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", tag)
                .body(body(centre, "season", below))
                .put(path));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `"kind":"season","startsOn":"2027-01-01","endsOn":"2027-02-01"`                                 | 400 | invalid-request
                    `"kind":"party","title":{"en":"T"},"startsOn":"2027-01-01","endsOn":"2027-02-01"`               | 400 | invalid-request
                    `"kind":"season","title":{"en":"T"},"startsOn":"2027-01-01"`                                    | 400 | invalid-request
                    `"kind":"season","title":{"en":"T"},"startsOn":"1999-01-01","endsOn":"2027-02-01"`              | 400 | invalid-request
                    `"kind":"season","title":{"en":"T"},"startsOn":"2027-02-30","endsOn":"2027-03-01"`              | 400 | invalid-request
                    `"kind":"season","title":{"en":"T"},"startsOn":"+999999999-01-01","endsOn":"2027-03-01"`        | 400 | invalid-request
                    `"kind":"season","title":{"en":"T"},"startsOn":20270101,"endsOn":"2027-03-01"`                  | 400 | invalid-request
                    `"kind":"season","title":{"xx":"T"},"startsOn":"2027-01-01","endsOn":"2027-02-01"`              | 400 | invalid-request
                    `"kind":"season","title":{"en":"T"},"startsOn":"2027-01-01","endsOn":"2027-02-01","status":"announced"` | 400 | invalid-request
                    `"kind":"season","title":{"en":"T"},"startsOn":"2027-01-01","endsOn":"2027-02-01","parentId":"x"` | 400 | invalid-request
                    `"kind":"season","title":{"en":"T"},"startsOn":"2027-02-02","endsOn":"2027-02-01"`              | 422 | ends-before-it-starts
                    """)
    void refusesWhatIsWrongInIt(String fields, int status, String code) {
        var paris = centre("Europe/Paris", 20);
        post(paris.staff(), "/v1/programmes", "{\"centreId\":\"" + paris.id() + "\"," + fields + "}")
                .statusCode(status)
                .body("type", equalTo("/problems/" + code));
        assertEquals(0, count("select 1 from programme where centre_id = '" + paris.id() + "'"));
    }

    @Test
    void refusesWrongParameters() {
        for (var wrong : List.of(
                "programmes?kind=party",
                "programmes?status=open",
                "programmes?from=tomorrow",
                "programmes?to=1999-01-01",
                "programmes?from=2027-01-02&to=2027-01-01",
                "programmes?x=1",
                "events?programme=x",
                "events?status=gone",
                "sessions?programme=1-1-1-1-1")) {
            read(null, "/v1/" + wrong).statusCode(400);
        }
        assertEquals(List.of(), ids(null, "/v1/events?programme=" + java.util.UUID.randomUUID()));
        read(null, "/v1/programmes/" + java.util.UUID.randomUUID()).statusCode(404);
        post(ADMINISTRATOR, "/v1/programmes", body("nowhere", "season", null))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-centre"));
    }

    /** Every change of a programme, asked by everybody it is not for. */
    @Test
    void isChangedByItsCentreAloneAndTheNetworksByAdministrators() {
        var paris = centre("Europe/Paris", 20);
        var path = "/v1/programmes/" + announced(paris, "touring-exhibition", null);
        var event = "/v1/events/" + eventIn(paris, path.substring(path.lastIndexOf('/') + 1));
        var leg = "{\"centreId\":\"%s\",\"opensOn\":\"%s\",\"closesOn\":\"%s\"}".formatted(paris.id(), day(1), day(2));
        var added = path + "/legs/" + id(post(paris.staff(), path + "/legs", leg));
        var asked = 0;
        for (var groups : new String[] {
            null,
            "/elsewhere/manager",
            "/elsewhere/staff",
            "/network/partner",
            "/" + paris.id() + "/cataloguer",
            "/" + paris.id() + "x/manager"
        }) {
            for (var operation : List.of(
                    new String[] {"POST", "/v1/programmes", body(paris.id(), "season", null)},
                    new String[] {"PUT", path, body(paris.id(), "season", null)},
                    new String[] {"POST", path + "/announcement", ""},
                    new String[] {"POST", path + "/cancellation", "{\"withEvents\":true}"},
                    new String[] {"POST", path + "/legs", leg},
                    new String[] {"PUT", added, leg},
                    new String[] {"DELETE", added, ""},
                    new String[] {"POST", event + "/announcement", ""},
                    new String[] {"POST", event + "/cancellation", "{}"},
                    new String[] {"GET", event + "/reach", ""})) {
                var request = given().contentType(MediaType.APPLICATION_JSON).header("If-Match", "*");
                if (groups != null) {
                    request.bearer(TestTokens.of("intruder", groups));
                }
                if (!operation[2].isEmpty()) {
                    request.body(operation[2]);
                }
                request.request(operation[0], operation[1])
                        .statusCode(groups == null ? 401 : 403)
                        .contentType("application/problem+json");
                asked++;
            }
        }
        assertEquals(60, asked);
        for (var token : List.of(paris.manager(), TestTokens.of("nm", "/network/manager"))) {
            post(token, "/v1/programmes", body(null, "season", null)).statusCode(403);
        }
        read(null, path)
                .body("status", equalTo("announced"))
                .body("legs.id", hasItem(added.substring(added.length() - 36)));
        assertEquals(1, count("select 1 from programme where centre_id = '" + paris.id() + "'"));
        read(null, event).body("status", equalTo("announced"));
    }
}

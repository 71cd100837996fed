package org.goldenbridge.centre.space;

import static org.goldenbridge.centre.CentreFixtures.created;
import static org.goldenbridge.centre.CentreFixtures.managerOf;
import static org.goldenbridge.centre.CentreFixtures.opened;
import static org.goldenbridge.centre.CentreFixtures.space;
import static org.goldenbridge.centre.CentreFixtures.tagOf;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.as;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.delete;
import static org.goldenbridge.testing.RestApi.get;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.goldenbridge.centre.CentreServiceTest;
import org.junit.jupiter.api.Test;

@CentreServiceTest
class SpaceTest {
    private static Map<String, Object> hall(String centre, String code) {
        return but(space(centre, code), "divisible", true);
    }

    private static List<String> cellsOf(String space) {
        return get("/v1/spaces/" + space).statusCode(200).path("cells");
    }

    @Test
    void opensASpaceWithACellOfItsOwn() {
        var centre = opened();
        var id = post(managerOf(centre), "/v1/spaces", space(centre, "music-hall"))
                .statusCode(201)
                .header("ETag", "\"0.en\"")
                .body("kind", equalTo("music-hall"))
                .body("capacity", equalTo(40))
                .body("setUpMinutes", equalTo(15))
                .body("clearingMinutes", equalTo(10))
                .body("divisible", equalTo(false))
                .body("cells", hasSize(1))
                .<String>path("id");
        get("/v1/spaces/" + id + "?lang=fr").body("name.fr", equalTo("Salle de musique"));
        get("/v1/spaces?centre=" + centre).body("items.id", contains(id));
    }

    @Test
    void aHallIsMadeOfTheCellsOfItsParts() {
        var centre = opened();
        var hall = created("/v1/spaces", hall(centre, "forum"));
        var whole = cellsOf(hall);
        assertEquals(1, whole.size());
        var left = created("/v1/spaces", but(space(centre, "forum-left"), "partOf", hall));
        var right = created("/v1/spaces", but(space(centre, "forum-right"), "partOf", hall));
        assertEquals(List.of(cellsOf(left).get(0), cellsOf(right).get(0)), cellsOf(hall));
        assertNotEquals(cellsOf(left), cellsOf(right));
        assertEquals("\"2.en\"", tagOf("/v1/spaces/" + hall), "each part counts the hall's version up");
        delete(managerOf(centre), "/v1/spaces/" + left, "\"0.en\"").statusCode(204);
        assertEquals(2, cellsOf(hall).size(), "what is planned in the withdrawn part still stands against the hall");
    }

    @Test
    void refusesPartsThatCannotBe() {
        var centre = opened();
        var room = created("/v1/spaces", space(centre, "room"));
        var hall = created("/v1/spaces", hall(centre, "hall"));
        var part = created("/v1/spaces", but(space(centre, "part"), "partOf", hall));
        var elsewhere = created("/v1/spaces", hall(opened(), "hall"));
        for (var wrong : new Object[] {room, part}) {
            post(managerOf(centre), "/v1/spaces", but(space(centre, "new"), "partOf", wrong))
                    .statusCode(422)
                    .body("type", equalTo("/problems/not-divisible"));
        }
        for (var wrong : new Object[] {elsewhere, UUID.randomUUID()}) {
            post(managerOf(centre), "/v1/spaces", but(space(centre, "new"), "partOf", wrong))
                    .statusCode(422)
                    .body("type", equalTo("/problems/unknown-space"))
                    .body("errors[0].pointer", equalTo("/partOf"));
        }
        post(managerOf(centre), "/v1/spaces", but(hall(centre, "new"), "partOf", hall))
                .statusCode(422);
        get("/v1/spaces?centre=" + centre).body("items", hasSize(3));
    }

    @Test
    void aCodeIsUniqueAmongTheSpacesInUse() {
        var centre = opened();
        var first = created("/v1/spaces", space(centre, "hall"));
        post(managerOf(centre), "/v1/spaces", space(centre, "hall"))
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/code"));
        created("/v1/spaces", space(opened(), "hall"));
        delete(managerOf(centre), "/v1/spaces/" + first, "\"0.en\"").statusCode(204);
        var second = created("/v1/spaces", space(centre, "hall"));
        get("/v1/spaces/" + first).statusCode(200).body("withdrawn", equalTo(true));
        get("/v1/spaces?centre=" + centre).body("items.id", contains(second));
        put(managerOf(centre), "/v1/spaces/" + first, "\"1.en\"", space(centre, "hall-2"))
                .statusCode(409)
                .body("type", equalTo("/problems/withdrawn"));
    }

    @Test
    void ofManySpacesWithOneCodeOneIsOpened() {
        var centre = opened();
        var openings = IntStream.range(0, 6)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> post(managerOf(centre), "/v1/spaces", space(centre, "hall"))
                                .statusCode()))
                .toList();
        var statuses = openings.stream().map(CompletableFuture::join).sorted().toList();
        assertEquals(List.of(201, 409, 409, 409, 409, 409), statuses);
    }

    @Test
    void anEditReplacesTheSpaceButNotWhereItIs() {
        var centre = opened();
        var id = created("/v1/spaces", space(centre, "hall"));
        var path = "/v1/spaces/" + id;
        put(managerOf(centre), path, "\"0.en\"", but(space(centre, "hall"), "capacity", 55))
                .statusCode(200)
                .header("ETag", "\"1.en\"")
                .body("capacity", equalTo(55));
        put(managerOf(centre), path, "\"0.en\"", space(centre, "hall")).statusCode(412);
        put(administrator(), path, "\"1.en\"", but(space(centre, "hall"), "centreId", opened()))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/centreId"));
        put(managerOf(centre), path, "\"1.en\"", but(space(centre, "hall"), "divisible", true))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/divisible"));
        as(managerOf(centre))
                .contentType(MediaType.APPLICATION_JSON)
                .delete(path)
                .statusCode(428);
        assertEquals("\"1.en\"", tagOf(path));
    }

    @Test
    void theListIsReadInPages() {
        var centre = opened();
        var ids = IntStream.range(0, 3)
                .mapToObj(i -> created("/v1/spaces", space(centre, "hall-" + i)))
                .toList();
        var page = get("/v1/spaces?centre=" + centre + "&limit=2").body("items.id", equalTo(ids.subList(0, 2)));
        get("/v1/spaces?centre=" + centre + "&limit=2&cursor=" + page.<String>path("next"))
                .body("items.id", equalTo(ids.subList(2, 3)));
        get("/v1/spaces?limit=2&cursor=" + page.<String>path("next"))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }
}

package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.MANAGER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;

/** Series of twelve lessons, as the desk plans and moves them, and as they stand in the database. */
final class SeriesAtDesk {
    static final int LESSONS = 12;

    private final Stage stage;
    private final Desk desk;

    SeriesAtDesk(Desk desk) {
        this.desk = desk;
        stage = desk.stage();
    }

    /** A series of lessons of two hours on as many days, from that day on. */
    UUID plan(UUID room, int day, int hour) {
        return UUID.fromString(stage.signedIn(MANAGER)
                .post(
                        "/v1/series",
                        Map.of(
                                "eventId",
                                desk.workshop("Twelve lessons").toString(),
                                "spaceId",
                                room.toString(),
                                "startsOn",
                                Desk.at(day, hour),
                                "duration",
                                "PT2H",
                                "rule",
                                "FREQ=DAILY;COUNT=" + LESSONS))
                .expect(201)
                .id());
    }

    /** Wants all lessons of a series in another room, in the evening. */
    CompletableFuture<Reply> move(UUID series, String account, int instance, UUID room) {
        return move(series, tag(series), account, instance, room);
    }

    /** The same, of what was read before. */
    CompletableFuture<Reply> move(UUID series, String tag, String account, int instance, UUID room) {
        return stage.signedIn(account, instance)
                .postAtOnce(
                        "/v1/series/" + series + "/changes",
                        Map.of("scope", "all", "time", "18:00", "spaceId", room.toString()),
                        "If-Match",
                        tag);
    }

    String tag(UUID series) {
        return stage.anyone().get("/v1/series/" + series).etag();
    }

    /** A lesson, counted from none. */
    UUID lesson(UUID series, int nth) {
        return (UUID) standing(series).get(nth).get("id");
    }

    /** Everything that a move would change of its lessons. */
    List<Map<String, Object>> standing(UUID series) {
        return stage.database().rows("""
                select s.id, s.version, s.starts_at, s.ends_at, s.space_id, array_agg(c.during)::text as claimed
                from event.session s join event.space_claim c on c.session_id = s.id
                where s.series_id = ? group by s.id order by s.series_start""", series);
    }

    /** All its lessons are in that room, in the evening. */
    void assertMoved(UUID series, UUID room) {
        assertEquals(LESSONS, in(room, series));
        assertEquals(
                LESSONS,
                stage.database()
                        .number(
                                "select count(*) from event.session where series_id = ? and status = 'scheduled'"
                                        + " and (starts_at at time zone 'Asia/Shanghai')::time = '18:00'"
                                        + " and starts_at at time zone 'Asia/Shanghai' = series_start",
                                series));
    }

    /** How many of its lessons are in that room. */
    long in(UUID room, UUID series) {
        return stage.database()
                .number(
                        "select count(*) from event.session where series_id = ? and space_id = ? and status = 'scheduled'",
                        series,
                        room);
    }

    /** How many people have been told that a lesson of the series is moved. */
    long told(UUID series) {
        return stage.database()
                .number(
                        "select count(*) from event.notice n join event.session s on s.id = n.opportunity_id"
                                + " where s.series_id = ? and n.kind = 'session-moved'",
                        series);
    }
}

package org.goldenbridge.acceptance.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.PythonScript;
import org.goldenbridge.acceptance.network.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every resource that can answer 304, read through the gateway by an app in Python. Which there are is read from the services' own
 * descriptions, so that none is forgotten; the rows are those of the demo network.
 */
@ExtendWith(OnStage.class)
@Order(11)
class ConditionalReadsIT {
    private static final PythonScript READER =
            new PythonScript("read-unchanged.py", "requests", "python3-requests and python3-urllib3");

    /** Where the identifier of each path parameter stands. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("centreId", "select id from event.centre where id = 'beijing'"),
            Map.entry("closureId", "select id from centre.closure"),
            Map.entry("equipmentId", "select id from centre.equipment"),
            Map.entry("partnerId", "select id from centre.partner"),
            Map.entry("agreementId", "select id from centre.agreement"),
            Map.entry("spaceId", "select id from event.space where centre_id = 'beijing'"),
            Map.entry("blockId", "select id from event.space_block"),
            Map.entry("bookingId", "select id from event.booking"),
            Map.entry("courseId", "select id from event.course"),
            Map.entry("eventId", """
                    select e.id from event.event e join event.event_image i on i.event_id = e.id
                    where e.announced_at is not null"""),
            Map.entry("imageId", "select id from event.event_image"),
            Map.entry("programmeId", """
                    select p.id from event.programme p join event.leg l on l.programme_id = p.id
                    where p.announced_at is not null"""),
            Map.entry("legId", """
                    select l.id from event.programme p join event.leg l on l.programme_id = p.id
                    where p.announced_at is not null"""),
            Map.entry("sessionId", """
                    select s.id from event.session s join event.event e on e.id = s.event_id
                    where e.announced_at is not null and s.status = 'scheduled'"""),
            Map.entry("seriesId", "select series_id as id from event.session where series_id is not null"),
            Map.entry("teacherId", "select id from event.teacher"),
            Map.entry("sourceId", "select id from catalogue.import_source"),
            Map.entry("importId", "select id from catalogue.import"),
            Map.entry("itemId", "select id from catalogue.item"),
            Map.entry("recordId", "select id from catalogue.record"));

    private static final List<String> PAGES =
            List.of("/", "/docs", "/whats-on?lang=fr", "/whats-on?centre=beijing&lang=kk");

    private final Stage stage;
    private final Map<String, String> ids = new TreeMap<>();

    ConditionalReadsIT(Stage stage, Desk desk) {
        this.stage = stage;
        var session = desk.session("Read by an app", 5);
        desk.book(session, "Reads On", 1);
        var manager = stage.signedIn(Desk.MANAGER);
        var event = desk.workshop("Read by an app, with a picture");
        manager.upload("/v1/events/" + event + "/image", "image/png", picture()).expect(200);
        var room = desk.room("Read by an app", 10);
        manager.post("/v1/sessions", Desk.sessionDraft(event, room, 20, 10)).expect(201);
        var block = new HashMap<>(Desk.sessionDraft(event, room, 21, 10));
        block.remove("eventId");
        block.put("reason", "Read by an app");
        manager.post("/v1/blocks", block).expect(201);
        var series = Map.of(
                "eventId",
                event,
                "spaceId",
                room,
                "startsOn",
                Desk.at(22, 10),
                "duration",
                "PT1H",
                "rule",
                "FREQ=DAILY;COUNT=2");
        manager.post("/v1/series", series).expect(201);
        desk.teacher("Reads On");
    }

    private static byte[] picture() {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    @Test
    @DisplayName("E07: an app in Python reads every cacheable resource again with If-None-Match")
    void anAppReadsWhatIsUnchanged() throws IOException, InterruptedException {
        var resources = new ArrayList<Map<String, Object>>();
        for (var service : List.of(Stage.CENTRES, Stage.EVENTS, "catalogue-service")) {
            var description = stage.anyone()
                    .get("/openapi/" + service + "?format=json")
                    .expect(200)
                    .body();
            for (var path : description.get("paths").properties()) {
                var get = path.getValue().path("get");
                if (get.path("responses").has("304")) {
                    resources.add(Map.of(
                            "path",
                            withIds(path.getKey(), get),
                            "secured",
                            !get.path("security").isEmpty(),
                            "tagged",
                            true));
                }
            }
            resources.add(Map.of("path", "/openapi/" + service, "secured", false, "tagged", false));
        }
        PAGES.forEach(page -> resources.add(Map.of("path", page, "secured", false, "tagged", false)));
        var read = READER.lines(new ObjectMapper()
                .writeValueAsString(Map.of(
                        "gateway",
                        stage.gateway().toString(),
                        "token",
                        stage.token("aigerim"),
                        "resources",
                        resources)));
        assertEquals(List.of(Integer.toString(resources.size())), read);
        assertTrue(resources.size() > 60, "only " + resources.size());
    }

    private String withIds(String template, JsonNode get) {
        var filled = template;
        for (var id : IDS.keySet()) {
            if (filled.contains("{" + id + "}")) {
                filled = filled.replace("{" + id + "}", ids.computeIfAbsent(id, this::anyId));
            }
        }
        assertTrue(!filled.contains("{"), "There is no identifier for " + template + "; add one");
        for (var parameter : get.path("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                assertEquals("centre", parameter.path("name").asText(), template);
                filled += "?centre=beijing";
            }
        }
        return filled;
    }

    /** The first there is; where the demo network has none, one that no row has shows up as a fault of the test. */
    private String anyId(String parameter) {
        var rows = stage.database().rows(IDS.get(parameter) + " order by 1 limit 1");
        return rows.isEmpty()
                ? UUID.nameUUIDFromBytes(new byte[] {1}).toString()
                : rows.get(0).get("id").toString();
    }
}

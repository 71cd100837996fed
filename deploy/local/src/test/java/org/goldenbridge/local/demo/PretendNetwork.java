package org.goldenbridge.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Just enough of the network's APIs to be loaded, to break off after so many writes, and to count what is in it. */
final class PretendNetwork implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Map<String, ObjectNode>> lists = new LinkedHashMap<>();
    private final PretendDesk desk = new PretendDesk(this::list);
    private final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger deafness = new AtomicInteger();
    private final HttpServer server;

    static {
        // Otherwise every answer waits 40 ms for the acknowledgement of its own headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    PretendNetwork() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/auth", exchange -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}"));
        server.createContext("/v1", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** From then on every write is answered with a failure. */
    void breakAfter(int writes) {
        writesLeft.set(writes);
    }

    /** So many events are refused because their centre has not been heard of yet. */
    void hearLate(int times) {
        deafness.set(times);
    }

    synchronized int count(String list) {
        return list(list).size();
    }

    synchronized List<ObjectNode> all(String list) {
        return List.copyOf(list(list).values());
    }

    private Map<String, ObjectNode> list(String name) {
        return lists.computeIfAbsent(name, unused -> new LinkedHashMap<>());
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring("/v1/".length()).split("/");
        var body = exchange.getRequestBody().readAllBytes();
        var isFile = path.length == 3 && path[2].equals("file");
        String answer;
        int status;
        synchronized (this) {
            if (exchange.getRequestMethod().equals("GET")) {
                answer = read(path, exchange.getRequestURI().getQuery());
                status = answer.isEmpty() ? 404 : 200;
            } else if (writesLeft.getAndDecrement() <= 0) {
                status = 500;
                answer = "{\"title\":\"Internal error\",\"detail\":\"the network broke\"}";
            } else if (path[0].equals("events") && deafness.getAndDecrement() > 0) {
                status = 422;
                answer = "{\"type\":\"/problems/unknown-centre\",\"detail\":\"There is no such centre.\"}";
            } else if (isFile) {
                status = 202;
                answer = plan(list("imports").get(path[1]), body).toString();
            } else {
                status = 201;
                answer = write(path, (ObjectNode) json.readTree(body), key(exchange))
                        .toString();
            }
        }
        answer(exchange, status, answer);
    }

    /** Reads the control numbers of a file, in ISO 2709 or MARCXML, and plans a record for each. */
    private ObjectNode plan(ObjectNode taken, byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8);
        var numbers = text.startsWith("<")
                ? Pattern.compile("<controlfield tag=\"001\">([^<]+)<")
                : Pattern.compile("\u001E {0,3}([a-z0-9]+) *\u001E(?=[A-Z])");
        var rows = list("rows of " + taken.path("id").asText());
        rows.clear();
        numbers.matcher(text).results().map(found -> found.group(1).strip()).forEach(number -> {
            var row = json.createObjectNode().put("sourceRecordId", number).put("outcome", "new");
            rows.put(number, row);
        });
        return taken.put("state", "planned");
    }

    /** What was planned is there from now on. */
    private ObjectNode apply(ObjectNode taken) {
        list("rows of " + taken.path("id").asText()).values().forEach(row -> {
            var id = UUID.randomUUID().toString();
            list("records").put(id, json.createObjectNode().put("id", id));
            row.put("recordId", id);
        });
        return taken.put("state", "applied");
    }

    private static String key(HttpExchange exchange) {
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        return key == null ? "" : key;
    }

    private String read(String[] path, @Nullable String query) {
        if (path.length == 3 && path[2].equals("attendance")) {
            return desk.expected(path[1]).toString();
        }
        if (path.length == 1 || (path.length == 3 && path[2].equals("rows"))) {
            var page = json.createObjectNode();
            var items = page.putArray("items");
            var name = path.length == 1 ? path[0] : "rows of " + path[1];
            for (var item : list(name).values()) {
                var owner = item.path("event")
                        .path("centreId")
                        .asText(item.path("centreId").asText());
                var asked = "&" + query + "&";
                if (path[0].equals("courses")
                        ? asked.contains("event=" + item.path("eventId").asText() + "&")
                        : owner.isEmpty() || path[0].equals("programmes") || asked.contains("centre=" + owner + "&")) {
                    items.add(item);
                }
            }
            return page.toString();
        }
        var one = list(path.length == 3 ? path[2] : path[0]).get(path[1]);
        return one == null ? "" : one.toString();
    }

    private ObjectNode write(String[] path, ObjectNode body, String key) {
        if (path.length == 3 && path[2].equals("bookings")) {
            return desk.book(path[0], path[1], body, key);
        }
        if (path.length == 4 && path[2].equals("attendance")) {
            return desk.note(path[1], path[3], body);
        }
        if (path.length == 3 && path[2].equals("make-up-lessons")) {
            return desk.makeUp(path[1], body, key);
        }
        if (path.length == 3 && path[2].equals("announcement")) {
            return list("programmes").get(path[1]).put("status", "announced");
        }
        if (path.length == 3 && path[2].equals("legs")) {
            list("programmes").get(path[1]).withArray("legs").add(body);
            return body.put("id", UUID.randomUUID().toString());
        }
        if (path.length == 3 && path[2].equals("cancellation")) {
            return list("sessions").get(path[1]).put("status", "cancelled");
        }
        if (path.length == 3 && path[2].equals("application")) {
            return apply(list("imports").get(path[1]));
        }
        if (path[0].equals("imports")) {
            var source = list("import-sources").get(body.path("sourceId").asText());
            body.put("state", "receiving")
                    .put("centreId", source.path("centreId").asText());
        }
        var name = path.length == 3 ? path[2] : path[0];
        var id = path.length == 3
                ? path[1]
                : body.path("id").asText(UUID.randomUUID().toString());
        body.put("id", id);
        if (name.equals("sessions")) {
            stand(body);
        }
        if (name.equals("courses")) {
            body.put("placesLeft", body.path("capacity").asInt());
        }
        list(name).put(id, body);
        return body;
    }

    private void stand(ObjectNode session) {
        var event = list("events").get(session.path("eventId").asText());
        var centre = list("centres").get(event.path("centreId").asText());
        var zone = session.has("venue")
                ? session.path("venue").path("zone").asText()
                : centre.path("zone").asText();
        session.put("startsAt", instant(session, "startsAt", zone)).put("endsAt", instant(session, "endsAt", zone));
        session.set("event", event);
        var course = list("courses").get(session.path("courseId").asText());
        int kept = course == null ? 0 : course.path("capacity").asInt();
        if (course != null) {
            session.put("capacity", kept + course.path("extraPlaces").asInt());
        }
        session.put("status", "scheduled")
                .put("placesLeft", session.path("capacity").asInt() - kept);
    }

    private static String instant(ObjectNode session, String field, String zone) {
        return LocalDateTime.parse(session.path(field).asText())
                .atZone(ZoneId.of(zone))
                .toInstant()
                .toString();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("ETag", "\"1\"");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

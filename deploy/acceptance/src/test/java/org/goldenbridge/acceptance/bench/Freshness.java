package org.goldenbridge.acceptance.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Eventually;

/** How long it takes from a commit at one instance until the other one shows it: in the schedule, in the feed, in the stream. */
final class Freshness {
    private static final String CENTRE = "beijing";

    private final Stage stage;
    private final Desk desk;

    Freshness(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    /** Somebody who looks again and again, as soon as there is an answer. */
    private interface Look {
        boolean shows(UUID session) throws IOException;
    }

    String measure(int times) {
        var heard = new ConcurrentHashMap<UUID, CountDownLatch>();
        var streamed = Collections.synchronizedList(new ArrayList<Double>());
        var read = new ArrayList<Double>();
        var fed = new ArrayList<Double>();
        var sessions = new ArrayList<UUID>();
        var questions = new HashMap<UUID, String>();
        for (var nth = 0; nth < times; nth++) {
            var session = desk.session("One place, number " + nth, 1);
            sessions.add(session);
            questions.put(
                    session,
                    "/v1/schedule?free=true&fields=places&event="
                            + stage.anyone()
                                    .get("/v1/sessions/" + session)
                                    .expect(200)
                                    .body()
                                    .at("/event/id")
                                    .asText());
        }
        try (var reader = new Connection(stage.instance(1));
                var follower = new Connection(stage.instance(1));
                var stream = new Socket(
                        stage.instance(1).getHost(), stage.instance(1).getPort())) {
            listen(stream, stage.instance(1), heard);
            for (var session : sessions) {
                if (!shows(
                        reader,
                        questions.get(session),
                        session.toString())) { // from now on the answer is prepared there
                    throw new IllegalStateException("A free session is not in the schedule");
                }
                var told = new CountDownLatch(1);
                heard.put(session, told);
                var before = stage.database().number("select last_number from event.sequencer");
                desk.book(session, "Guest of " + session, 1);
                var committed = System.nanoTime();
                var listening = new Thread(() -> {
                    try {
                        told.await();
                        streamed.add((System.nanoTime() - committed) / 1e6);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                listening.start();
                var feeding = new Thread(() -> fed.add(until(
                        committed,
                        one -> shows(
                                follower, "/v1/feeds/availability?afterChangeNumber=" + before, session.toString()),
                        session)));
                feeding.start();
                read.add(until(committed, one -> !shows(reader, questions.get(one), one.toString()), session));
                feeding.join();
                listening.join(10_000);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return """
                ## From a commit to those who read

                A session with one place is booked at one instance; from the answer to the booking on (just after its COMMIT) others
                ask the other instance again and again, or listen there: %d times. Target: 99 of 100 within 500 ms.

                | where | median | 99 of 100 within | longest |
                |---|---:|---:|---:|
                %s%s%s""".formatted(
                        times,
                        row("schedule, filter by free places", read),
                        row("RPDE feed of availability", fed),
                        row("server-sent event", streamed));
    }

    private static String row(String where, List<Double> took) {
        var sorted = took.stream().sorted().toList();
        return "| %s | %.0f ms | %.0f ms | %.0f ms |%n"
                .formatted(
                        where,
                        sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() * 99 / 100),
                        sorted.get(sorted.size() - 1));
    }

    private static double until(long begun, Look look, UUID session) {
        Eventually.within(Duration.ofSeconds(10), "the other instance shows it", () -> {
            try {
                return look.shows(session);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return (System.nanoTime() - begun) / 1e6;
    }

    private boolean shows(Connection connection, String path, String text) throws IOException {
        connection.exchange(
                ("GET " + path + " HTTP/1.1\r\nHost: " + stage.instance(1).getAuthority() + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1),
                200);
        return connection.text().contains(text);
    }

    private static void listen(Socket stream, URI instance, Map<UUID, CountDownLatch> heard) throws IOException {
        stream.getOutputStream()
                .write(("GET /v1/schedule/live?centre=" + CENTRE + " HTTP/1.1\r\nHost: " + instance.getAuthority()
                                + "\r\nAccept: text/event-stream\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        var lines = new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8));
        var listening = new Thread(() -> {
            try {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("data:") && line.contains("\"placesLeft\":0")) {
                        var id = line.substring(line.indexOf("\"id\":\"") + 6);
                        var told = heard.get(UUID.fromString(id.substring(0, 36)));
                        if (told != null) {
                            told.countDown();
                        }
                    }
                }
            } catch (IOException e) {
                // over
            }
        });
        listening.setDaemon(true);
        listening.start();
    }
}

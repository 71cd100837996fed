package org.goldenbridge.event.publicschedule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Somebody who listens to server-sent events. */
final class Ear implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final InputStream line;
    private final BufferedReader lines;
    private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    /** One event; what it did not say is empty. */
    record Heard(String name, String id, String data) {}

    private Ear(InputStream line) {
        this.line = line;
        lines = new BufferedReader(new InputStreamReader(line, StandardCharsets.UTF_8));
        var listening = new Thread(this::listen, "ear");
        listening.setDaemon(true);
        listening.start();
    }

    static Ear at(String address, String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Answered " + answer.statusCode());
            }
            return new Ear(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        var name = "";
        var id = "";
        var data = "";
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    heard.add(new Heard(name, id, data));
                    name = "";
                    data = "";
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data += line.substring(5).strip();
                }
            }
        } catch (IOException e) {
            // the line was closed
        }
    }

    /** The next event of that kind; what comes before it is passed over. */
    Heard hear(Predicate<Heard> wanted) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        try {
            while (true) {
                var next = heard.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                Objects.requireNonNull(next, "nothing of that kind was heard in 20 seconds");
                if (wanted.test(next)) {
                    return next;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            line.close(); // not the reader, which is held by who listens
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

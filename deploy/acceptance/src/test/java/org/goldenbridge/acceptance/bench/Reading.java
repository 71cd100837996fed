package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.goldenbridge.acceptance.network.Stage;

/** The schedule under many questions while people book, beside an answer of the same size that never changes. */
final class Reading {
    /** What event-service serves as it is, from memory; pages of the schedule are made as long as it is. */
    private static final String CONSTANT = "/openapi/event-service?format=json";

    private static final int CLIENTS = 16;
    private static final int BOOKINGS_PER_SECOND = 20;

    private final Stage stage;
    private final Bookings bookings;
    private final List<UUID> sessions;
    private final int constantSize;
    private final int limit;
    private final int scheduleSize;
    private final List<String> questions;

    Reading(Stage stage, Bookings bookings, List<UUID> sessions) {
        this.stage = stage;
        this.bookings = bookings;
        this.sessions = sessions;
        constantSize = size(List.of(CONSTANT));
        var perSession = size(Programme.questions(10)) / 10;
        limit = Math.max(1, Math.min(500, constantSize / perSession));
        questions = Programme.questions(limit);
        scheduleSize = size(questions);
    }

    int constantSize() {
        return constantSize;
    }

    int scheduleSize() {
        return scheduleSize;
    }

    int limit() {
        return limit;
    }

    int questions() {
        return questions.size();
    }

    /** Each of the questions is asked once by it, so it also warms up. */
    private int size(List<String> paths) {
        try (var connection = new Connection(address())) {
            long sum = 0;
            for (var path : paths) {
                sum += connection.exchange(get(path), 200);
            }
            return Math.toIntExact(sum / paths.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI address() {
        return stage.instance(0);
    }

    private byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + address().getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    Comparison compare(int rounds, double seconds) {
        var constant = get(CONSTANT);
        var asked = questions.stream().map(this::get).toList();
        readWhileBooking(seconds, List.of(constant));
        readWhileBooking(2 * seconds, asked);
        return new Comparison()
                .with("constant answer, 16 clients", () -> readWhileBooking(seconds, List.of(constant)))
                .with("schedule, 500 different URLs, 16 clients", () -> readWhileBooking(seconds, asked))
                .run(rounds);
    }

    private Load.Result readWhileBooking(double seconds, List<byte[]> requests) {
        var booking = new Thread(() -> book(seconds), "booking");
        booking.start();
        try {
            return Load.run(CLIENTS, seconds, own -> reader(requests));
        } finally {
            try {
                booking.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Load.Work reader(List<byte[]> requests) throws IOException {
        var connection = new Connection(address());
        return new Load.Work() {
            @Override
            public void once() throws IOException {
                connection.exchange(requests.get(ThreadLocalRandom.current().nextInt(requests.size())), 200);
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    private void book(double seconds) {
        try (var work = bookings.desk(address(), sessions)) {
            var begun = System.nanoTime();
            for (var done = 0; done < seconds * BOOKINGS_PER_SECOND; done++) {
                work.once();
                var next = begun + (done + 1) * 1_000_000_000L / BOOKINGS_PER_SECOND;
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
            }
        } catch (Exception e) {
            throw new IllegalStateException("Booking beside the readers failed", e);
        }
    }
}

package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Lets some people book all the while that others read. */
final class WhileBooking {
    static final int CLIENTS = 16;
    private static final int BOOKINGS_PER_SECOND = 20;

    private final Bookings bookings;
    private final URI instance;
    private final List<UUID> sessions;

    WhileBooking(Bookings bookings, URI instance, List<UUID> sessions) {
        this.bookings = bookings;
        this.instance = instance;
        this.sessions = sessions;
    }

    Load.Result run(Read read, double seconds) {
        return run(seconds, () -> Load.run(CLIENTS, seconds, own -> read.reader()));
    }

    Load.Result run(double seconds, Supplier<Load.Result> reading) {
        var booking = new Thread(() -> book(seconds), "booking");
        booking.start();
        try {
            return reading.get();
        } finally {
            try {
                booking.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void book(double seconds) {
        try (var work = bookings.deskOrRefused(instance, sessions)) {
            var begun = System.nanoTime();
            for (var done = 0; done < seconds * BOOKINGS_PER_SECOND; done++) {
                work.once();
                var next = begun + (done + 1) * 1_000_000_000L / BOOKINGS_PER_SECOND;
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Booking beside the readers failed", e);
        }
    }
}

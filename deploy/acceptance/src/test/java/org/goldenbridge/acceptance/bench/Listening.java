package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.Stage;

/** Many who listen to one instance, and a few who hold the line and read nothing. */
final class Listening {
    private static final String CENTRE = "beijing";

    /** They ask for everything and never read. */
    private static final int DEAF = 50;

    /** What came on a line since the last word that was waited for. */
    private static final class Line {
        final StringBuilder said = new StringBuilder();
    }

    private final Stage stage;
    private final Desk desk;

    Listening(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    String measure(int many, int bookings) {
        var session = desk.session("Everybody listens", 10_000);
        var before = memory();
        var deaf = new ArrayList<SocketChannel>();
        var last = new ArrayList<Double>();
        var half = new ArrayList<Double>();
        long with;
        try (var selector = Selector.open()) {
            for (var nth = 0; nth < DEAF; nth++) {
                deaf.add(open(stage.instance(0)));
            }
            for (var nth = 0; nth < many; nth++) {
                var line = open(stage.instance(0));
                line.configureBlocking(false);
                line.register(selector, SelectionKey.OP_READ, new Line());
            }
            all(selector, many, "hello", new ArrayList<>());
            for (var nth = 0; nth < bookings; nth++) {
                desk.book(session, "Listener " + nth, 1);
                var committed = System.nanoTime();
                var took = new ArrayList<Double>();
                all(selector, many, "\"placesLeft\":" + (10_000 - nth - 1), took, committed, session);
                took.sort(null);
                half.add(took.get(took.size() / 2));
                last.add(took.get(took.size() - 1));
            }
            with = memory();
            for (var key : List.copyOf(selector.keys())) {
                key.channel().close();
            }
            for (var line : deaf) {
                line.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        half.sort(null);
        last.sort(null);
        return """
                ### %,d who listen

                %,d lines are open at one instance for the events of a centre, and %d more that read nothing. From the answer to a booking
                until half of them, and until the last of them, has heard how many places are left; %d bookings. Their one reader shares
                the machine. Resident memory of the instance: %d MB before, %d MB with them.

                | until | median | longest |
                |---|---:|---:|
                | half of them have heard | %.0f ms | %.0f ms |
                | all of them have heard | %.0f ms | %.0f ms |
                """.formatted(
                        many,
                        many,
                        DEAF,
                        bookings,
                        before,
                        with,
                        half.get(half.size() / 2),
                        half.get(half.size() - 1),
                        last.get(last.size() / 2),
                        last.get(last.size() - 1));
    }

    private long memory() {
        return Machine.megabytes(stage.network().service(Stage.EVENTS, 0));
    }

    private static SocketChannel open(URI instance) throws IOException {
        var line = SocketChannel.open(new InetSocketAddress(instance.getHost(), instance.getPort()));
        line.write(ByteBuffer.wrap(("GET /v1/schedule/live?centre=" + CENTRE + " HTTP/1.1\r\nHost: "
                        + instance.getAuthority() + "\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1)));
        return line;
    }

    private static void all(Selector selector, int many, String word, List<Double> took) throws IOException {
        all(selector, many, word, took, System.nanoTime(), new UUID(0, 0));
    }

    /** Reads until each of them has heard that word; notes when it was, in milliseconds. */
    private static void all(Selector selector, int many, String word, List<Double> took, long since, UUID session)
            throws IOException {
        var buffer = ByteBuffer.allocate(64 * 1024);
        var until = System.nanoTime() + 60_000_000_000L;
        var waiting = many;
        while (waiting > 0) {
            if (System.nanoTime() > until) {
                throw new IOException(waiting + " of " + many + " have not heard " + word + " of " + session);
            }
            selector.select(1_000);
            var ready = selector.selectedKeys().iterator();
            while (ready.hasNext()) {
                var key = ready.next();
                ready.remove();
                buffer.clear();
                if (((SocketChannel) key.channel()).read(buffer) < 0) {
                    throw new IOException("A line was closed");
                }
                buffer.flip();
                var said = ((Line) key.attachment()).said;
                said.append(StandardCharsets.UTF_8.decode(buffer));
                if (said.indexOf(word) >= 0) {
                    said.setLength(0);
                    took.add((System.nanoTime() - since) / 1e6);
                    waiting--;
                } else if (said.length() > 4_096) {
                    said.delete(0, said.length() - 512);
                }
            }
        }
    }
}

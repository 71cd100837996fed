package org.goldenbridge.event;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.testing.TestRequest.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.goldenbridge.testing.TestRequest;
import org.junit.jupiter.api.Test;

/** Clients that send a byte now and then, or never read what they asked for, hold nobody up. */
@EventServiceTest
class SlowClientsTest {
    private static final int OF_EACH = Matrix.size(80, 250);
    private static final int READS = 100;

    /** Who is held up waits until the slow ones are cut off, after 60 s; the machine may have other work meanwhile. */
    private static final long LONGEST_MILLIS = 10_000;

    @Test
    void holdNobodyUp() throws IOException, InterruptedException {
        var event = event(beijing(20));
        var slow = new ArrayList<SocketChannel>();
        var goesOn = new AtomicBoolean(true);
        var dripping = new ArrayList<SocketChannel>();
        try {
            for (var i = 0; i < OF_EACH; i++) {
                dripping.add(connect(slow));
                var deaf = connect(slow);
                // The description is far larger than what two buffers of the system hold; ten of them are more still.
                deaf.write(ascii("GET /openapi/event-service HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(10)));
            }
            var drip = new Thread(() -> drip(dripping, goesOn), "drip");
            drip.start();
            var waits = new long[READS];
            for (var i = 0; i < READS; i++) {
                var since = System.nanoTime();
                given().get("/v1/events/" + event).statusCode(200);
                waits[i] = (System.nanoTime() - since) / 1_000_000;
            }
            Arrays.sort(waits);
            System.out.printf(
                    "SlowClientsTest: beside %d slow clients, %d reads took %d ms in the middle, %d ms at most%n",
                    2 * OF_EACH, READS, waits[READS / 2], waits[READS - 1]);
            assertTrue(waits[READS - 1] < LONGEST_MILLIS, () -> "one waited for " + waits[READS - 1] + " ms");
            // They were slow indeed, and not merely refused.
            assertEquals(
                    OF_EACH,
                    dripping.stream().filter(SlowClientsTest::stillWaits).count());
            goesOn.set(false);
            drip.join();
        } finally {
            goesOn.set(false);
            for (var client : slow) {
                client.close();
            }
        }
    }

    private static SocketChannel connect(List<SocketChannel> slow) throws IOException {
        var client = SocketChannel.open();
        slow.add(client);
        client.setOption(java.net.StandardSocketOptions.SO_RCVBUF, 4_096);
        client.connect(new InetSocketAddress("localhost", TestRequest.port()));
        return client;
    }

    private static void drip(List<SocketChannel> clients, AtomicBoolean goesOn) {
        var request = ascii("GET /v1/events HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(4_000));
        try {
            for (var at = 0; goesOn.get() && at < request.limit(); at++) {
                for (var client : clients) {
                    client.write(request.slice(at, 1));
                }
            }
        } catch (IOException e) {
            // seen by whoever counts those that still wait
        }
    }

    /** Neither answered nor cut off. */
    private static boolean stillWaits(SocketChannel client) {
        try {
            client.configureBlocking(false);
            return client.read(ByteBuffer.allocate(1)) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}

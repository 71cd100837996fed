package org.goldenbridge.acceptance.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a service and its database, and can cut a connection when the reply to a certain request is on its way. */
public final class CuttingProxy implements AutoCloseable {
    private static final int PIECE = 65_536;

    private final InetSocketAddress target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<String> marker = new AtomicReference<>();

    /** One request, and whether its reply is to be lost. */
    private static final class Line {
        volatile boolean isToBeCut;
    }

    public CuttingProxy(String host, int port) {
        target = new InetSocketAddress(host, port);
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run("proxy", this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Lets the next request that holds these bytes reach the database, whose reply is lost with the connection. */
    public void loseTheReplyTo(byte[] bytes) {
        marker.set(latin(bytes));
    }

    /** Whether a reply was lost since it was asked for. */
    public boolean hasCut() {
        return marker.get() == null;
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            var client = door.accept();
            var server = new Socket();
            try {
                server.connect(target);
            } catch (IOException e) { // the database is away, and whoever asks for it is to see that
                client.close();
                continue;
            }
            open.add(client);
            open.add(server);
            var line = new Line();
            run("to-database", () -> forward(client, server, line, true));
            run("from-database", () -> forward(server, client, line, false));
        }
    }

    private void forward(Socket from, Socket to, Line line, boolean isRequest) throws IOException {
        try (from;
                to) {
            forward(from.getInputStream(), to.getOutputStream(), line, isRequest);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void forward(InputStream in, OutputStream out, Line line, boolean isRequest) throws IOException {
        var piece = new byte[PIECE];
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
            if (isRequest) {
                var wanted = marker.get();
                if (wanted != null
                        && latin(piece).substring(0, length).contains(wanted)
                        && marker.compareAndSet(wanted, null)) {
                    line.isToBeCut = true;
                }
            } else if (line.isToBeCut) {
                return; // the database has done it and says so; nobody hears it
            }
            out.write(piece, 0, length);
            out.flush();
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(String name, Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // the connection is gone, as it is to be
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

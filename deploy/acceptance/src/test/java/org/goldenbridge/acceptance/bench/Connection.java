package org.goldenbridge.acceptance.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * One kept connection to a service, one request at a time. Written by hand because the clients share two processors with
 * what they measure: a client that works hard would be measured with it.
 */
final class Connection implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] head = new byte[16 * 1024];
    private byte[] body = new byte[64 * 1024];
    private String answer = "";
    private int size;

    Connection(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    /** A request with a body and a token; more headers each begin with a line break. */
    static byte[] post(URI address, String path, String token, String headers, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json" + headers + "\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The size of the body of the answer; fails when the answer has a status that is not expected. */
    int exchange(byte[] request, int... expectedStatuses) throws IOException {
        var status = send(request);
        if (IntStream.of(expectedStatuses).noneMatch(expected -> expected == status)) {
            throw new IOException("Answered " + status + ": " + text());
        }
        return size;
    }

    /** The status of the answer, whatever it is. */
    int send(byte[] request) throws IOException {
        out.write(request);
        var length = readHead();
        answer = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        var status = Integer.parseInt(answer.substring(9, 12));
        size = status == 304 ? 0 : Integer.parseInt(header("content-length"));
        if (size > body.length) {
            body = new byte[size];
        }
        if (in.readNBytes(body, 0, size) < size) {
            throw new IOException("The answer was cut off");
        }
        return status;
    }

    /** The body of the last answer. */
    String text() {
        return new String(body, 0, size, StandardCharsets.UTF_8);
    }

    /** A header of the last answer. */
    String header(String name) throws IOException {
        for (var line : answer.split("\r\n", -1)) {
            if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                return line.substring(name.length() + 1).strip();
            }
        }
        throw new IOException("The answer has no " + name + ": " + answer);
    }

    private int readHead() throws IOException {
        var length = 0;
        while (true) {
            var next = in.read();
            if (next < 0 || length == head.length) {
                throw new IOException("The connection was closed");
            }
            head[length++] = (byte) next;
            if (next == '\n' && length >= 4 && head[length - 2] == '\r' && head[length - 3] == '\n') {
                return length;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

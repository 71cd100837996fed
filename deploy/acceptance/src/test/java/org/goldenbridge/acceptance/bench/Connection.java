package org.goldenbridge.acceptance.bench;

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

    /** What has come of the answer, the head and the beginning of the body. */
    private final byte[] received = new byte[64 * 1024];

    private byte[] body = new byte[64 * 1024];
    private String answer = "";
    private int size;

    Connection(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        out = socket.getOutputStream();
        in = socket.getInputStream();
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
        var count = 0;
        var length = -1;
        while (length < 0) {
            var more = in.read(received, count, received.length - count);
            if (more <= 0) {
                throw new IOException("The connection was closed");
            }
            length = endOfHead(Math.max(0, count - 3), count + more);
            count += more;
        }
        answer = new String(received, 0, length, StandardCharsets.ISO_8859_1);
        var status = Integer.parseInt(answer.substring(9, 12));
        size = status == 304 ? 0 : Integer.parseInt(header("content-length"));
        if (size > body.length) {
            body = new byte[size];
        }
        var there = Math.min(size, count - length);
        System.arraycopy(received, length, body, 0, there);
        if (in.readNBytes(body, there, size - there) < size - there) {
            throw new IOException("The answer was cut off");
        }
        return status;
    }

    /** Behind the empty line; -1 where none has come. */
    private int endOfHead(int from, int to) {
        for (var at = from; at + 3 < to; at++) {
            if (received[at] == '\r'
                    && received[at + 1] == '\n'
                    && received[at + 2] == '\r'
                    && received[at + 3] == '\n') {
                return at + 4;
            }
        }
        return -1;
    }

    /** The body of the last answer. */
    String text() {
        return new String(body, 0, size, StandardCharsets.UTF_8);
    }

    /** A header of the last answer. */
    String header(String name) throws IOException {
        for (var line = answer.indexOf("\r\n") + 2;
                line > 1 && line < answer.length();
                line = answer.indexOf("\r\n", line) + 2) {
            if (answer.regionMatches(true, line, name, 0, name.length())
                    && answer.charAt(line + name.length()) == ':') {
                return answer.substring(line + name.length() + 1, answer.indexOf("\r\n", line))
                        .strip();
            }
        }
        throw new IOException("The answer has no " + name + ": " + answer);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

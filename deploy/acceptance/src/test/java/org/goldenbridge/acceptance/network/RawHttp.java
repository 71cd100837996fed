package org.goldenbridge.acceptance.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Requests written by hand, as no well-behaved client would send them. */
public final class RawHttp {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

    private RawHttp() {}

    /**
     * Sends a head, and so many bytes of body as it is told, whatever the head says.
     *
     * @return the whole answer, status line first; empty when the other side hung up without one
     */
    public static String exchange(URI address, String head, long bodyBytes) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            try {
                var chunk = new byte[64 * 1024];
                for (var left = bodyBytes; left > 0; left -= chunk.length) {
                    out.write(chunk, 0, (int) Math.min(left, chunk.length));
                }
            } catch (SocketException e) {
                // Refused before all of it was sent, which is as it should be; the answer is there to be read.
            }
            return answer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + address, e);
        }
    }

    /** What comes until it is whole; what was sent before the other side hung up on the rest counts as well. */
    private static String answer(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var answer = new ByteArrayOutputStream();
        var chunk = new byte[8 * 1024];
        try {
            while (!isWhole(answer.toString(StandardCharsets.ISO_8859_1))) {
                var count = in.read(chunk);
                if (count < 0) {
                    break;
                }
                answer.write(chunk, 0, count);
            }
        } catch (SocketException e) {
            // It was reset behind the answer.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static boolean isWhole(String answer) {
        var head = answer.indexOf("\r\n\r\n");
        var length = LENGTH.matcher(answer);
        return head >= 0 && length.find() && answer.length() >= head + 4 + Integer.parseInt(length.group(1));
    }

    /** The status of an answer, or 0 when there is none. */
    public static int status(String answer) {
        var words = answer.split(" ", 3);
        return words.length < 2 ? 0 : Integer.parseInt(words[1]);
    }
}

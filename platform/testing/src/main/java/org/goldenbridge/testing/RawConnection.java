package org.goldenbridge.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP connection for requests that no client would write, kept open as long as the server does. */
final class RawConnection implements AutoCloseable {
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    RawConnection() throws IOException {
        open();
    }

    private void open() throws IOException {
        socket.close();
        socket = new Socket("localhost", TestRequest.port());
        socket.setSoTimeout(10_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a request as it is, and returns the status of the answer. */
    int send(String method, String path, String headers, String body) throws IOException {
        var length = method.equals("GET") ? "" : "Content-Length: " + body.length() + "\r\n";
        var request = method + " " + path + " HTTP/1.1\r\nHost: localhost:8080\r\n" + headers + length + "\r\n" + body;
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return status();
        } catch (SocketException e) {
            open(); // the server had closed it behind the answer before
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return status();
        }
    }

    private int status() throws IOException {
        var answer = head();
        var status = Integer.parseInt(answer.substring(9, 12));
        var lower = answer.toLowerCase(Locale.ROOT);
        var length = lower.indexOf("content-length: ");
        if (length < 0 && status != 304 && status != 204 || lower.contains("connection: close")) {
            open(); // nobody reads a body in chunks to its end here
        } else if (length >= 0 && status != 304) {
            in.skipNBytes(Long.parseLong(
                    lower.substring(length + 16, lower.indexOf("\r", length)).trim()));
        }
        return status;
    }

    private String head() throws IOException {
        var head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            var read = in.read();
            if (read < 0) {
                throw new IOException("The server hung up after: " + head);
            }
            head.append((char) read);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

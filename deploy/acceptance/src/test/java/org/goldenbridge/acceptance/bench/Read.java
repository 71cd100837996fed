package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What is read again and again, one of the requests at random, with the status it is answered with. */
record Read(URI at, List<byte[]> requests, int status) {
    /** Those addresses of an instance. */
    static Read of(URI instance, List<String> paths) {
        return new Read(
                instance, paths.stream().map(path -> get(instance, path, "")).toList(), 200);
    }

    static Read of(ConstantAnswer constant, boolean isKnown) {
        return new Read(
                constant.address(),
                List.of(get(constant.address(), "/", isKnown ? "\r\nIf-None-Match: W/\"constant\"" : "")),
                isKnown ? 304 : 200);
    }

    static byte[] get(URI address, String path, String headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + headers + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    Load.Work reader() throws IOException {
        var connection = new Connection(at);
        return new Load.Work() {
            @Override
            public void once() throws IOException {
                connection.exchange(requests.get(ThreadLocalRandom.current().nextInt(requests.size())), status);
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }
}

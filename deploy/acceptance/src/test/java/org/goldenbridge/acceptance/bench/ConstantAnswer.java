package org.goldenbridge.acceptance.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The floor of reading: a server of its own, in a Java machine with the same memory as event-service has, that gives the same
 * bytes to everybody whatever is asked, and 304 to who has them. It is bare Vert.x, which event-service stands on: no guards, no
 * routes, no rules.
 */
final class ConstantAnswer implements AutoCloseable {
    private final Process process;
    private final URI address;

    private ConstantAnswer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Serves that body until it is closed. */
    static ConstantAnswer of(String body, Path folder) {
        try {
            var file = Files.writeString(folder.resolve("constant-answer.json"), body);
            var process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("bench.classpath", System.getProperty("java.class.path")),
                            ConstantAnswer.class.getName(),
                            file.toString())
                    .redirectError(new File(folder.toFile(), "constant-answer.log"))
                    .start();
            var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return new ConstantAnswer(process, URI.create("http://127.0.0.1:" + said.readLine()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Takes the file with the body, and says the port. */
    public static void main(String[] args) throws IOException {
        var body = Buffer.buffer(Files.readAllBytes(Path.of(args[0])));
        var server = Vertx.vertx()
                .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0));
        server.requestHandler(request -> {
                    var answer = request.response();
                    answer.putHeader("ETag", "W/\"constant\"").putHeader("Cache-Control", "no-cache");
                    if (request.getHeader("If-None-Match") != null) {
                        answer.setStatusCode(304).end();
                    } else {
                        answer.putHeader("Content-Type", "application/json").end(body);
                    }
                })
                .listen()
                .onSuccess(started -> System.out.println(started.actualPort()))
                .onFailure(fault -> System.exit(1));
    }
}

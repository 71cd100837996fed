package org.goldenbridge.acceptance.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A script below {@code src/test/python} that uses modules of Debian packages. A machine without them leaves the test out
 * and says so, unless GOLDENBRIDGE_VALIDATORS_REQUIRED is set.
 *
 * @param file its name
 * @param modules what it imports
 * @param packages the Debian packages of these modules
 */
public record PythonScript(String file, String modules, String packages) {
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

    /** Runs it with one argument, and returns what it printed, line by line. */
    public List<String> lines(String argument) throws IOException, InterruptedException {
        var able = able();
        var result = run(List.of(able, Path.of("src/test/python", file).toString(), argument));
        assertEquals(0, result.code(), result.output());
        return result.output().lines().toList();
    }

    private String able() throws IOException, InterruptedException {
        for (var python : PYTHONS) {
            if (run(List.of(python, "-c", "import " + modules)).code() == 0) {
                return python;
            }
        }
        var why =
                "LEFT OUT: " + file + ", for no python3 can import " + modules + " (Debian packages " + packages + ")";
        assertNull(System.getenv("GOLDENBRIDGE_VALIDATORS_REQUIRED"), why);
        return abort(why);
    }

    private record Result(int code, String output) {}

    private static Result run(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return new Result(-1, "There is no " + command.get(0));
        }
        try {
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(60, TimeUnit.SECONDS)
                    ? new Result(process.exitValue(), output)
                    : new Result(-1, "It did not end");
        } finally {
            process.destroyForcibly();
        }
    }
}

package org.goldenbridge.acceptance.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * OpenActive's own validator of RPDE feeds. It comes from npm and is installed below {@code target}; a machine that has no npm, or
 * cannot fetch it, leaves the test out and says so, unless GOLDENBRIDGE_VALIDATORS_REQUIRED is set.
 */
final class RpdeValidator {
    private static final Path SOURCE = Path.of("src/test/node");
    private static final Path INSTALLED = Path.of("target/node");

    /** Advice that does not hold here: a small network has no 500 sessions, and nothing that ended 90 days ago. */
    private static final List<String> ADVICE = List.of("MinimumItemsRule", "DeletedItemsRule", "ItemDataPromptRule");

    private RpdeValidator() {}

    /**
     * What it found.
     *
     * @param pages how many pages it walked
     * @param faults what is wrong, warnings included
     */
    record Found(int pages, List<String> faults) {}

    static Found validate(URI feed) throws IOException, InterruptedException {
        install();
        var done = run(INSTALLED, "node", "validate-feed.js", feed.toString());
        assertEquals(0, done.code(), done.said());
        var lines = done.said().lines().toList();
        return new Found(
                Integer.parseInt(lines.get(0).split("\t", 2)[1]),
                lines.stream()
                        .skip(1)
                        .filter(line -> !ADVICE.contains(line.split("\t", 3)[1]))
                        .toList());
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        for (var file : List.of("package.json", "validate-feed.js")) {
            Files.copy(SOURCE.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.isDirectory(INSTALLED.resolve("node_modules/@openactive/rpde-validator"))) {
            return;
        }
        // No lock file: it would hold the addresses of the registry that this machine happens to use.
        var done = run(
                INSTALLED,
                "npm",
                "install",
                "--no-package-lock",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--loglevel=error");
        if (done.code() != 0) {
            leaveOut("LEFT OUT: OpenActive's RPDE validator, for npm could not install it. " + done.said());
        }
    }

    private static void leaveOut(String why) {
        if (System.getenv("GOLDENBRIDGE_VALIDATORS_REQUIRED") != null) {
            fail(why);
        }
        abort(why);
    }

    private record Done(int code, String said) {}

    private static Done run(Path folder, String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(Arrays.asList(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return new Done(-1, "There is no " + command[0]);
        }
        try {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(120, TimeUnit.SECONDS)
                    ? new Done(process.exitValue(), said)
                    : new Done(-1, "It did not end");
        } finally {
            process.destroyForcibly();
        }
    }
}

package org.goldenbridge.platform.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's own Chromium. A machine without one passes the tests of pages over, and says so; where
 * GOLDENBRIDGE_BROWSER_REQUIRED is set that is a failure. GOLDENBRIDGE_BROWSER names a browser that is elsewhere.
 */
public final class Sight implements AutoCloseable {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    public Sight() {
        this(List.of());
    }

    /** A browser for which the public address is this machine's port, so that pages may write (their origin is ours). */
    public static Sight ofThePublicAddress(int port) {
        return new Sight(List.of("--host-resolver-rules=MAP localhost:8080 127.0.0.1:" + port));
    }

    private Sight(List<String> options) {
        var executable = executable();
        if (System.getenv("GOLDENBRIDGE_BROWSER_REQUIRED") != null) {
            assertFalse(executable.isEmpty(), "A browser is required here, and there is none");
        }
        assumeTrue(executable.isPresent(), "Pages are not seen: there is no Chromium on this machine");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.get())
                        .setArgs(Stream.concat(QUIETLY.stream(), options.stream())
                                .toList()));
    }

    private static Optional<Path> executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("GOLDENBRIDGE_BROWSER")), PLACES.stream())
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

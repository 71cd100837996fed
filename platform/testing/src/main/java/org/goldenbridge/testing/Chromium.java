package org.goldenbridge.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The machine's own Chromium, started once for all tests of a JVM and ended with it. A machine without one skips the tests
 * of pages, and says so; where GOLDENBRIDGE_BROWSER_REQUIRED is set that is a failure. GOLDENBRIDGE_BROWSER names a browser
 * that is installed elsewhere.
 */
public final class Chromium {
    /** What htmx says of a request that was under way when its page was left; one that failed is told as htmx:sendError. */
    public static final Set<String> ABORTED = Set.of("htmx:afterRequest", "htmx:sendAbort");

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell", // the same tests in two thirds of the time
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            // One process draws and runs all pages, and none is started in advance for the next: processes are what a
            // page costs.
            "--renderer-process-limit=1",
            "--disable-site-isolation-trials",
            "--in-process-gpu");

    /** Five seconds, as Playwright waits by itself, are little on a machine that does other work as well. */
    private static final double PATIENCE_MILLIS = 20_000;

    private static Browser browser;

    private Chromium() {}

    /** A browser for pages whose public address is the address they are served at. */
    public static Browser browser() {
        return browser(List.of());
    }

    /**
     * A browser in which the public address of the tests, {@code http://localhost:8080}, leads to a port of this machine, so
     * that pages there have the origin that the service accepts writes from. Other addresses stay what they are. The port
     * must be the same for all tests of a JVM.
     */
    public static Browser browserOfPublicAddress(int port) {
        return browser(List.of("--host-resolver-rules=MAP localhost:8080 127.0.0.1:" + port));
    }

    private static synchronized Browser browser(List<String> options) {
        if (browser == null) {
            browser = launch(options);
        }
        return browser;
    }

    private static Browser launch(List<String> options) {
        var executable = executable();
        if (System.getenv("GOLDENBRIDGE_BROWSER_REQUIRED") != null) {
            assertFalse(executable.isEmpty(), "A browser is required here, and there is none");
        }
        assumeTrue(executable.isPresent(), "LEFT OUT: pages are not seen, for there is no Chromium on this machine");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        // The driver is a process whose standard input this JVM holds: it ends, and the browser with it, when the JVM
        // does.
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.get())
                        .setArgs(Stream.concat(ARGUMENTS.stream(), options.stream())
                                .toList()));
    }

    private static Optional<Path> executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("GOLDENBRIDGE_BROWSER")), PLACES.stream())
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}

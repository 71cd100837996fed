package org.goldenbridge.event.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.platform.words.Words;

/**
 * Styles, scripts and drawings of the pages. Their address carries a fingerprint of them all, so that a browser keeps them for
 * ever and never shows an old style with a new page, and so that a style finds the drawings beside it.
 */
@Singleton
public class Assets {
    private static final String CSS = "text/css;charset=UTF-8";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final String DRAWING = "image/svg+xml";

    /** htmx lies in its own library, under its version. */
    private static final String HTMX = "htmx.js";

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("goldenbridge.css", CSS),
            Map.entry("desk.css", CSS),
            Map.entry("desk-minutes.css", CSS),
            Map.entry("desk-planning.css", CSS),
            Map.entry("screen.css", CSS),
            Map.entry(HTMX, SCRIPT),
            Map.entry("desk.js", SCRIPT),
            Map.entry("desk-board.js", SCRIPT),
            Map.entry("desk-times.js", SCRIPT),
            Map.entry("desk-session.js", SCRIPT),
            Map.entry("desk-line.js", SCRIPT),
            Map.entry("desk-door.js", SCRIPT),
            Map.entry("whats-on.js", SCRIPT),
            Map.entry("widget-frame.js", SCRIPT),
            Map.entry("screen.js", SCRIPT),
            Map.entry("mark.svg", DRAWING),
            Map.entry("ornament.svg", DRAWING),
            Map.entry("horn.svg", DRAWING),
            Map.entry("sun.svg", DRAWING));

    private static final String PICTURE = "image/png";

    private final Map<String, byte[]> assets = new TreeMap<>();
    private final String fingerprint;

    Assets(@ConfigProperty(name = "goldenbridge.htmx-version") String htmx) {
        for (var kind : EventKind.values()) {
            var name = preview(Words.of(kind));
            assets.put(name, file(name));
        }
        FILES.keySet().stream().filter(name -> !name.equals(HTMX)).forEach(name -> assets.put(name, file(name)));
        assets.put(HTMX, resource("/META-INF/resources/_static/htmx.org/" + htmx + "/dist/htmx.min.js"));
        fingerprint = fingerprint();
    }

    /** Where the files are found now. */
    public String base() {
        return "/pages/" + fingerprint;
    }

    /** Where the picture is that previews of a link show of that kind of event when it has none of its own. */
    public String previewOf(String kind) {
        return base() + "/" + preview(kind);
    }

    private static String preview(String kind) {
        return "kind-" + kind + ".png";
    }

    /** The file of that name. */
    public Optional<byte[]> find(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    /** The media type of the file of that name. */
    static String mediaType(String name) {
        return name.endsWith(".png") ? PICTURE : Objects.requireNonNull(FILES.get(name), name);
    }

    /** Whether it names the files as they are now. */
    boolean isCurrent(String asked) {
        return asked.equals(fingerprint);
    }

    /** A file that lies beside the styles and has an address of its own. */
    public static byte[] file(String name) {
        return resource("/pages/" + name);
    }

    private static byte[] resource(String path) {
        try (var in = Objects.requireNonNull(Assets.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            assets.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}

package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of docs/performance.md that one program writes, between two comments; the other parts stay as they are. */
record Chapter(Path document, String name) {
    void write(String text) throws IOException {
        var begin = "<!-- " + name + " -->\n";
        var end = "<!-- end of " + name + " -->\n";
        var whole = Files.exists(document) ? Files.readString(document, StandardCharsets.UTF_8) : "";
        var from = whole.indexOf(begin);
        var to = whole.indexOf(end);
        var before = from < 0 ? whole : whole.substring(0, from);
        var behind = to < 0 ? "" : whole.substring(to + end.length());
        Files.writeString(document, before + begin + text + end + behind, StandardCharsets.UTF_8);
    }
}

package org.goldenbridge.event.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reckons the contrast of each pair of colours that text is shown in (WCAG 2.2, 1.4.3 and 1.4.11). */
class StylesTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

    /** Text, and the grounds it stands on. */
    private static final Map<String, List<String>> TEXTS = new TreeMap<>(Map.ofEntries(
            Map.entry("ink", List.of("felt", "paper", "wool", "sun-wash", "stop-wash")),
            Map.entry("quiet", List.of("felt", "paper", "wool")),
            Map.entry("sky", List.of("felt", "paper")),
            Map.entry("sky-deep", List.of("felt", "paper", "wool", "sky-wash")),
            Map.entry("gold", List.of("felt", "paper")),
            Map.entry("on-band", List.of("band", "band-light")),
            Map.entry("on-band-quiet", List.of("band", "band-light")),
            Map.entry("on-sun", List.of("sun")),
            Map.entry("paper", List.of("sky", "sky-deep")),
            Map.entry("stop", List.of("paper", "stop-wash")),
            Map.entry("go", List.of("go-wash")),
            Map.entry("music", List.of("music-wash", "sun-wash")),
            Map.entry("craft", List.of("craft-wash")),
            Map.entry("film", List.of("film-wash")),
            Map.entry("show", List.of("show-wash")),
            Map.entry("word", List.of("word-wash")),
            Map.entry("talk", List.of("talk-wash")),
            Map.entry("taste", List.of("taste-wash"))));

    /** Borders of controls and the mark of the focus, and what they must stand out from. */
    private static final Map<String, List<String>> CONTROLS = Map.of(
            "edge", List.of("felt", "paper"), "gold", List.of("felt", "paper"), "sun", List.of("band", "band-light"));

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void canBeRead(String theme) {
        var colours = colours(theme);
        var faults = new ArrayList<String>();
        TEXTS.forEach((text, grounds) -> grounds.forEach(ground -> check(colours, text, ground, 4.5, faults)));
        CONTROLS.forEach((control, grounds) -> grounds.forEach(ground -> check(colours, control, ground, 3, faults)));
        assertEquals(List.of(), faults);
    }

    @Test
    void leavesNoColourUnreckoned() {
        var reckoned = new TreeSet<String>();
        TEXTS.forEach((text, grounds) -> {
            reckoned.add(text);
            reckoned.addAll(grounds);
        });
        reckoned.addAll(CONTROLS.keySet());
        reckoned.add("line"); // parts what stands apart without it
        assertEquals(reckoned, new TreeSet<>(colours("light").keySet()));
        assertEquals(reckoned, new TreeSet<>(colours("dark").keySet()));
    }

    @Test
    void canBeReadOnAWall() {
        var colours = found(file("screen.css"));
        var faults = new ArrayList<String>();
        for (var ground : List.of("ground", "board")) {
            for (var text : List.of("text", "faint", "turquoise", "gold", "red")) {
                check(colours, text, ground, 4.5, faults);
            }
        }
        check(colours, "on-gold", "gold", 4.5, faults);
        assertEquals(List.of(), faults);
    }

    /** A control: a pair that cannot be read is found. */
    @Test
    void findsWhatCannotBeRead() {
        var faults = new ArrayList<String>();
        check(Map.of("mist", "#99a0a5", "felt", "#faf6ee"), "mist", "felt", 4.5, faults);
        assertEquals(1, faults.size());
        assertEquals(21.0, contrast("#000000", "#ffffff"), 0.01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"goldenbridge.css", "screen.css"})
    void knowsNoLeftAndRight(String name) {
        var physical = Pattern.compile(
                "(margin|padding|border)-(left|right|top|bottom)|[\\s{;](left|right|top|bottom|width|height)\\s*:|text-align:\\s*(left|right)|float");
        var style = file(name).replaceAll("@media[^{]*", "");
        assertEquals(
                List.of(),
                physical.matcher(style).results().map(match -> match.group()).toList());
    }

    @Test
    void writesNothingSmallerThanSixteenPixels() {
        var sizes = Pattern.compile("font-size: (?:clamp\\()?([0-9.]+)rem").matcher(file("goldenbridge.css"));
        assertTrue(sizes.results().allMatch(size -> Double.parseDouble(size.group(1)) >= 1));
    }

    private static void check(
            Map<String, String> colours, String text, String ground, double least, List<String> faults) {
        var contrast = contrast(colours.get(text), colours.get(ground));
        if (contrast < least) {
            faults.add("%s on %s is %.2f, and must be %.1f".formatted(text, ground, contrast, least));
        }
    }

    private static Map<String, String> colours(String theme) {
        var css = file("goldenbridge.css");
        var light = css.indexOf(":root");
        var dark = css.indexOf("prefers-color-scheme: dark");
        return theme.equals("light")
                ? found(css.substring(light, dark))
                : found(css.substring(dark, css.indexOf("*, *::before")));
    }

    private static Map<String, String> found(String css) {
        var colours = new TreeMap<String, String>();
        COLOUR.matcher(css).results().forEach(match -> colours.put(match.group(1), match.group(2)));
        return colours;
    }

    private static double contrast(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        var part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String file(String name) {
        return new String(Assets.file(name), StandardCharsets.UTF_8);
    }
}

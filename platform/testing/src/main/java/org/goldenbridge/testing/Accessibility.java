package org.goldenbridge.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** Checks pages with axe-core against WCAG 2.2, levels A and AA. */
public final class Accessibility {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /** What a page violates, each with the place it was found at; empty when nothing. */
    public static List<String> violations(Page page, String where) {
        return found(page, where, "tag", WCAG);
    }

    /**
     * The same for a page in a language, by day and by night. The colour scheme changes colours and nothing else, and colours
     * are the same in all languages: by night contrast alone is looked at, in English; the profile {@code exhaustive} looks at all
     * of it.
     */
    public static List<String> violationsByDayAndNight(Page page, String language, String where) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        var found = new ArrayList<>(violations(page, where));
        if (Exhaustive.Matrix.isWhole() || language.equals("en")) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            var night = where + " by night";
            found.addAll(Exhaustive.Matrix.isWhole() ? violations(page, night) : contrastViolations(page, night));
        }
        return found;
    }

    /** What violates the rule for contrast alone. */
    public static List<String> contrastViolations(Page page, String where) {
        return found(page, where, "rule", List.of("color-contrast"));
    }

    /**
     * Runs axe-core in the page itself, and takes out of it what it violates and nothing else: its reports of what is right are
     * larger than our pages. Frames are not looked into; our pages show none.
     */
    private static List<String> found(Page page, String where, String kind, List<String> runOnly) {
        if (page.evaluate("() => 'axe' in window").equals(false)) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        var violations = (List<?>) page.evaluate("""
                async ([type, values]) => {
                  const results = await axe.run(document, { runOnly: { type, values }, resultTypes: ["violations"] });
                  return results.violations.map((rule) => rule.id + " " + rule.nodes[0].html);
                }""", List.of(kind, runOnly));
        return violations.stream().map(violation -> where + ": " + violation).toList();
    }
}

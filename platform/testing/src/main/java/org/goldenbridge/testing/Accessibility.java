package org.goldenbridge.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;

/** Checks pages with axe-core against WCAG 2.2, levels A and AA. */
public final class Accessibility {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /** What a page violates, each with the place it was found at; empty when nothing. */
    public static List<String> violations(Page page, String where) {
        return found(where, axe(page).withTags(WCAG));
    }

    /**
     * The same by day and by night. The colour scheme changes colours and nothing else, so that by night only contrast is
     * looked at, but for the profile {@code exhaustive}.
     */
    public static List<String> violationsByDayAndNight(Page page, String where) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        var byDay = violations(page, where);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        var night = where + " by night";
        var byNight = Exhaustive.Matrix.isWhole() ? violations(page, night) : contrastViolations(page, night);
        return Stream.concat(byDay.stream(), byNight.stream()).toList();
    }

    /** What violates the rule for contrast alone. */
    public static List<String> contrastViolations(Page page, String where) {
        return found(where, axe(page).withRules(List.of("color-contrast")));
    }

    /** In the page itself and not in a window of its own for each run; our pages show no frames of other origins. */
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static List<String> found(String where, AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> where + ": " + rule.getId() + " "
                        + rule.getNodes().get(0).getHtml())
                .toList();
    }
}

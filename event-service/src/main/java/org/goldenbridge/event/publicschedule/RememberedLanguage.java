package org.goldenbridge.event.publicschedule;

import java.util.List;
import java.util.regex.Pattern;
import org.goldenbridge.event.page.PageAnswers;
import org.jspecify.annotations.Nullable;

/** Finds the language that was chosen on an earlier page among the cookies of a request; of the others nothing is read. */
final class RememberedLanguage {
    private static final Pattern TAG = Pattern.compile("[A-Za-z-]{0,20}");

    private RememberedLanguage() {}

    /**
     * The value of its cookie as it was sent; empty for none.
     *
     * @param cookies the lines of Cookie
     * @return null when it stands there twice, or so that one parser could read it otherwise than another
     */
    static @Nullable String in(List<String> cookies) {
        if (cookies.stream().noneMatch(line -> line.contains(PageAnswers.LANGUAGE_COOKIE))) {
            return "";
        }
        var line = cookies.get(0);
        if (cookies.size() > 1 || line.indexOf('"') >= 0 || line.indexOf(',') >= 0 || line.indexOf('$') >= 0) {
            return null;
        }
        String found = null;
        for (var cookie : line.split(";", -1)) {
            if (cookie.contains(PageAnswers.LANGUAGE_COOKIE)) {
                var value = cookie.strip();
                if (found != null || !value.startsWith(PageAnswers.LANGUAGE_COOKIE + "=")) {
                    return null;
                }
                found = value.substring(PageAnswers.LANGUAGE_COOKIE.length() + 1);
            }
        }
        return found != null && TAG.matcher(found).matches() ? found : null;
    }
}

package org.goldenbridge.platform.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the header Accept-Encoding says (RFC 9110, 12.5.3). */
public final class AcceptEncoding {
    private static final Pattern NOTHING = Pattern.compile("(?i)q=0(\\.0*)?");
    private static final int MOST = 20;

    private AcceptEncoding() {}

    /** Whether gzip is taken, by its name or as anything; a weight of nothing refuses it. */
    public static boolean takesGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        if (acceptEncoding.equals("gzip")) {
            return true;
        }
        var anything = false;
        for (var encoding : acceptEncoding.split(",", MOST)) {
            var parts = encoding.strip().split("\\s*;\\s*", 2);
            var isTaken = parts.length == 1 || !NOTHING.matcher(parts[1]).matches();
            if (parts[0].equalsIgnoreCase("gzip")) {
                return isTaken;
            }
            anything |= parts[0].equals("*") && isTaken;
        }
        return anything;
    }
}

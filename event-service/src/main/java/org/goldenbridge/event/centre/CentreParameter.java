package org.goldenbridge.event.centre;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code centre} of lists: a centre that does not exist is refused instead of answered with nothing. */
public final class CentreParameter {
    private static final int MOST = 20;

    private CentreParameter() {}

    /**
     * The one centre that is asked for; null for all.
     *
     * @throws Refusal 400 when there is no such centre
     */
    public static @Nullable String one(@Nullable String centre) {
        return centre == null ? null : known(centre);
    }

    /**
     * The centres that are asked for, separated by commas; empty for all.
     *
     * @throws Refusal 400 when one of them does not exist, or when there are more than twenty
     */
    public static List<String> several(@Nullable String centres) {
        if (centres == null) {
            return List.of();
        }
        var ids = new LinkedHashSet<>(
                Arrays.stream(centres.split(",", MOST + 2)).map(String::strip).toList());
        if (ids.size() > MOST) {
            throw refused("must be at most " + MOST + " centres");
        }
        return ids.stream().map(CentreParameter::known).toList();
    }

    private static String known(String centre) {
        if (Centre.findById(centre) == null) {
            throw refused("names no centre of the network: " + centre);
        }
        return centre;
    }

    private static Refusal refused(String detail) {
        return Refusal.badRequest("invalid-request", "?centre " + detail + ".").at("?centre", detail);
    }
}

package org.goldenbridge.event.programme;

import java.util.List;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may see that was never announced: the drafts of the centres at whose desk they work.
 *
 * @param everywhere whether that is every centre
 * @param network whether the drafts of the network itself are among it
 * @param centres the centres otherwise
 */
public record Insight(boolean everywhere, boolean network, List<String> centres) {
    /** That of the caller; nothing for who is not signed in. */
    public static Insight of(Caller caller) {
        var units = caller.units(Roles.desk());
        return new Insight(units.contains(Caller.WHOLE), caller.actsFor(Caller.WHOLE, Roles.ADMINISTRATOR), units);
    }

    /** Whether what that centre prepares can be seen; null is the network. */
    boolean into(@Nullable String centre) {
        return centre == null ? network : everywhere || centres.contains(centre);
    }

    /** The centres, for SQL. */
    public String[] centreIds() {
        return centres.toArray(String[]::new);
    }
}

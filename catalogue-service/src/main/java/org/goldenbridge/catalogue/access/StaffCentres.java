package org.goldenbridge.catalogue.access;

import java.util.List;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Of which centres somebody who works in the network may see what is not public. */
public final class StaffCentres {
    private StaffCentres() {}

    /**
     * The centres whose entries a list shows.
     *
     * @param wanted the one centre that is asked for; null for all that the caller works at
     * @return null when every centre's are shown
     * @throws org.goldenbridge.platform.problem.Refusal 403 when the caller does not work at the wanted one
     */
    public static @Nullable List<String> of(Caller caller, @Nullable String wanted) {
        if (wanted != null) {
            caller.mustActFor(wanted, Roles.everyone());
            return List.of(wanted);
        }
        var units = caller.units(Roles.everyone());
        return units.contains(Caller.WHOLE) ? null : units;
    }
}

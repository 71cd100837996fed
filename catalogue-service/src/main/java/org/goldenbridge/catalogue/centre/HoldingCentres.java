package org.goldenbridge.catalogue.centre;

import org.goldenbridge.platform.problem.Refusal;

/** What the other features ask about centres. */
public final class HoldingCentres {
    private HoldingCentres() {}

    /**
     * Lets something new be held only at a centre that is there.
     *
     * @throws Refusal 422 {@code unknown-centre} otherwise
     */
    public static void mustBeInUse(String centreId) {
        HoldingCentre centre = HoldingCentre.findById(centreId);
        if (centre == null || centre.withdrawn) {
            throw Refusal.unprocessable(
                            "unknown-centre", "There is no centre " + centreId + ", or it has closed for good.")
                    .at("/centreId", "is not a centre at which something new can be held");
        }
    }
}

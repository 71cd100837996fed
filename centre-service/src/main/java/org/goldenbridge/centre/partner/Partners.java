package org.goldenbridge.centre.partner;

import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;

/** What the other features ask about partners. */
public final class Partners {
    private Partners() {}

    /**
     * Lets an agreement be made only with a partner that is there.
     *
     * @throws Refusal 422 otherwise
     */
    public static void mustBeInUse(UUID partnerId) {
        Partner partner = Partner.findById(partnerId);
        if (partner == null || partner.withdrawn) {
            throw Refusal.unprocessable("unknown-partner", "There is no such partner, or the partnership has ended.")
                    .at("/partnerId", "is not the id of a partner");
        }
    }
}

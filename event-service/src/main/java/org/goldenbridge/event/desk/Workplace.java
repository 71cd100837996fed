package org.goldenbridge.event.desk;

import java.time.ZoneId;
import java.util.List;
import org.goldenbridge.event.page.CentreCard;

/**
 * Where somebody sits: whose desk is shown, and which others there are.
 *
 * @param person the account's user name
 * @param own the centres for which they work
 * @param others the other centres of the network, whose schedule they may see
 * @param centre the one that is shown
 * @param isOwn whether they may do something there
 */
public record Workplace(
        String person, List<CentreCard> own, List<CentreCard> others, CentreCard centre, boolean isOwn) {

    public ZoneId zone() {
        return centre.zone();
    }
}

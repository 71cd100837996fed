package org.goldenbridge.centre.centre;

import jakarta.persistence.LockModeType;
import java.util.List;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.ReaderLanguage;

/** What the other features ask about centres. */
public final class Centres {
    private Centres() {}

    /**
     * Lets a request that names a centre go on only when there is one of that id.
     *
     * @param pointer where the request names it
     * @throws Refusal 422 otherwise
     */
    public static void mustExist(String centreId, String pointer) {
        if (Centre.findById(centreId) == null) {
            throw unknown(centreId, pointer);
        }
    }

    /**
     * Lets something be added to a centre only when it exists and is in use; until the transaction ends, nobody else adds
     * something to it, so that two things cannot get the same code.
     *
     * @throws Refusal 422 when there is no such centre, 409 when it was withdrawn
     */
    public static void lockToAdd(String centreId) {
        Centre centre = Centre.findById(centreId, LockModeType.PESSIMISTIC_WRITE);
        if (centre == null) {
            throw unknown(centreId, "/centreId");
        }
        centre.mustBeInUse();
    }

    /** The centres in use, for a page; a page shows at most five hundred. */
    public static List<CentreCard> cards(ReaderLanguage reader) {
        return Centre.inUse("", 500).stream()
                .map(centre -> CentreCard.of(centre, reader))
                .toList();
    }

    static Refusal unknown(String centreId, String pointer) {
        return Refusal.unprocessable("unknown-centre", "There is no centre " + centreId + ".")
                .at(pointer, "is not the id of a centre");
    }
}

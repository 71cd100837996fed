package org.goldenbridge.centre.centre;

import jakarta.persistence.LockModeType;
import org.goldenbridge.platform.problem.Refusal;

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

    static Refusal unknown(String centreId, String pointer) {
        return Refusal.unprocessable("unknown-centre", "There is no centre " + centreId + ".")
                .at(pointer, "is not the id of a centre");
    }
}

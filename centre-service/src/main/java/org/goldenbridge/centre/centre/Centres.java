package org.goldenbridge.centre.centre;

import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.List;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** What the other features ask about centres. */
public final class Centres {
    private static final int MOST_ASKED = 20;

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
     * The centres that a list is asked for, separated by commas; none for all.
     *
     * @throws Refusal 400 when one of them does not exist, or when there are more than twenty
     */
    public static List<String> asked(@Nullable String centres) {
        if (centres == null) {
            return List.of();
        }
        var ids = Arrays.stream(centres.split(",", MOST_ASKED + 2))
                .map(String::strip)
                .distinct()
                .toList();
        if (ids.size() > MOST_ASKED) {
            var detail = "must be at most " + MOST_ASKED + " centres";
            throw Refusal.badRequest("invalid-request", "?centre " + detail + ".")
                    .at("?centre", detail);
        }
        ids.forEach(id -> mustExist(id, "?centre"));
        return ids;
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

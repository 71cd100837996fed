package org.goldenbridge.event.access;

/** The roles that may act here; where somebody has one is in the group path of the token. */
public final class Roles {
    /** Plans and books everywhere. */
    public static final String ADMINISTRATOR = "administrator";

    /** Plans a centre's programme, and may override its opening hours with a reason. */
    public static final String MANAGER = "manager";

    /** Plans and books at the desk of a centre. */
    public static final String STAFF = "staff";

    private static final String[] DESK = {ADMINISTRATOR, MANAGER, STAFF};
    private static final String[] MANAGEMENT = {ADMINISTRATOR, MANAGER};

    /** What every operation says that anybody may ask, and that shows more to the desk. */
    public static final String TOKEN_NO_GOOD =
            "`sign-in-needed`: a token was sent and is no good; leave it out to read what is public";

    private Roles() {}

    /** Who works at a centre's desk. */
    public static String[] desk() {
        return DESK.clone();
    }

    /** Who answers for a centre's programme. */
    public static String[] management() {
        return MANAGEMENT.clone();
    }
}

package org.goldenbridge.centre.access;

/** The roles that act here; where somebody has one is in the group path of the token. */
public final class Roles {
    /** Opens centres, and keeps partners and agreements. */
    public static final String ADMINISTRATOR = "administrator";

    /** Keeps a centre's spaces, equipment and hours. */
    public static final String MANAGER = "manager";

    /** Works at a centre, and reads its agreements. */
    public static final String STAFF = "staff";

    private static final String[] MANAGEMENT = {ADMINISTRATOR, MANAGER};
    private static final String[] EVERYONE = {ADMINISTRATOR, MANAGER, STAFF};

    private Roles() {}

    /** Who answers for a centre. */
    public static String[] management() {
        return MANAGEMENT.clone();
    }

    /** Who works at a centre. */
    public static String[] everyone() {
        return EVERYONE.clone();
    }
}

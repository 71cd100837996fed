package org.goldenbridge.catalogue.access;

/** The roles that act here; where somebody has one is in the group path of the token. */
public final class Roles {
    /** Acts for the whole network. */
    public static final String ADMINISTRATOR = "administrator";

    /** Answers for a centre. */
    public static final String MANAGER = "manager";

    /** Describes what a centre holds. */
    public static final String CATALOGUER = "cataloguer";

    /** Works at a centre, and reads what is not public. */
    public static final String STAFF = "staff";

    private static final String[] CATALOGUING = {ADMINISTRATOR, MANAGER, CATALOGUER};
    private static final String[] EVERYONE = {ADMINISTRATOR, MANAGER, CATALOGUER, STAFF};

    private Roles() {}

    /** Who may change the catalogue of a centre. */
    public static String[] cataloguing() {
        return CATALOGUING.clone();
    }

    /** Who works at a centre. */
    public static String[] everyone() {
        return EVERYONE.clone();
    }
}

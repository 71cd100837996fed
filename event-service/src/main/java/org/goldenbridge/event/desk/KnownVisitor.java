package org.goldenbridge.event.desk;

/**
 * Somebody the centre knows. Personal data, like the roster.
 *
 * @param language in which they are written to
 */
record KnownVisitor(String name, String contact, String language) {
    /** As it stands in the line. */
    String line() {
        return name + " · " + contact;
    }
}

package org.goldenbridge.platform.json;

/**
 * Thrown while a value is read from a request, when its form is right and its content is not allowed. The message
 * follows the name of the field: "must not contain control characters".
 */
public final class UnacceptableValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, to be read after the field's name */
    public UnacceptableValue(String message) {
        super(message);
    }
}

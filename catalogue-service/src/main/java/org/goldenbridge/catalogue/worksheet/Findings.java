package org.goldenbridge.catalogue.worksheet;

import java.util.ArrayList;
import java.util.List;
import org.goldenbridge.platform.problem.FieldError;
import org.goldenbridge.platform.problem.Refusal;

/** What is wrong with a record that was sent, all of it at once, each with its place. */
public final class Findings {
    /** More than anybody reads; the rest shows once these are put right. */
    private static final int MOST = 50;

    private final List<FieldError> errors = new ArrayList<>();
    private int count;

    /**
     * Adds what is wrong.
     *
     * @param pointer where, a JSON pointer into the body (RFC 6901)
     * @param detail what is wrong and what would be right, to be read after the place
     */
    public void add(String pointer, String detail) {
        count++;
        if (count <= MOST) {
            errors.add(new FieldError(pointer, detail));
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /**
     * Lets the record go on only when nothing is wrong with it.
     *
     * @throws Refusal 422 {@code invalid-marc} otherwise
     */
    public void refuse() {
        if (count == 0) {
            return;
        }
        var first = errors.get(0);
        var rest =
                count == 1 ? "" : " " + (count - 1) + " more " + (count == 2 ? "thing is" : "things are") + " wrong.";
        var shown = count > MOST ? " The first " + MOST + " are listed." : "";
        var refusal =
                Refusal.unprocessable("invalid-marc", first.pointer() + " " + first.detail() + "." + rest + shown);
        errors.forEach(error -> refusal.at(error.pointer(), error.detail()));
        throw refusal;
    }
}

package org.goldenbridge.event.desk;

import jakarta.validation.Validator;
import java.util.Set;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Says a no in the words of who reads, and keeps what was typed. */
public final class Refusals {
    /** With which they can wait instead. */
    private static final Set<String> FULL = Set.of("sold-out", "others-wait");

    private Refusals() {}

    /**
     * A no in words.
     *
     * @param detail in English, of one for which there are no words in the reader's language; null otherwise
     */
    public record No(String words, @Nullable String detail) {}

    public static No words(Refusal refusal, Reader reader) {
        return words(refusal.code(), String.valueOf(refusal.getMessage()), reader);
    }

    static No words(String code, String detail, Reader reader) {
        var words = reader.words();
        var key = "no." + code;
        return words.appliesTo(key) ? new No(words.say(key), null) : new No(words.say("noOther"), detail);
    }

    /** @throws Refusal 400 when a field is longer or larger than it can be */
    static void mustBeValid(Validator validator, Object draft) {
        var violations = validator.validate(draft);
        if (!violations.isEmpty()) {
            var first = violations.iterator().next();
            throw Refusal.badRequest("invalid-request", first.getPropertyPath() + " " + first.getMessage() + ".");
        }
    }

    static SessionPanel.Said said(Refusal refusal, SessionPanel.Said typed, Reader reader) {
        var no = words(refusal, reader);
        return new SessionPanel.Said(
                no.words(),
                no.detail(),
                true,
                FULL.contains(refusal.code()),
                typed.line(),
                typed.places(),
                typed.ages(),
                typed.language(),
                typed.row());
    }
}

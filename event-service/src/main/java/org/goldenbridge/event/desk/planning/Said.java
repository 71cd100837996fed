package org.goldenbridge.event.desk.planning;

import org.goldenbridge.event.desk.Refusals;
import org.goldenbridge.event.page.Phrases;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of what was done last.
 *
 * @param words null when nothing is said
 * @param isNo whether it was refused
 * @param detail of a no for which there are no words in the reader's language, in English; null otherwise
 */
public record Said(
        @Nullable String words, boolean isNo, @Nullable String detail) {
    static final Said NOTHING = new Said(null, false, null);

    /** That was done, as the address says where a form leads to. */
    static Said done(@Nullable String what, Phrases words) {
        var key = "deskDone." + what;
        return what != null && words.appliesTo(key) ? new Said(words.say(key), false, null) : NOTHING;
    }

    static Said no(Refusal refusal, Reader reader) {
        if (refusal.code().equals("stale")) {
            return new Said(reader.words().say("deskStale"), true, null);
        }
        var no = Refusals.words(refusal, reader);
        return new Said(no.words(), true, no.detail());
    }

    /** Something is wrong with what was typed; it stands beside the fields. */
    static Said faulty(Phrases words) {
        return new Said(words.say("deskFaulty"), true, null);
    }
}

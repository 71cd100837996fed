package org.goldenbridge.event.desk;

import java.util.Set;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;

/** Says a no in the words of who reads, and keeps what was typed. */
final class Refusals {
    /** With which they can wait instead. */
    private static final Set<String> FULL = Set.of("sold-out", "others-wait");

    private Refusals() {}

    static SessionPanel.Said said(Refusal refusal, SessionPanel.Said typed, Reader reader) {
        var words = reader.words();
        var key = "no." + refusal.code();
        var isKnown = words.appliesTo(key);
        return new SessionPanel.Said(
                words.say(isKnown ? key : "noOther"),
                isKnown ? null : refusal.getMessage(),
                true,
                FULL.contains(refusal.code()),
                typed.line(),
                typed.places());
    }

    static RestResponse.Status status(Refusal refusal) {
        return RestResponse.Status.fromStatusCode(refusal.status());
    }
}

package org.goldenbridge.event.desk;

import org.goldenbridge.event.page.Reader;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;

/** Says a no in the words of who reads, and keeps what was typed. */
final class Refusals {
    private Refusals() {}

    static SessionPanel.Said said(Refusal refusal, SessionPanel.Said typed, Reader reader) {
        var words = reader.words();
        var key = "no." + refusal.code();
        return words.appliesTo(key)
                ? new SessionPanel.Said(words.say(key), null, true, typed.line(), typed.places())
                : new SessionPanel.Said(words.say("noOther"), refusal.getMessage(), true, typed.line(), typed.places());
    }

    static RestResponse.Status status(Refusal refusal) {
        return RestResponse.Status.fromStatusCode(refusal.status());
    }
}

package org.goldenbridge.local.demo;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what was made and what was found, and stops at the first refusal. */
final class Tally {
    private final ProgressLine progress;
    private final AtomicInteger made = new AtomicInteger();

    Tally(ProgressLine progress) {
        this.progress = progress;
    }

    void step(String what) {
        progress.step(what);
    }

    int made() {
        return made.get();
    }

    /** The id of what was created. */
    String created(Answer answer, String what) {
        accepted(answer, what);
        made.incrementAndGet();
        return answer.id();
    }

    void accepted(Answer answer, String what) {
        if (!answer.isGood()) {
            throw new LoadingRefused(what + " was refused: " + answer.reason());
        }
    }
}

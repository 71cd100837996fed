package org.goldenbridge.local.demo;

/** The demo network could not be loaded; the message is a sentence for the person who started it. */
public final class LoadingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoadingRefused(String sentence) {
        super(sentence);
    }

    LoadingRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package org.goldenbridge.catalogue.marc;

/** A file holds no MARC records; the message is a sentence for the person who sent it. */
public final class NotMarcException extends Exception {
    private static final long serialVersionUID = 1L;

    NotMarcException(String sentence) {
        super(sentence);
    }

    /** What the file seems to be, as a sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}

package org.goldenbridge.catalogue.marc;

/** A record cannot be written as ISO 2709, most often because it is too long; as MARCXML it can. */
public final class NotIso2709Exception extends Exception {
    private static final long serialVersionUID = 1L;

    NotIso2709Exception(String sentence) {
        super(sentence);
    }
}

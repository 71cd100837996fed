package org.goldenbridge.catalogue.marc;

/** A subfield: its code, a lower-case letter or digit, and its text. */
public record Subfield(char code, String value) {}

package org.goldenbridge.catalogue.marc;

/** Where coverage-guided fuzzing gets in: any bytes as a file of records in ISO 2709 ({@code mvn -Pfuzz}). */
public final class Iso2709Target {
    private static final FileForm FORM = new FileForm(FileForm.Format.ISO_2709, null);

    private Iso2709Target() {}

    /** Called by the fuzzer, by this name. */
    public static void fuzzerTestOneInput(byte[] file) {
        Proof.of(file, FORM);
    }
}

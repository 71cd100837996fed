package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Where coverage-guided fuzzing gets in: any bytes as a file whose form is found out, and as MARCXML ({@code mvn -Pfuzz}). */
public final class MarcXmlTarget {
    private static final FileForm FORM = new FileForm(FileForm.Format.MARCXML, Encoding.UTF_8);

    private MarcXmlTarget() {}

    /** Called by the fuzzer, by this name. */
    public static void fuzzerTestOneInput(byte[] file) {
        try {
            Proof.of(file, FileForm.detect(file));
        } catch (NotMarcException e) {
            assertTrue(e.sentence().endsWith("."), e.sentence());
            Proof.of(file, FORM);
        }
    }
}

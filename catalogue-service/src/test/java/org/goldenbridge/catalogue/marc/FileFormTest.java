package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFormTest {
    private static final FileForm ISO_2709 = new FileForm(FileForm.Format.ISO_2709, null);

    @Test
    void knowsIso2709ByItsLeader() throws NotMarcException {
        assertEquals(ISO_2709, FileForm.detect(Raw.utf8().control("001", "1").record()));
    }

    @Test
    void knowsIso2709WhoseFirstRecordIsBroken() throws NotMarcException {
        var file = Raw.join(
                Raw.bytes("gar\u001Ebage\u001D\r\n"),
                Raw.utf8().control("001", "1").record());

        assertEquals(ISO_2709, FileForm.detect(file));
    }

    @Test
    void knowsIso2709AfterAByteOrderMarkAndLineEnds() throws NotMarcException {
        var file = Raw.join(
                Raw.bytes("\u00EF\u00BB\u00BF\r\n"),
                Raw.utf8().control("001", "1").record());

        assertEquals(ISO_2709, FileForm.detect(file));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF_8",
        "windows-1251, WINDOWS_1251",
        "ISO-8859-1, ISO_8859_1",
        "koi8-r, KOI8_R",
        "gbk, GB18030",
        "utf8, UTF_8",
        "KZ-1048, KZ_1048"
    })
    void takesTheEncodingThatXmlDeclares(String declared, Encoding expected) throws NotMarcException {
        var file = "<?xml version='1.0' encoding='" + declared + "'?><collection><record/></collection>";

        assertEquals(new FileForm(FileForm.Format.MARCXML, expected), FileForm.detect(Raw.bytes(file)));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16BE, UTF_16BE", "UTF-16LE, UTF_16LE"})
    void knowsUtf16WithAndWithoutByteOrderMark(String charset, Encoding expected) throws NotMarcException {
        var text = "<collection><record><leader/></record></collection>";

        assertEquals(
                expected,
                FileForm.detect(text.getBytes(Charset.forName(charset))).encoding());
        assertEquals(
                expected,
                FileForm.detect(("\uFEFF" + text).getBytes(Charset.forName(charset)))
                        .encoding());
    }

    @Test
    void believesAByteOrderMarkRatherThanADeclaration() throws NotMarcException {
        var file = "\uFEFF<?xml version='1.0' encoding='windows-1251'?><record/>".getBytes(StandardCharsets.UTF_8);

        assertEquals(Encoding.UTF_8, FileForm.detect(file).encoding());
    }

    @Test
    void takesAnEmptyCollection() throws NotMarcException {
        var file = Raw.bytes("<collection xmlns=\"http://www.loc.gov/MARC21/slim\"/>");

        assertEquals(FileForm.Format.MARCXML, FileForm.detect(file).format());
        assertEquals(0, Raw.frames(file).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "%PDF-1.7 ...|PDF",
                "PK\3\4....|zip",
                "\u001F\u008B\u0008|gzip",
                "{\"leader\": \"\"}|JSON",
                "[{\"leader\": \"\"}]|JSON",
                "=LDR  00000nam a22     |MARCMaker",
                "<!DOCTYPE html><html><body>|web page",
                "<html><head>|web page",
                "<modsCollection><mods/></modsCollection>|<modsCollection>",
                "<?xml version='1.0' encoding='EBCDIC-CP-FR'?><record/>|EBCDIC-CP-FR",
                "title;author;year|text",
                "\u0000\u0001\u0002\u0003binary|not MARC",
            })
    void refusesWhatIsNoMarcAndSaysWhatItSeemsToBe(String file, String said) {
        var refusal = assertThrows(NotMarcException.class, () -> FileForm.detect(Raw.bytes(file)));

        assertTrue(refusal.sentence().contains(said), refusal.sentence());
        assertTrue(refusal.sentence().endsWith("."), refusal.sentence());
    }

    @Test
    void refusesAnEmptyFile() {
        assertEquals(
                "The file is empty.",
                assertThrows(NotMarcException.class, () -> FileForm.detect(new byte[0]))
                        .sentence());
        assertEquals(
                "The file is empty.",
                assertThrows(NotMarcException.class, () -> FileForm.detect(Raw.bytes(" \r\n\t")))
                        .sentence());
    }
}

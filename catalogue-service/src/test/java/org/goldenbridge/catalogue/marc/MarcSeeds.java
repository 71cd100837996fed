package org.goldenbridge.catalogue.marc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.goldenbridge.testing.SharedFiles;

/** Files from which fuzzing begins. */
public final class MarcSeeds {
    /** Of a file of others so many records are taken, none longer than this. */
    private static final int RECORDS = 40;

    private static final int LONGEST = 8_000;

    private MarcSeeds() {}

    /** Records of every kind that the other tests build. */
    static List<byte[]> iso2709() {
        var random = new Random(1);
        var marc8 = Raw.in("ISO-8859-1")
                .data("245", "00", "a", "Soci\u00E2et\u00E2e \u001B(NaBAJ\u001B(B \u001B$1'Od'R{\u001B(B &#x8ECA;")
                .record();
        var cyrillic = Raw.in("windows-1251")
                .data("245", "00", "a", "Путь Абая : роман")
                .record();
        var dos = Raw.in("IBM866")
                .leader("000000000000000000004500")
                .control("021", "Автоматизация")
                .record();
        var chinese = Raw.in("GB18030").data("245", "00", "a", "红楼梦").record();
        var latin = Raw.in("ISO-8859-1").data("245", "00", "a", "Société d'été").record();
        var unimarc = Raw.utf8()
                .leader("00000cam  22000003  450 ")
                .data("100", "  ", "a", "20260115d1958    m  y0frey50      ba")
                .data("101", "1 ", "a", "fre", "c", "rus")
                .data("200", "1 ", "6", "a01", "a", "\u0098La \u009Cjeunesse", "e", "roman", "f", "Aouézov", "9", "x")
                .data("200", "1 ", "6", "a01", "a", "Юность")
                .data("210", "  ", "a", "Paris", "c", "Gallimard", "d", "1958")
                .data("454", " 1", "1", "001FRBNF99", "1", "2001 ", "a", "Abai")
                .data("606", "  ", "a", "Poètes", "x", "Vie", "2", "rameau")
                .data("700", " 1", "a", "Auezov", "b", "Muhtar", "f", "1897-1961", "4", "070")
                .data("710", "12", "a", "Congrès", "d", "3", "e", "Paris")
                .record();
        var seeds = new ArrayList<byte[]>(List.of(marc8, cyrillic, dos, chinese, latin, unimarc));
        try {
            for (int nth = 0; nth < 6; nth++) {
                seeds.add(Iso2709.write(Iso2709Test.anyRecord(random)));
            }
            seeds.add(Iso2709.write(DescriptionTest.ABAI));
        } catch (NotIso2709Exception e) {
            throw new AssertionError(e);
        }
        seeds.add(Raw.join(seeds.toArray(byte[][]::new)));
        return seeds;
    }

    /** The same records as MARCXML. */
    static List<byte[]> xml() {
        var seeds = new ArrayList<byte[]>();
        for (var seed : iso2709()) {
            var xml = new StringBuilder("<?xml version=\"1.0\"?><collection>");
            for (var frame : Raw.frames(seed, new FileForm(FileForm.Format.ISO_2709, null), MarcFile.DEFAULT_LIMIT)) {
                if (Reading.of(frame) instanceof Reading.Readable read) {
                    xml.append(MarcXml.write(read.record())).append('\n');
                }
            }
            seeds.add(xml.append("</collection>").toString().getBytes(StandardCharsets.UTF_8));
        }
        return seeds;
    }

    /** Writes each seed into a file of its own, with the records of others that lie beside the clone. */
    public static void write(Path iso2709, Path marcXml) throws IOException {
        var records = iso2709();
        var documents = xml();
        for (var name : SharedFiles.names("data/marc")) {
            var file = SharedFiles.bytes("data/marc/" + name);
            try {
                var form = FileForm.detect(file);
                var isXml = form.format() == FileForm.Format.MARCXML;
                Raw.frames(file, form, MarcFile.DEFAULT_LIMIT).stream()
                        .limit(RECORDS)
                        .map(Frame::bytes)
                        .filter(bytes -> bytes.length <= LONGEST)
                        .forEach((isXml ? documents : records)::add);
            } catch (NotMarcException e) {
                records.add(file.length <= LONGEST ? file : new byte[0]);
            }
        }
        write(records, iso2709);
        write(documents, marcXml);
    }

    private static void write(List<byte[]> seeds, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int nth = 0; nth < seeds.size(); nth++) {
            Files.write(folder.resolve("seed-" + nth), seeds.get(nth));
        }
    }
}

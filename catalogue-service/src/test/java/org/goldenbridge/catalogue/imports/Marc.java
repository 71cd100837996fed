package org.goldenbridge.catalogue.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small MARC files for tests, byte by byte, so that they can be wrong in every way that a test wants. */
final class Marc {
    private String leader = "nam a";
    private final List<String[]> fields = new ArrayList<>();
    private Charset charset = StandardCharsets.UTF_8;

    /** A book with that number and title, of a year that nobody knows: it is not recognised by its title. */
    static Marc book(String number, String title) {
        return new Marc()
                .field("001", number)
                .field("003", "TEST")
                .field("008", "260101nuuuuuuuukz            000 0 kaz d")
                .field("245", "10$a" + title);
    }

    /** Gives it a year. */
    Marc of(int year) {
        return without("008").field("008", "260101s%d    kz            000 0 kaz d".formatted(year));
    }

    /** Positions 5 to 9 of the leader. */
    Marc leader(String meaning) {
        leader = meaning;
        return this;
    }

    Marc in(String name) {
        charset = Charset.forName(name);
        return this;
    }

    /** A field; of a data field {@code 10$atitle$cname}, with # for a blank indicator. */
    Marc field(String tag, String content) {
        fields.add(new String[] {tag, content});
        return this;
    }

    Marc without(String tag) {
        fields.removeIf(field -> field[0].equals(tag));
        return this;
    }

    /** As ISO 2709. */
    byte[] iso() {
        var directory = new StringBuilder();
        var data = new ByteArrayOutputStream();
        for (var field : fields) {
            var content = field[0].startsWith("00")
                    ? field[1]
                    : field[1].substring(0, 2).replace('#', ' ')
                            + field[1].substring(2).replace('$', '\u001F');
            var bytes = content.getBytes(charset);
            directory.append("%s%04d%05d".formatted(field[0], (bytes.length + 1) % 10_000, data.size() % 100_000));
            data.writeBytes(bytes);
            data.write(0x1E);
        }
        int base = 24 + directory.length() + 1;
        int length = base + data.size() + 1;
        var record = new ByteArrayOutputStream();
        record.writeBytes(
                "%05d%s22%05d   4500".formatted(length % 100_000, leader, base).getBytes(StandardCharsets.US_ASCII));
        record.writeBytes(directory.toString().getBytes(StandardCharsets.US_ASCII));
        record.write(0x1E);
        record.writeBytes(data.toByteArray());
        record.write(0x1D);
        return record.toByteArray();
    }

    /** As MARCXML, without a collection around it. */
    String xml() {
        var xml = new StringBuilder(
                "<record xmlns=\"http://www.loc.gov/MARC21/slim\"><leader>00000" + leader + "2200000   4500</leader>");
        for (var field : fields) {
            if (field[0].startsWith("00")) {
                xml.append("<controlfield tag=\"%s\">%s</controlfield>".formatted(field[0], field[1]));
            } else {
                xml.append("<datafield tag=\"%s\" ind1=\"%s\" ind2=\"%s\">"
                        .formatted(
                                field[0],
                                field[1].substring(0, 1).replace('#', ' '),
                                field[1].substring(1, 2).replace('#', ' ')));
                for (var part : field[1].substring(3).split("\\$", -1)) {
                    xml.append("<subfield code=\"%s\">%s</subfield>".formatted(part.charAt(0), part.substring(1)));
                }
                xml.append("</datafield>");
            }
        }
        return xml.append("</record>").toString();
    }

    static String collection(Marc... records) {
        var xml = new StringBuilder("<collection xmlns=\"http://www.loc.gov/MARC21/slim\">");
        for (var record : records) {
            xml.append(record.xml());
        }
        return xml.append("</collection>").toString();
    }

    static byte[] file(Marc... records) {
        var file = new ByteArrayOutputStream();
        for (var record : records) {
            file.writeBytes(record.iso());
        }
        return file.toByteArray();
    }

    static byte[] file(byte[]... parts) {
        var file = new ByteArrayOutputStream();
        for (var part : parts) {
            file.writeBytes(part);
        }
        return file.toByteArray();
    }
}

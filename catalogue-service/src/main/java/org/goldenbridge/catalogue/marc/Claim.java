package org.goldenbridge.catalogue.marc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.goldenbridge.catalogue.marc.Directory.Slice;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of itself before its text can be read.
 *
 * @param isUnimarc whether it is UNIMARC, or a descendant of it
 * @param encoding as it says (leader/09; UNIMARC 100 $a/26-29); null where it says nothing
 */
record Claim(boolean isUnimarc, @Nullable Encoding encoding) {

    static Claim of(String leader, List<Slice> fields, byte[] bytes) {
        var tags = fields.stream().map(Slice::tag).collect(Collectors.toSet());
        if (!Unimarc.isUnimarc(leader, tags)) {
            return new Claim(
                    false,
                    switch (leader.charAt(9)) {
                        case 'a' -> Encoding.UTF_8;
                        case ' ' -> Encoding.MARC_8;
                        default -> null;
                    });
        }
        for (var field : fields) {
            if (field.tag().equals("100")) {
                return new Claim(true, declared(bytes, field));
            }
        }
        return new Claim(true, null);
    }

    /** UNIMARC 100 $a/26-27: 50 is Unicode, 03 is ISO 5426. */
    private static @Nullable Encoding declared(byte[] bytes, Slice field) {
        int sets = field.from() + 4 + 26;
        if (sets + 2 > field.to()) {
            return null;
        }
        var extended = new String(bytes, sets, 4 <= field.to() - sets ? 4 : 2, StandardCharsets.ISO_8859_1);
        if (extended.startsWith("50")) {
            return Encoding.UTF_8;
        }
        return extended.equals("0103") ? Encoding.ISO_5426 : null;
    }

    /** Says so when the bytes are something else than the record claims. */
    void compareWith(Encoding found, Warnings warnings) {
        if (encoding != null && encoding != found && found != Encoding.ASCII) {
            warnings.add((isUnimarc ? "Field 100" : "The leader") + " says that the text is " + encoding.label()
                    + "; by its bytes it is " + found.label() + ", and was read as that.");
        }
    }
}

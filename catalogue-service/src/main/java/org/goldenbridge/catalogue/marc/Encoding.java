package org.goldenbridge.catalogue.marc;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the text of a delivered record was written in bytes. */
public enum Encoding {
    ASCII("US-ASCII", StandardCharsets.US_ASCII),
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE),
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE),
    /** The character sets of MARC 21 before Unicode (Specifications for Record Structure, MARC-8). */
    MARC_8("MARC-8", null),
    /** The extended Latin set of UNIMARC before Unicode. */
    ISO_5426("ISO 5426", null),
    WINDOWS_1251("windows-1251", Charset.forName("windows-1251")),
    /** The Kazakh counterpart of windows-1251 (STRK 1048). */
    KZ_1048("KZ-1048", null),
    CP866("IBM866", Charset.forName("IBM866")),
    ISO_8859_5("ISO-8859-5", Charset.forName("ISO-8859-5")),
    KOI8_R("KOI8-R", Charset.forName("KOI8-R")),
    GB18030("GB18030", Charset.forName("GB18030")),
    ISO_8859_1("ISO-8859-1", StandardCharsets.ISO_8859_1),
    WINDOWS_1252("windows-1252", Charset.forName("windows-1252"));

    /** Other names under which the encodings of an XML file are declared. */
    private static final Map<String, Encoding> ALIASES = Map.of(
            "utf8", UTF_8,
            "latin1", ISO_8859_1,
            "cp1251", WINDOWS_1251,
            "cp1252", WINDOWS_1252,
            "cp866", CP866,
            "koi8-r", KOI8_R,
            "gb2312", GB18030,
            "gbk", GB18030,
            "ascii", ASCII,
            "strk1048-2002", KZ_1048);

    private final String label;
    private final @Nullable Charset charset;

    Encoding(String label, @Nullable Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /** The name by which people know it: the IANA name where there is one. */
    public String label() {
        return label;
    }

    /** The Java charset; there is none for MARC-8, ISO 5426 and KZ-1048. */
    Charset charset() {
        if (charset == null) {
            throw new IllegalStateException("Java has no charset for " + label);
        }
        return charset;
    }

    /** The encoding that an XML declaration names, whatever its letters' case. */
    static Optional<Encoding> named(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        for (var encoding : values()) {
            if (encoding.label.toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(encoding);
            }
        }
        return Optional.ofNullable(ALIASES.get(wanted));
    }
}

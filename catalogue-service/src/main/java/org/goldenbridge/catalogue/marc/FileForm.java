package org.goldenbridge.catalogue.marc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, as its first bytes tell.
 *
 * @param format how the records are put into bytes
 * @param encoding of an XML file: by its byte order mark, or as declared; none for ISO 2709, where each record has its own
 */
public record FileForm(Format format, @Nullable Encoding encoding) {
    /** How many first bytes {@link #detect} wants, if there are as many. */
    public static final int HEAD = 8_192;

    /** How the records are put into bytes. */
    public enum Format {
        ISO_2709,
        MARCXML
    }

    private static final FileForm ISO_2709 = new FileForm(Format.ISO_2709, null);

    private static final List<Foreign> FOREIGN = List.of(
            new Foreign("%PDF", "The file is a PDF document."),
            new Foreign("PK\3\4", "The file is a zip archive, or a document of an office program; unpack it first."),
            new Foreign("\u001F\u008B", "The file is packed with gzip; unpack it first."),
            new Foreign("BZh", "The file is packed with bzip2; unpack it first."),
            new Foreign("7z\u00BC\u00AF", "The file is a 7-Zip archive; unpack it first."),
            new Foreign("\u00FD7zXZ", "The file is packed with xz; unpack it first."),
            new Foreign("Rar!", "The file is a RAR archive; unpack it first."),
            new Foreign("\u00D0\u00CF\u0011\u00E0", "The file is a document of an old office program."),
            new Foreign("\u0089PNG", "The file is an image."),
            new Foreign("\u00FF\u00D8\u00FF", "The file is an image."),
            new Foreign("GIF8", "The file is an image."),
            new Foreign("{", "The file is JSON."),
            new Foreign("[", "The file is JSON."),
            new Foreign("=LDR", "The file is MARCMaker text (as MarcEdit shows it); save it as MARC or MARCXML."),
            new Foreign("=00", "The file is MARCMaker text (as MarcEdit shows it); save it as MARC or MARCXML."),
            new Foreign("LDR ", "The file shows MARC records as text; send it as MARC (ISO 2709) or MARCXML."),
            new Foreign("LEADER ", "The file shows MARC records as text; send it as MARC (ISO 2709) or MARCXML."),
            new Foreign("TY  -", "The file is RIS, a format for citations."),
            new Foreign("@", "The file seems to be BibTeX, a format for citations."));

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final Pattern RECORD = Pattern.compile("<(?:[\\w.-]{1,40}:)?record[\\s/>]");
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][\\w.:-]{0,60})");
    /** A leader; blanks for its length go with those before it. */
    private static final Pattern LEADER =
            Pattern.compile("([0-9 ]{5}[0-9]{0,4}.{5}[0-9 ]{2}|[a-z]{2}.{3}22)[0-9 ]{5}.{7}", Pattern.DOTALL);

    private record Foreign(String magic, String sentence) {}

    /**
     * Decides by the first bytes of a file.
     *
     * @param head the first {@link #HEAD} bytes, or the whole file if it is shorter
     * @throws NotMarcException with a sentence that says what the file seems to be instead
     */
    public static FileForm detect(byte[] head) throws NotMarcException {
        var bytes = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
        if (bytes.startsWith("\u00FE\u00FF") || bytes.startsWith("\0<")) {
            return xml(new String(head, StandardCharsets.UTF_16BE), Encoding.UTF_16BE, head.length);
        }
        if (bytes.startsWith("\u00FF\u00FE") || bytes.startsWith("<\0")) {
            return xml(new String(head, StandardCharsets.UTF_16LE), Encoding.UTF_16LE, head.length);
        }
        boolean marked = bytes.startsWith("\u00EF\u00BB\u00BF");
        var text = withoutBlanksBefore(marked ? bytes.substring(3) : bytes);
        if (text.isEmpty()) {
            throw new NotMarcException("The file is empty.");
        }
        if (text.startsWith("<")) {
            return xml(text, marked ? Encoding.UTF_8 : declared(text), head.length);
        }
        for (var foreign : FOREIGN) {
            if (text.startsWith(foreign.magic())) {
                throw new NotMarcException(foreign.sentence() + " MARC records are wanted, as ISO 2709 or MARCXML.");
            }
        }
        if (looksLikeIso2709(text)) {
            return ISO_2709;
        }
        throw new NotMarcException(
                isText(text)
                        ? "The file is text without the marks that divide MARC records. MARC records are wanted, as ISO 2709 or MARCXML."
                        : "The file is not MARC: it does not begin with a record. MARC records are wanted, as ISO 2709 or MARCXML.");
    }

    /** Java counts the marks of ISO 2709 as blanks, too. */
    private static String withoutBlanksBefore(String text) {
        int begin = 0;
        while (begin < text.length() && " \t\r\n".indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        return text.substring(begin);
    }

    /** A leader at the beginning, or at least records that end as ISO 2709 says, of which the first may be broken. */
    private static boolean looksLikeIso2709(String text) {
        if (LEADER.matcher(text).lookingAt()) {
            return true;
        }
        int end = text.indexOf(Iso2709.RECORD_TERMINATOR);
        return end >= 0
                && (text.indexOf(Iso2709.FIELD_TERMINATOR) >= 0
                        && (withoutBlanksBefore(text.substring(end + 1)).isEmpty()
                                || LEADER.matcher(withoutBlanksBefore(text.substring(end + 1)))
                                        .lookingAt()));
    }

    private static boolean isText(String text) {
        return text.chars().allMatch(character -> character >= ' ' || "\t\r\n".indexOf(character) >= 0);
    }

    private static Encoding declared(String text) throws NotMarcException {
        var declaration = DECLARED.matcher(text);
        if (!declaration.find()) {
            return Encoding.UTF_8;
        }
        var name = declaration.group(1);
        if (name.toLowerCase(Locale.ROOT).startsWith("utf-16")) {
            return Encoding.UTF_8; // the declaration was just read byte by byte, so it cannot be true
        }
        return Encoding.named(name)
                .orElseThrow(() -> new NotMarcException(
                        "The XML file says that its encoding is " + name + ", which is not supported; use UTF-8."));
    }

    private static FileForm xml(String text, Encoding encoding, int length) throws NotMarcException {
        var root = ROOT.matcher(text);
        var name = root.find() ? root.group(1) : "";
        if (name.equalsIgnoreCase("html") || text.regionMatches(true, 0, "<!DOCTYPE html", 0, 14)) {
            throw new NotMarcException(
                    "The file is a web page (HTML). MARC records are wanted, as ISO 2709 or MARCXML.");
        }
        var local = name.substring(name.indexOf(':') + 1);
        boolean mayComeLater = length >= HEAD
                && List.of("collection", "OAI-PMH", "searchRetrieveResponse").contains(local);
        if (!RECORD.matcher(text).find() && !mayComeLater && !local.equals("collection")) {
            throw new NotMarcException("The file is XML, but not MARCXML: "
                    + (name.isEmpty() ? "it has no element." : "it begins with <" + name + "> and holds no record."));
        }
        return new FileForm(Format.MARCXML, encoding);
    }
}

package org.goldenbridge.platform.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags (RFC 9110, 8.8.3) that carry the version of a resource and the language it is shown in:
 * {@code "7.fr"}; sent packed, {@code "7.fr.gzip"}. An edit compares the version alone, for it changes all languages.
 */
public final class EntityTags {
    /** Of a digest, in a tag. */
    private static final int DIGEST_BYTES = 18;

    /** At the end of the tag of what is sent packed. */
    private static final String PACKED = ".gzip\"";

    private EntityTags() {}

    /**
     * The tag, with its quotes, of a version shown in the reader's language.
     *
     * @param parts what else is shown and changes without a new version, such as a count
     */
    public static String of(long version, ReaderLanguage language, Object... parts) {
        var tag = new StringBuilder("\"").append(version).append('.').append(language.variant());
        for (var part : parts) {
            tag.append('.').append(part);
        }
        return tag.append('"').toString();
    }

    /** The tag of what no version stands for; weak (RFC 9110, 8.8.1), for packed or not, the bytes say the same. */
    public static String weak(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "W/\"" + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, DIGEST_BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** Whether the client already has what carries this tag ({@code If-None-Match}, compared weakly). */
    public static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        return ifNoneMatch.equals(tag) // nearly always
                || Arrays.stream(ifNoneMatch.split(",", 64))
                        .map(String::strip)
                        .map(EntityTags::opaque)
                        .anyMatch(candidate -> candidate.equals("*") || candidate.equals(opaque(tag)));
    }

    /** The tag of the same, sent packed: its bytes are others (RFC 9110, 8.8.3.3). */
    static String packed(String tag) {
        return tag.substring(0, tag.length() - 1) + PACKED;
    }

    /** What both stand for, the tag of something and that of the same packed. */
    private static String opaque(String tag) {
        var opaque = tag.startsWith("W/") ? tag.substring(2) : tag;
        return opaque.endsWith(PACKED) ? opaque.substring(0, opaque.length() - PACKED.length()) + '"' : opaque;
    }

    /**
     * Lets an edit go on only when it is made on the version that is there now.
     *
     * @throws Refusal 428 without {@code If-Match}, 412 when the version is another
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.preconditionRequired(
                    "Send If-Match with the ETag of what you read, so that nobody's change is lost.");
        }
        var matches = Arrays.stream(ifMatch.split(",", 64))
                .map(String::strip)
                .anyMatch(tag ->
                        tag.equals("*") || tag.equals("\"" + version + "\"") || tag.startsWith("\"" + version + "."));
        if (!matches) {
            throw Refusal.stale("It was changed since you read it. Read it again and repeat the edit.");
        }
    }
}

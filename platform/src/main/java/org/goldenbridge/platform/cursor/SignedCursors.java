package org.goldenbridge.platform.cursor;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.platform.problem.Refusal;

/**
 * Cursors that a client gives back unread and cannot forge: the place in a list, signed with HMAC-SHA-256 together with
 * the list and its filters, so that a cursor of one list is refused by another. The secret is shared by all instances.
 */
@Singleton
public class SignedCursors {
    private static final char SEPARATOR = '\n';
    private static final int SIGNATURE_BYTES = 16;

    private final SecretKeySpec key;

    SignedCursors(@ConfigProperty(name = "goldenbridge.cursor-secret") String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /**
     * A cursor for the place in a list.
     *
     * @param list the list with its filters; the same words must come with {@link #open}
     * @param place what is needed to go on after the last item; no line breaks
     */
    public String sign(String list, String... place) {
        var content = String.join(String.valueOf(SEPARATOR), place).getBytes(StandardCharsets.UTF_8);
        var token = Arrays.copyOf(signature(list, content), SIGNATURE_BYTES + content.length);
        System.arraycopy(content, 0, token, SIGNATURE_BYTES, content.length);
        return write(token);
    }

    private static String write(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * The place that a cursor means.
     *
     * @throws Refusal 400 when it was changed, cut, or made for another list or other filters
     */
    public List<String> open(String list, String cursor) {
        byte[] token;
        try {
            token = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        if (token.length < SIGNATURE_BYTES || !write(token).equals(cursor)) { // the last bits of Base64 mean nothing
            throw invalid();
        }
        var content = Arrays.copyOfRange(token, SIGNATURE_BYTES, token.length);
        if (!MessageDigest.isEqual(signature(list, content), Arrays.copyOf(token, SIGNATURE_BYTES))) {
            throw invalid();
        }
        return List.of(new String(content, StandardCharsets.UTF_8).split(String.valueOf(SEPARATOR), -1));
    }

    private byte[] signature(String list, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    private static Refusal invalid() {
        return Refusal.badRequest(
                        "invalid-cursor",
                        "The cursor is not one of this list and these filters. Start from the first page.")
                .at("?cursor", "must be the cursor of the previous page, unchanged");
    }
}

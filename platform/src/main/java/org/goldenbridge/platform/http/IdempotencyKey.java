package org.goldenbridge.platform.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Makes a request safe to repeat (draft-ietf-httpapi-idempotency-key-header): the same caller, operation and key get the
 * same answer again. The table {@code idempotency_key} keeps it, in the transaction of the work itself.
 *
 * @param caller who asks: the token's subject
 * @param operation what is asked, with the resource it is asked of
 * @param key the client's own key, 1 to 255 printable ASCII characters
 * @param bodyHash SHA-256 of the body in hexadecimal, so that another body under the same key is noticed
 */
public record IdempotencyKey(String caller, String operation, String key, String bodyHash) {
    /**
     * Reads the header.
     *
     * @param body what was asked, in a form that is equal for equal requests
     * @throws Refusal 400 when the header is missing or not in its form
     */
    public static IdempotencyKey of(String caller, String operation, @Nullable String header, byte[] body) {
        if (header == null || header.isBlank()) {
            throw Refusal.badRequest(
                    "idempotency-key-needed",
                    "Send an Idempotency-Key header with a value of your own, and the same again when you repeat.");
        }
        if (header.length() > 255 || !header.chars().allMatch(c -> c > 32 && c < 127)) {
            throw Refusal.badRequest(
                    "invalid-idempotency-key", "Idempotency-Key must have 1 to 255 printable ASCII characters.");
        }
        return new IdempotencyKey(caller, operation, header, HexFormat.of().formatHex(sha256(body)));
    }

    /** 64 bits that stand for caller, operation and key, for an advisory lock while the request is in progress. */
    public long lock() {
        var hash = sha256((caller + '\n' + operation + '\n' + key).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}

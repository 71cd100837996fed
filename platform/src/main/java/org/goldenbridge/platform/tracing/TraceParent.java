package org.goldenbridge.platform.tracing;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context of the work at hand (Trace Context, 3.2): taken from the request or begun here, carried by log
 * lines, problems and Kafka messages.
 *
 * @param traceId 32 lower-case hexadecimal digits
 * @param header the whole {@code traceparent} value
 */
public record TraceParent(String traceId, String header) {
    private static final Pattern FORM = Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String KEY = "traceparent";

    /** The one that came with the request when it is well formed, otherwise a new one. */
    static TraceParent of(@Nullable String header) {
        if (header != null) {
            var matcher = FORM.matcher(header);
            if (matcher.matches()) {
                return new TraceParent(matcher.group(1), header);
            }
        }
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        return new TraceParent(hex.substring(0, 32), "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-00");
    }

    /** The header of the work that this thread does, or null outside of a request or message. */
    public static @Nullable String current() {
        return (String) MDC.get(KEY);
    }

    /** The trace id of the work that this thread does, or null. */
    public static @Nullable String currentTraceId() {
        return (String) MDC.get("traceId");
    }

    /** Makes this the context of the thread's work. */
    public void begin() {
        MDC.put(KEY, header);
        MDC.put("traceId", traceId);
    }

    /** Begins the context that a message carried, or a new one. */
    public static void begin(@Nullable String header) {
        of(header).begin();
    }
}

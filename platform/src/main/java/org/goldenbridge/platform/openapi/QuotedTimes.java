package org.goldenbridge.platform.openapi;

import io.quarkus.arc.Unremovable;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Serves the API description with days and times in quotes: a reader of YAML 1.1 takes {@code 2026-12-01} for a timestamp, and
 * {@code 18:00} for the number 1080.
 */
@Alternative
@Priority(1)
@Singleton
@Unremovable
class QuotedTimes extends OpenApiDocumentService {
    private static final Pattern BARE = Pattern.compile(
            "(?m)^( *(?:- )*(?:[\\w$-]+: )?)(\\d{4}-\\d{2}-\\d{2}(?:T[0-9:.+Z-]+)?|-?\\d{1,2}:\\d{2}(?::\\d{2})?)$");

    private final Map<String, byte[]> quoted = new ConcurrentHashMap<>();

    /** The description does not change while the service runs, so it is written once. */
    @Override
    public byte[] getDocument(String name, Format format) {
        return format == Format.YAML
                ? quoted.computeIfAbsent(name, asked -> quoted(super.getDocument(asked, format)))
                : super.getDocument(name, format);
    }

    private static byte[] quoted(byte[] document) {
        return BARE.matcher(new String(document, StandardCharsets.UTF_8))
                .replaceAll("$1\"$2\"")
                .getBytes(StandardCharsets.UTF_8);
    }
}

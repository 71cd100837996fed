package org.goldenbridge.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 has it, {@code application/problem+json}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "An error as RFC 9457 has it: a stable type, and a detail that a person can act on.")
public record Problem(
        @Schema(
                description = "Which problem this is: stable, to be compared by programs.",
                examples = "/problems/sold-out")
        String type,

        @Schema(description = "The kind of problem in a few words.", examples = "Sold out")
        String title,

        @Schema(description = "The HTTP status.", examples = "409")
        int status,

        @Schema(description = "What is wrong here, and what to do.") @Nullable
        String detail,

        @Schema(description = "The fields that are wrong, each with a JSON pointer.")
        List<FieldError> errors,

        @Schema(description = "The W3C trace id, to be quoted when asking for help.") @Nullable
        String traceId,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {

    /** The media type of an answer that is a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem of the given kind; the title is the code in words. */
    public static Problem of(
            int status,
            String code,
            @Nullable String detail,
            List<FieldError> errors,
            @Nullable String traceId,
            Map<String, Object> members) {
        return new Problem("/problems/" + code, inWords(code), status, detail, errors, traceId, members);
    }

    private static String inWords(String code) {
        var words = code.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

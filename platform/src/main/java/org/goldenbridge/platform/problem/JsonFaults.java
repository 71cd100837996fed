package org.goldenbridge.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.goldenbridge.platform.json.UnacceptableValue;

/** Bodies that are not JSON, or JSON of another shape. */
final class JsonFaults {
    private JsonFaults() {}

    static Refusal refusal(JsonProcessingException json) {
        for (Throwable cause = json; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal; // what was read refuses itself, in words of its own
            }
        }
        if (json instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var pointer = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                    .map(step -> step.replace("~", "~0").replace("/", "~1"))
                    .collect(Collectors.joining("/", "/", ""));
            var wrong = wrong(mapping);
            return Refusal.badRequest("invalid-request", pointer + " " + wrong + ".")
                    .at(pointer, wrong);
        }
        if (json instanceof JsonMappingException mapping) {
            return Refusal.badRequest("invalid-request", "The body " + wrong(mapping) + ".");
        }
        var location = json.getLocation();
        var where =
                location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
        return Refusal.badRequest("malformed-json", "The body cannot be read as JSON" + where + ".");
    }

    private static String wrong(JsonMappingException mapping) {
        if (mapping instanceof InvalidNullException) {
            return "must not be null";
        }
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            var known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return "is not a field here; the fields are " + known;
        }
        if (mapping instanceof InvalidFormatException format && format.getTargetType() != null) {
            return switch (format.getTargetType().getSimpleName()) {
                case "Instant", "OffsetDateTime" -> "must be an instant such as 2026-12-01T10:00:00Z";
                case "LocalDate" -> "must be a day such as 2026-12-01";
                case "LocalTime" -> "must be a time such as 18:30";
                case "UUID" -> "must be an identifier (UUID)";
                default -> enumOr(format.getTargetType(), "has a value of the wrong type");
            };
        }
        for (Throwable cause = mapping; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnacceptableValue) {
                return Objects.requireNonNull(cause.getMessage());
            }
        }
        return mapping instanceof ValueInstantiationException
                ? "has a value that is not allowed"
                : "has a value of the wrong type, or a required part of it is missing";
    }

    private static String enumOr(Class<?> type, String otherwise) {
        var constants = type.getEnumConstants();
        return constants == null
                ? otherwise
                : "must be one of "
                        + Arrays.stream(constants).map(String::valueOf).collect(Collectors.joining(", "));
    }
}

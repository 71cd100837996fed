package org.goldenbridge.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** Fields and parameters that break their constraints. */
final class FieldFaults {
    private FieldFaults() {}

    static Refusal refusal(ConstraintViolationException violations) {
        var errors = violations.getConstraintViolations().stream()
                .map(violation -> new FieldError(pointer(violation), violation.getMessage()))
                .sorted((a, b) -> (a.pointer() + a.detail()).compareTo(b.pointer() + b.detail()))
                .toList();
        var detail = errors.stream()
                .map(error -> (error.pointer().isEmpty() ? "The body" : error.pointer()) + " " + error.detail())
                .collect(Collectors.joining("; "));
        var refusal = Refusal.badRequest("invalid-request", detail + ".");
        errors.forEach(error -> refusal.at(error.pointer(), error.detail()));
        return refusal;
    }

    /** {@code schedule.draft.title} becomes {@code /title}: the method and its parameter are ours, not the client's. */
    private static String pointer(ConstraintViolation<?> violation) {
        var fields = new ArrayList<String>();
        var parameter = "";
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() != ElementKind.METHOD) {
                if (node.isInIterable() && node.getIndex() != null) {
                    fields.add(String.valueOf(node.getIndex()));
                }
                if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                    fields.add(node.getName());
                }
            }
        }
        if (!fields.isEmpty()) {
            return "/" + String.join("/", fields);
        }
        return parameter.equals("draft") || parameter.equals("body") ? "" : "?" + parameter;
    }
}

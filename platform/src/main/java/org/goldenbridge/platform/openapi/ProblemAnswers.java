package org.goldenbridge.platform.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.goldenbridge.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The errors that an operation can answer, each a problem (RFC 9457) with an example. */
final class ProblemAnswers {
    /** An error that every operation of a sort can answer; its name in the components is that of the problem. */
    private record Common(String status, String code, String description, String detail) {}

    private static final Common INVALID = new Common(
            "400",
            "invalid-request",
            "The request cannot be understood; the errors say which part is wrong",
            "?limit must be less than or equal to 500.");
    private static final Common SIGN_IN_NEEDED =
            new Common("401", "sign-in-needed", "No valid bearer token", "Sign in: this needs a bearer token.");
    private static final Common NOT_YOURS = new Common(
            "403",
            "not-yours",
            "The caller has no role that allows it there",
            "You cannot do this for beijing: it takes the role administrator or manager there.");
    private static final Common NOT_FOUND =
            new Common("404", "not-found", "There is no such thing", "There is nothing at this address.");
    private static final Common STALE = new Common(
            "412",
            "stale",
            "It was changed since it was read",
            "It was changed since you read it. Read it again and repeat the edit.");
    private static final Common TOO_LARGE =
            new Common("413", "too-large", "The body is over the limit", "The body may have at most 262144 bytes.");
    private static final Common UNSUPPORTED =
            new Common("415", "unsupported-media-type", "The body is not JSON", "Send the body as application/json.");
    private static final Common PRECONDITION_REQUIRED = new Common(
            "428",
            "precondition-required",
            "If-Match is missing",
            "Send If-Match with the ETag of what you read, so that nobody's change is lost.");
    private static final Common TOO_MANY = new Common(
            "429",
            "too-many-requests",
            "The caller asks for too much; Retry-After says when to ask again",
            "You ask more than you may. Wait for 1 s, and ask less often.");
    private static final Common AWAY = new Common(
            "503",
            "database-away",
            "Not now; Retry-After says when to try again",
            "The database does not answer now. Try again shortly.");
    private static final Common OTHER = new Common(
            "default",
            "internal",
            "Any other error",
            "Something went wrong on our side. Quote the trace id when you ask for help.");

    private static final Pattern NAMED = Pattern.compile("`([a-z-]+)`: ([^;.]+)");

    private final Components components;

    /** Adds the shape of a problem; the errors that are common to many operations follow when one can answer them. */
    ProblemAnswers(Components components) {
        this.components = components;
        components.addSchema("Problem", ProblemShape.problem());
        components.addSchema("FieldError", ProblemShape.fieldError());
    }

    void add(String path, Operation operation, AccessRules.Rule rule) {
        var answers = operation.getResponses();
        answers.getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("4") && answer.getContent() == null && answer.getRef() == null) {
                answer.setContent(content(exampleOf(status, String.valueOf(answer.getDescription()))));
            }
        });
        refer(operation, INVALID);
        if (rule.isProtected()) {
            refer(operation, SIGN_IN_NEEDED);
            refer(operation, NOT_YOURS);
        }
        if (path.contains("{")) {
            refer(operation, NOT_FOUND);
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(it -> "If-Match".equals(it.getName()))) {
            refer(operation, STALE);
            refer(operation, PRECONDITION_REQUIRED);
        }
        if (operation.getRequestBody() != null) {
            refer(operation, TOO_LARGE);
            refer(operation, UNSUPPORTED);
        }
        refer(operation, TOO_MANY);
        refer(operation, AWAY);
        refer(operation, OTHER);
        var sorted = new LinkedHashMap<String, APIResponse>();
        answers.getAPIResponses().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        answers.setAPIResponses(sorted);
    }

    private void refer(Operation operation, Common common) {
        if (operation.getResponses().getAPIResponse(common.status()) != null) {
            return;
        }
        operation
                .getResponses()
                .addAPIResponse(common.status(), OASFactory.createAPIResponse().ref(common.code()));
        components.addResponse(
                common.code(),
                OASFactory.createAPIResponse()
                        .description(common.description())
                        .content(content(example(common.status(), common.code(), common.detail()))));
    }

    private static Content content(@Nullable Object example) {
        var type = OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
        if (example != null) {
            type.setExample(example);
        }
        return OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, type);
    }

    /** From the first problem that the description names: {@code `sold-out`: no place is left}. */
    private static @Nullable Object exampleOf(String status, String description) {
        var named = NAMED.matcher(description);
        return named.find() ? example(status, named.group(1), sentence(named.group(2))) : null;
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static Map<String, Object> example(String status, String code, String detail) {
        var number = status.equals("default") ? 500 : Integer.parseInt(status);
        var problem = Problem.of(number, code, detail, List.of(), null, Map.of());
        var example = new LinkedHashMap<String, Object>();
        example.put("type", problem.type());
        example.put("title", problem.title());
        example.put("status", number);
        example.put("detail", detail);
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        return example;
    }
}

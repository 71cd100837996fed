package org.goldenbridge.platform.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.goldenbridge.platform.json.CleanText;
import org.goldenbridge.platform.json.UnacceptableValue;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Under {@code /v1} a query parameter that the operation does not know, or one given twice, is refused: a mistyped filter
 * would otherwise answer more than was asked for. {@code lang} is known everywhere.
 */
class ParameterGuard {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method == null || !request.getUriInfo().getPath().startsWith("/v1/")) {
            return;
        }
        var allowed = known.computeIfAbsent(method, ParameterGuard::parametersOf);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!allowed.containsKey(name)) {
                throw Refusal.badRequest("unknown-parameter", "This address does not know one of the parameters.")
                        .at("?" + name, "is not known here; known are " + String.join(", ", allowed.keySet()));
            }
            if (values.get(0).isEmpty()) {
                throw Refusal.badRequest("invalid-request", "A parameter is empty.")
                        .at("?" + name, "must not be empty; leave it out instead");
            }
            if (values.size() > 1) {
                throw Refusal.badRequest("invalid-request", "A parameter is given more than once.")
                        .at("?" + name, "must be given once");
            }
            // The framework would answer 404 to it.
            if (allowed.get(name) == int.class
                    && !WHOLE_NUMBER.matcher(values.get(0)).matches()) {
                throw invalid(name, "must be a whole number");
            }
            try {
                CleanText.check(values.get(0));
            } catch (UnacceptableValue e) {
                throw invalid(name, Objects.requireNonNull(e.getMessage()));
            }
        });
    }

    private static Refusal invalid(String name, String detail) {
        return Refusal.badRequest("invalid-request", "?" + name + " " + detail + ".")
                .at("?" + name, detail);
    }

    private static Map<String, Class<?>> parametersOf(Method method) {
        var known = new TreeMap<String, Class<?>>(Map.of("lang", String.class));
        for (var parameter : method.getParameters()) {
            var query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                known.put(query.value(), parameter.getType());
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(QueryParam.class))
                        .forEach(field ->
                                known.put(field.getAnnotation(QueryParam.class).value(), field.getType()));
            }
        }
        return known;
    }
}

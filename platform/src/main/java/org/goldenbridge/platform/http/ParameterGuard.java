package org.goldenbridge.platform.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.goldenbridge.platform.json.CleanText;
import org.goldenbridge.platform.json.UnacceptableValue;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Under {@code /v1} a query parameter that the operation does not know, or one given twice, is refused: a mistyped filter
 * would otherwise answer more than was asked for. {@code lang} is known everywhere.
 */
class ParameterGuard {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method == null || !request.getUriInfo().getPath().startsWith("/v1/")) {
            return;
        }
        var allowed = known.computeIfAbsent(method, ParameterGuard::parametersOf);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!allowed.contains(name)) {
                throw Refusal.badRequest("unknown-parameter", "This address does not know one of the parameters.")
                        .at("?" + name, "is not known here; known are " + String.join(", ", allowed));
            }
            if (values.size() > 1) {
                throw Refusal.badRequest("invalid-request", "A parameter is given more than once.")
                        .at("?" + name, "must be given once");
            }
            try {
                CleanText.check(values.get(0));
            } catch (UnacceptableValue e) {
                throw Refusal.badRequest("invalid-request", "?" + name + " " + e.getMessage() + ".")
                        .at("?" + name, Objects.requireNonNull(e.getMessage()));
            }
        });
    }

    private static Set<String> parametersOf(Method method) {
        var names = new TreeSet<String>(Set.of("lang"));
        for (var parameter : method.getParameters()) {
            var query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields())
                        .map(field -> field.getAnnotation(QueryParam.class))
                        .filter(Objects::nonNull)
                        .forEach(annotation -> names.add(annotation.value()));
            }
        }
        return names;
    }
}

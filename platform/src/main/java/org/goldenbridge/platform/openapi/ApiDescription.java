package org.goldenbridge.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Says in the API description what holds for every operation, so that a resource says only what is its own: who may call
 * it, which errors it can answer, what the common parameters and headers mean, and an example from the shape's own.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private final AccessRules access;
    private final Shapes shapes;
    private final QueryParameters queries;

    /** @param index the classes of the service */
    public ApiDescription(IndexView index) {
        access = new AccessRules(index);
        shapes = new Shapes(index);
        queries = new QueryParameters(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        shapes.describe(api.getComponents(), SentShapes.of(api));
        var examples = new Examples(api.getComponents());
        var problems = new ProblemAnswers(api.getComponents());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    var source = operation.getOperationId();
                    var rule = access.of(source);
                    operation.setOperationId(readable(source));
                    operation.setDescription(operation.getDescription() + "\n\n**Access:** " + rule.inWords());
                    rule.require(operation);
                    queries.describe(source, operation);
                    CommonParameters.describe(operation);
                    examples.show(operation);
                    CommonHeaders.describe(method, operation);
                    problems.add(path, operation, rule);
                }));
    }

    /** {@code org.goldenbridge.desk.SeatResource_take} becomes {@code seat.take}. */
    private static String readable(String source) {
        var name = source.substring(source.lastIndexOf('.') + 1).replaceFirst("Resource_", ".");
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}

package org.goldenbridge.event.publicschedule;

import static java.util.Objects.requireNonNull;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Gives the items of a delta, in the API description, the fields that the schedule has: each may be left out but the id. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DeltaItemShape implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        var item = requireNonNull(schemas.get("DeltaItem"));
        var properties =
                new LinkedHashMap<>(requireNonNull(schemas.get("ScheduleView")).getProperties());
        properties.put(
                "deleted",
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.BOOLEAN)
                        .description("There, and true, when it ended long ago and is to be forgotten."));
        item.setProperties(properties);
        item.setRequired(List.of("id"));
    }
}

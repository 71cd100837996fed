package org.goldenbridge.catalogue.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a change did to something that has a name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What a change did to one property.", examples = """
                {"name": "kind", "before": "book", "after": "rare-book"}""")
record PropertyChange(
        @NotNull String name,

        @Schema(description = "Absent when there was nothing.") @Nullable
        String before,

        @Schema(description = "Absent when there is nothing.") @Nullable
        String after) {
    /** Adds the change, when it is one. */
    static void note(String name, @Nullable Object before, @Nullable Object after, List<PropertyChange> changes) {
        if (!Objects.equals(before, after)) {
            changes.add(new PropertyChange(
                    name, before == null ? null : before.toString(), after == null ? null : after.toString()));
        }
    }
}

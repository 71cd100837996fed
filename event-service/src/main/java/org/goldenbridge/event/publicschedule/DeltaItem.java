package org.goldenbridge.event.publicschedule;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session that changed, with the fields of {@link ScheduleView}; {@link DeltaItemShape} describes them.
 *
 * @param content all of it, its places alone, or that it has gone
 */
@Schema(
        type = SchemaType.OBJECT,
        description =
                "A session that changed: all that a list shows of it, its places alone when only these changed, or that it has gone.",
        examples = """
                {"id": "018f6f6e-0000-7000-8000-000000000001", "places": "few", "placesLeft": 3}""")
record DeltaItem(@JsonValue @Schema(hidden = true) ObjectNode content) {}

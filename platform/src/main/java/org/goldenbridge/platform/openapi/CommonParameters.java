package org.goldenbridge.platform.openapi;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What the parameters mean that many operations share. */
final class CommonParameters {
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** Without examples: what a page fills in on its own would be sent as if it were meant. */
    private static final Map<String, String> MEANINGS = Map.of(
            "lang",
            "The reader's language, a BCP 47 tag such as fr, before Accept-Language; English where it is not offered; * for all "
                    + "languages of every text.",
            "limit",
            "How many are shown on a page, 1 to 500.",
            "cursor",
            "The cursor `next` of the previous page, with the same filters. It cannot be made or changed.",
            "If-None-Match",
            "The ETag of what the client has, such as \"3.en\": when it is still the same, 304 is answered.",
            "If-Match",
            "The ETag of what was read before the edit, such as \"3.en\", so that nobody's change is lost.",
            "Idempotency-Key",
            "A value of the client's own, 1 to 255 printable ASCII characters. The same key and body give the same answer "
                    + "again and do nothing twice.");

    private CommonParameters() {}

    static void describe(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(CommonParameters::describe);
        }
    }

    private static void describe(Parameter parameter) {
        if (parameter.getSchema() == null) {
            parameter.setSchema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        }
        var schema = parameter.getSchema();
        var meaning = MEANINGS.get(parameter.getName());
        if (parameter.getDescription() == null && schema.getDescription() != null) {
            parameter.setDescription(schema.getDescription());
            schema.setDescription(null);
        }
        if (meaning != null && parameter.getDescription() == null) {
            parameter.setDescription(meaning);
        } else if (parameter.getDescription() == null && parameter.getIn() == Parameter.In.PATH) {
            var words = WORDS.matcher(parameter.getName().replaceFirst("Id$", ""))
                    .replaceAll(" ")
                    .toLowerCase(Locale.ROOT);
            parameter.setDescription("The id of the " + words + ".");
        }
        if (parameter.getName().equals("If-Match")) {
            parameter.setRequired(true);
        }
    }
}

package org.goldenbridge.platform.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The headers of answers that many operations share, and the answer that is nothing but headers. */
final class CommonHeaders {
    private CommonHeaders() {}

    static void describe(PathItem.HttpMethod method, Operation operation) {
        if (method == PathItem.HttpMethod.GET && has(operation, "If-None-Match")) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse()
                                    .description("The client has it already")
                                    .addHeader("ETag", text("The tag of what the client has")));
        }
        var tagged = has(operation, "If-None-Match") || has(operation, "If-Match");
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getContent() == null || !List.of("200", "201").contains(status)) {
                return;
            }
            if (status.equals("201")) {
                response.addHeader("Location", text("Where the new resource is"));
            }
            if (tagged || status.equals("201")) {
                response.addHeader("ETag", text("The tag of this representation, for If-None-Match and If-Match"));
            }
            if (has(operation, "cursor")) {
                response.addHeader("Link", text("The next page, with rel=\"next\" (RFC 8288); absent on the last"));
            }
            if (has(operation, "lang")) {
                response.addHeader("Content-Language", text("The languages of the texts in this answer"));
            }
        });
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(it -> parameter.equals(it.getName()));
    }

    private static Header text(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}

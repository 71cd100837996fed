package org.goldenbridge.platform.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The shape of a problem: it is answered by mappers, which the scanner of the description does not read. */
final class ProblemShape {
    private ProblemShape() {}

    static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("An error as RFC 9457 has it: a stable type, and a detail that a person can act on.")
                .required(List.of("type", "title", "status"))
                .addProperty(
                        "type",
                        text("Which problem this is: stable, to be compared by programs. It leads to its explanation."))
                .addProperty("title", text("The kind of problem in a few words."))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("The HTTP status."))
                .addProperty("detail", text("What is wrong here, and what to do."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("The parts of the request that are wrong.")
                                .items(OASFactory.createSchema().ref("FieldError")))
                .addProperty("traceId", text("The W3C trace id, to be quoted when asking for help."));
    }

    static Schema fieldError() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("One wrong part of a request.")
                .required(List.of("pointer", "detail"))
                .addProperty(
                        "pointer", text("A JSON pointer into the body (RFC 6901), or ?name for a query parameter."))
                .addProperty("detail", text("What is wrong with it, and what would be right."));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}

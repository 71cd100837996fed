package org.goldenbridge.catalogue.oai;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue for harvesters: OAI-PMH 2.0 by GET and POST (3.1.1). Whatever is wrong in the protocol's own terms is answered
 * with HTTP 200 and the protocol's error code (3.6).
 */
@Path("/oai")
@Tag(name = "Harvesting", description = "The whole catalogue and its changes for partners, by OAI-PMH 2.0.")
class OaiResource {
    private static final String XML = "text/xml;charset=UTF-8";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MEANING = """
            OAI-PMH 2.0: the verbs Identify, ListMetadataFormats, ListSets, ListIdentifiers, ListRecords and GetRecord. The \
            formats are `oai_dc` and `marcxml`, the latter with the items that the centres hold (852 and 876). The sets are \
            `centre:<id>`, for what a centre keeps or holds, and `kind:<kind>`, for instance `kind:book:rare-book`.

            A harvest is complete up to the `responseDate` of its pages: the next one asks `from` that date and misses nothing. \
            What was deleted, was withdrawn from the public or has left the set stays in the list with the status `deleted`, for \
            ever. `from` and `until` are seconds (`2026-11-21T10:00:00Z`) or days (`2026-11-21`, to the day's end).

            Long lists come in pages: `resumptionToken` asks for the next one, as the only argument beside `verb`. A token can be \
            used for 7 days, as often as one likes, at any instance. What the protocol calls an error is answered with status 200 \
            and the protocol's error code.""";

    private static final String ANSWER = "A document of OAI-PMH 2.0";
    private static final String EXAMPLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
              <responseDate>2026-11-21T10:00:00Z</responseDate>
              <request verb="ListIdentifiers" metadataPrefix="marcxml" set="kind:film">http://localhost:8080/oai</request>
              <ListIdentifiers>
                <header>
                  <identifier>oai:goldenbridge.example.org:0193b2f4-8c00-7000-8000-000000000001</identifier>
                  <datestamp>2026-11-20T16:30:12Z</datestamp>
                  <setSpec>centre:beijing</setSpec>
                  <setSpec>kind:film</setSpec>
                </header>
              </ListIdentifiers>
            </OAI-PMH>
            """;

    private final DataProvider provider;

    OaiResource(DataProvider provider) {
        this.provider = provider;
    }

    /** A request with its arguments in the query. */
    @GET
    @PermitAll
    @Operation(summary = "Harvest the catalogue", description = MEANING)
    @Parameter(name = "verb", in = ParameterIn.QUERY, description = "What is asked for.", example = "ListRecords")
    @Parameter(
            name = "identifier",
            in = ParameterIn.QUERY,
            description = "Which record: for GetRecord, and for ListMetadataFormats if one likes.")
    @Parameter(name = "metadataPrefix", in = ParameterIn.QUERY, description = "The format.", example = "marcxml")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "The first day or second of the changes.")
    @Parameter(name = "until", in = ParameterIn.QUERY, description = "The last day or second of the changes.")
    @Parameter(name = "set", in = ParameterIn.QUERY, description = "Which part of the catalogue.")
    @Parameter(name = "resumptionToken", in = ParameterIn.QUERY, description = "The token of the previous page.")
    @APIResponse(
            responseCode = "200",
            description = ANSWER,
            content =
                    @Content(
                            mediaType = "text/xml",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "headers", value = EXAMPLE)))
    public RestResponse<byte[]> harvest(@Context HttpServerRequest request) throws SQLException {
        return xml(provider.answer(query(request)));
    }

    /** A request with its arguments in a form; those in the query count as well. */
    @POST
    @PermitAll
    @Operation(
            summary = "Harvest the catalogue by POST",
            description = "The same as by GET, with the arguments in a form.")
    @RequestBody(
            description = "The arguments.",
            content =
                    @Content(
                            mediaType = FORM,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "records",
                                            value = "verb=ListRecords&metadataPrefix=marcxml&set=kind%3Afilm")))
    @APIResponse(
            responseCode = "200",
            description = ANSWER,
            content =
                    @Content(
                            mediaType = "text/xml",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "headers", value = EXAMPLE)))
    public RestResponse<byte[]> harvestByPost(@Context HttpServerRequest request, @Nullable String form)
            throws SQLException {
        return xml(provider.answer(query(request) + "&" + (form == null ? "" : form)));
    }

    private static String query(HttpServerRequest request) {
        return request.query() == null ? "" : request.query();
    }

    private static RestResponse<byte[]> xml(byte[] answer) {
        return RestResponse.ResponseBuilder.ok(answer, XML).build();
    }
}

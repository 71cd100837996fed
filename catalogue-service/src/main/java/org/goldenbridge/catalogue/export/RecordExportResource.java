package org.goldenbridge.catalogue.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A single record to take along. */
@Path("/v1/records/{recordId}/export")
@Tag(name = "Export")
class RecordExportResource {
    private final ExportReader reader;
    private final ObjectMapper json;

    RecordExportResource(ExportReader reader, ObjectMapper json) {
        this.reader = reader;
        this.json = json;
    }

    /** The record in the form that is asked for. */
    @GET
    @PermitAll
    @Operation(
            summary = "Export a record",
            description =
                    "A record as MARC 21 (ISO 2709 or MARCXML, with the holdings in 852 and 876), JSON, CSV, RIS, BibTeX, or as a "
                            + "citation after ISO 690. The notes of staff are never in it.")
    @APIResponse(
            responseCode = "200",
            description = "The record",
            content = {
                @Content(mediaType = "application/marc", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/marcxml+xml"),
                @Content(mediaType = "application/json"),
                @Content(mediaType = "text/csv"),
                @Content(mediaType = "application/x-research-info-systems"),
                @Content(mediaType = "application/x-bibtex"),
                @Content(mediaType = "text/plain")
            })
    @APIResponse(
            responseCode = "308",
            description = "It was merged: Location is the same of the record that took its place")
    @APIResponse(
            responseCode = "422",
            description = "`too-long-for-marc`: it does not fit into ISO 2709; MARCXML has no such limit")
    public RestResponse<byte[]> export(
            UUID recordId,
            @Schema(description = "The form.", implementation = ExportFormat.class) @QueryParam("format") @Nullable
                    String format)
            throws SQLException, IOException {
        var form = ExportFormat.asked(format);
        var found = reader.find(recordId);
        if (found.isEmpty()) {
            var successor = reader.successor(recordId)
                    .orElseThrow(() -> Refusal.notFound("There is no such record for the public."));
            return RestResponse.ResponseBuilder.<byte[]>create(308)
                    .location(URI.create("/v1/records/" + successor + "/export?format=" + form))
                    .build();
        }
        var record = found.get();
        if (form == ExportFormat.MARC) {
            var reason = Iso2709Writer.reasonAgainst(record);
            if (!reason.isEmpty()) {
                throw Refusal.unprocessable("too-long-for-marc", reason);
            }
        }
        var bytes = new ByteArrayOutputStream();
        var writer = form.writer(bytes, json);
        writer.write(record);
        writer.end();
        return form.answer(bytes.toByteArray(), recordId.toString()).build();
    }
}

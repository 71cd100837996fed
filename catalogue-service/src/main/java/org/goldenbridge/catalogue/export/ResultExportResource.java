package org.goldenbridge.catalogue.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.catalogue.record.RecordKind;
import org.goldenbridge.catalogue.record.RecordQuery;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Everything that a search finds, to take along. */
@Path("/v1/record-exports")
@Tag(name = "Export", description = "Records to take along: for library systems, spreadsheets, reference managers.")
class ResultExportResource {
    private static final Logger LOG = Logger.getLogger(ResultExportResource.class);
    private static final String LEFT_OUT = "Left-Out";
    private static final int NAMED = 50;
    private static final int BUFFER = 1 << 16;

    private final ExportReader reader;
    private final ExportPlaces places;
    private final ObjectMapper json;

    ResultExportResource(ExportReader reader, ExportPlaces places, ObjectMapper json) {
        this.reader = reader;
        this.places = places;
        this.json = json;
    }

    /** All records that a search finds, streamed, however many they are. */
    @GET
    @PermitAll
    @Operation(
            summary = "Export a search result",
            description =
                    "All records that a search finds, the newest first, as they are at one moment: MARC 21 (ISO 2709 or MARCXML, with the "
                            + "holdings in 852 and 876), JSON, CSV (with a byte order mark, for spreadsheets), RIS, BibTeX, or citations "
                            + "after ISO 690, a line each. It is streamed. What does not fit into ISO 2709 is left out there, and the "
                            + "header `Left-Out` names it. Too many at the same moment are answered 503 with Retry-After.")
    @APIResponse(
            responseCode = "200",
            description = "The records",
            headers =
                    @Header(
                            name = LEFT_OUT,
                            description =
                                    "The ids of the first 50 records that do not fit into ISO 2709; absent when all do.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = "application/marc", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/marcxml+xml"),
                @Content(mediaType = "application/json"),
                @Content(mediaType = "text/csv"),
                @Content(mediaType = "application/x-research-info-systems"),
                @Content(mediaType = "application/x-bibtex"),
                @Content(mediaType = "text/plain")
            })
    public RestResponse<StreamingOutput> export(
            @Schema(description = "The form.", implementation = ExportFormat.class) @QueryParam("format") @Nullable
                    String format,
            @Schema(description = "Words, all of which must be found.", examples = "абай жолы")
                    @QueryParam("q")
                    @Size(max = 200)
                    @Nullable
                    String q,
            @Schema(description = "Only this kind.", implementation = RecordKind.class) @QueryParam("kind") @Nullable
                    String kind,
            @Schema(description = "Only what this centre keeps or holds.", examples = "beijing")
                    @QueryParam("centre")
                    @Size(max = 60)
                    @Nullable
                    String centre,
            @Schema(description = "Only what is in this language (BCP 47).", examples = "kk")
                    @QueryParam("language")
                    @Pattern(regexp = "[a-z]{2,3}", message = "must be a language of two or three letters, such as kk")
                    @Nullable
                    String language)
            throws SQLException, IOException {
        var form = ExportFormat.asked(format);
        var asked = RecordQuery.of(q, kind, centre, language);
        var answer = form.answer(stream(asked, form), "records");
        var leftOut = form == ExportFormat.MARC ? leftOut(asked) : List.<String>of();
        if (!leftOut.isEmpty()) {
            answer.header(LEFT_OUT, String.join(", ", leftOut));
        }
        return answer.build();
    }

    private StreamingOutput stream(RecordQuery asked, ExportFormat form) {
        return out -> {
            places.take(); // here, and not before: an answer without a body, to HEAD, never comes here
            try {
                write(asked, form, out);
            } catch (SQLException e) {
                // Not swallowed: the answer must break off, or it would pass for a whole one.
                throw new IllegalStateException("The database was lost while a result was exported", e);
            } catch (IOException e) {
                LOG.debugf("A reader left before the end of an export: %s", e.getMessage());
            } finally {
                places.leave();
            }
        };
    }

    private void write(RecordQuery asked, ExportFormat form, OutputStream out) throws SQLException, IOException {
        var buffered = new BufferedOutputStream(out, BUFFER);
        var writer = form.writer(buffered, json);
        reader.read(asked, writer::write);
        writer.end();
        buffered.flush();
    }

    private List<String> leftOut(RecordQuery asked) throws SQLException, IOException {
        var leftOut = new ArrayList<String>();
        reader.readLong(asked, record -> {
            if (leftOut.size() < NAMED && !Iso2709Writer.reasonAgainst(record).isEmpty()) {
                leftOut.add(record.id().toString());
            }
        });
        return leftOut;
    }
}

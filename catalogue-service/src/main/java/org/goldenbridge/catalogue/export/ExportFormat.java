package org.goldenbridge.catalogue.export;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.OutputStream;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.words.Words;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** In what form records are taken along. */
public enum ExportFormat {
    /** MARC 21 in ISO 2709, UTF-8. */
    MARC("application/marc", "mrc"),
    /** MARC 21 as a MARCXML collection. */
    MARCXML("application/marcxml+xml;charset=UTF-8", "xml"),
    /** What the record says, and its MARC, as a JSON array. */
    JSON("application/json", "json"),
    /** A line for each record, for spreadsheets (RFC 4180). */
    CSV("text/csv;charset=UTF-8;header=present", "csv"),
    /** For reference managers. */
    RIS("application/x-research-info-systems;charset=UTF-8", "ris"),
    BIBTEX("application/x-bibtex;charset=UTF-8", "bib"),
    /** A line for each record, as ISO 690 has it. */
    CITATION("text/plain;charset=UTF-8", "txt");

    final String mediaType;
    final String extension;

    ExportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /**
     * The form that a request asks for.
     *
     * @throws Refusal 400 when it asks for none, or for one that there is not
     */
    static ExportFormat asked(@Nullable String word) {
        var form = Words.parameter(ExportFormat.class, word, "format");
        if (form == null) {
            throw Refusal.badRequest("invalid-request", "Say in which format.").at("?format", "must be given");
        }
        return form;
    }

    /** An answer in this form, for a file of that name. */
    <T> RestResponse.ResponseBuilder<T> answer(T body, String name) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + extension + "\"");
    }

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }

    /** Writes records in this form to a stream. */
    ExportWriter writer(OutputStream out, ObjectMapper json) {
        return switch (this) {
            case MARC -> new Iso2709Writer(out);
            case MARCXML -> new MarcXmlWriter(out);
            case JSON -> new JsonWriter(out, json);
            case CSV -> new CsvWriter(out);
            case RIS -> new RisWriter(out);
            case BIBTEX -> new BibtexWriter(out);
            case CITATION -> new CitationWriter(out);
        };
    }
}

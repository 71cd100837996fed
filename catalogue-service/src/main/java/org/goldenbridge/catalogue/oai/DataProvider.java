package org.goldenbridge.catalogue.oai;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Answers the six requests of OAI-PMH 2.0 (4), each with a whole document (3.2). */
@Singleton
class DataProvider {
    /** No record is older than the catalogue itself. */
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final Repository repository;
    private final HarvestFeed feed;
    private final ListPages lists;
    private final RecordWriter writer;
    private final Clock clock;

    DataProvider(Repository repository, HarvestFeed feed, ListPages lists, RecordWriter writer, Clock clock) {
        this.repository = repository;
        this.feed = feed;
        this.lists = lists;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * The answer to a request.
     *
     * @param encoded the arguments, URL-encoded
     */
    byte[] answer(String encoded) throws SQLException {
        Map<String, String> repeated = Map.of();
        try {
            var request = Request.of(Argument.read(encoded));
            repeated = request.repeated();
            return answer(request);
        } catch (ProtocolError e) {
            var answer = open(clock.instant(), e.isOfTheArguments() ? Map.of() : repeated);
            answer.markup("<error").attribute("code", e.code().toString()).markup(">");
            return close(answer.content(String.valueOf(e.getMessage())).markup("</error>"));
        }
    }

    private byte[] answer(Request request) throws SQLException {
        return switch (request.verb()) {
            case IDENTIFY -> document(request, clock.instant(), this::identify);
            case LIST_METADATA_FORMATS -> document(request, clock.instant(), answer -> listFormats(request, answer));
            case LIST_SETS -> document(request, clock.instant(), answer -> listSets(request, answer));
            case GET_RECORD -> document(request, clock.instant(), answer -> getRecord(request, answer));
            case LIST_IDENTIFIERS, LIST_RECORDS -> {
                var state = lists.find(request);
                // Complete up to then: who harvests from this date on, whichever page it stood on, misses nothing.
                yield document(request, state.asOf(), answer -> lists.write(request.verb(), state, answer));
            }
        };
    }

    /** What stands inside the element of the verb. */
    private interface Content {
        void write(Xml answer) throws SQLException;
    }

    private byte[] document(Request request, Instant responseDate, Content content) throws SQLException {
        var verb = request.verb();
        var answer = open(responseDate, request.repeated()).markup("<" + verb + ">");
        content.write(answer);
        return close(answer.markup("</" + verb + ">"));
    }

    private Xml open(Instant responseDate, Map<String, String> repeated) {
        var answer = new Xml()
                .markup("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
                        xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">""")
                .element("responseDate", Datestamp.of(responseDate))
                .markup("<request");
        repeated.forEach(answer::attribute);
        return answer.markup(">").content(repository.baseUrl()).markup("</request>");
    }

    private static byte[] close(Xml answer) {
        return answer.markup("</OAI-PMH>\n").raw().toString().getBytes(StandardCharsets.UTF_8);
    }

    private void identify(Xml answer) throws SQLException {
        answer.element("repositoryName", repository.name())
                .element("baseURL", repository.baseUrl())
                .element("protocolVersion", "2.0")
                .element("adminEmail", repository.adminEmail())
                .element("earliestDatestamp", Datestamp.of(feed.earliest().orElse(BEGINNING)))
                .element("deletedRecord", "persistent")
                .element("granularity", "YYYY-MM-DDThh:mm:ssZ")
                .element("compression", "gzip")
                .markup("""
                        <description><oai-identifier xmlns="http://www.openarchives.org/OAI/2.0/oai-identifier" \
                        xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai-identifier \
                        http://www.openarchives.org/OAI/2.0/oai-identifier.xsd">""")
                .element("scheme", "oai")
                .element("repositoryIdentifier", repository.namespace())
                .element("delimiter", ":")
                .element("sampleIdentifier", repository.identifier("0193b2f4-8c00-7000-8000-000000000001"))
                .markup("</oai-identifier></description>");
    }

    private void listFormats(Request request, Xml answer) throws SQLException {
        var identifier = request.argument(Argument.IDENTIFIER);
        if (identifier.isPresent()) {
            required(identifier.get(), Format.OAI_DC); // every record can be had in every format
        }
        for (var format : Format.values()) {
            answer.markup("<metadataFormat>")
                    .element("metadataPrefix", format.prefix())
                    .element("schema", format.schema())
                    .element("metadataNamespace", format.namespace())
                    .markup("</metadataFormat>");
        }
    }

    private void listSets(Request request, Xml answer) throws SQLException {
        if (request.argument(Argument.RESUMPTION_TOKEN).isPresent()) {
            throw ProtocolError.badResumptionToken(); // the list of sets is whole: none was ever given
        }
        for (var set : HarvestSet.all(feed.setsOfCentres())) {
            answer.markup("<set>")
                    .element("setSpec", set.spec())
                    .element("setName", set.name())
                    .markup("</set>");
        }
    }

    private void getRecord(Request request, Xml answer) throws SQLException {
        var format = Format.of(request.required(Argument.METADATA_PREFIX));
        var entry = required(request.required(Argument.IDENTIFIER), format);
        if (!writer.record(entry, format, "", answer)) {
            throw ProtocolError.cannotDisseminateFormat(
                    "This record cannot be written in that format. Staff know of it.");
        }
    }

    private Entry required(String identifier, Format format) throws SQLException {
        UUID id = repository.recordOf(identifier).orElseThrow(ProtocolError::idDoesNotExist);
        return feed.record(format.prefix(), id).orElseThrow(ProtocolError::idDoesNotExist);
    }
}

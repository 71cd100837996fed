package org.goldenbridge.catalogue.oai;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.goldenbridge.platform.cursor.SignedCursors;

/**
 * Where coverage-guided fuzzing gets in: any bytes as the arguments of a harvester ({@code mvn -Pfuzz}). Every answer is a
 * document of the protocol that keeps to its schema; the catalogue behind it holds one record.
 */
public final class OaiTarget {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String RECORD = "0193b2f4-8c00-7000-8000-000000000001";
    private static final Entry ENTRY = new Entry(
            RECORD,
            7,
            NOW,
            false,
            List.of("centre:beijing", "kind:book"),
            "<record xmlns=\"http://www.loc.gov/MARC21/slim\"><leader>00000nam a2200000   4500</leader></record>",
            List.of());
    private static final ResumptionTokens TOKENS = new ResumptionTokens(cursors());
    private static final DataProvider PROVIDER = provider();

    private OaiTarget() {}

    /** Called by the fuzzer, by this name. */
    public static void fuzzerTestOneInput(byte[] query) throws SQLException {
        var answer = PROVIDER.answer(new String(query, StandardCharsets.UTF_8));
        Answer.of(new String(answer, StandardCharsets.UTF_8));
    }

    /** Writes requests to begin from, each into a file of its own. */
    public static void writeSeeds(Path folder) throws IOException {
        var state = new ListState(Format.MARCXML, "kind:book", 7, RECORD, 9, NOW, 1, 2);
        var seeds = List.of(
                "verb=Identify",
                "verb=ListSets",
                "verb=ListSets&resumptionToken=x",
                "verb=ListMetadataFormats&identifier=oai%3Agoldenbridge.example.org%3A" + RECORD,
                "verb=GetRecord&metadataPrefix=marcxml&identifier=oai:goldenbridge.example.org:" + RECORD,
                "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:goldenbridge.example.org:" + RECORD,
                "verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-11-21&set=kind:book:rare-book",
                "verb=ListRecords&metadataPrefix=marcxml&from=2026-01-01T00:00:00Z&until=2026-11-21T00:00:00Z",
                "verb=ListIdentifiers&metadataPrefix=marcxml&set=centre%3Abeijing",
                "verb=ListIdentifiers&metadataPrefix=marcxml&from=0001-01-01&until=9999-12-31",
                "verb=ListIdentifiers&metadataPrefix=oai_dc&from=0001-01-01T00:00:00Z&until=9999-12-31T23:59:59Z",
                "verb=ListRecords&resumptionToken=" + TOKENS.write(Verb.LIST_RECORDS, state, NOW),
                "verb=ListIdentifiers&resumptionToken="
                        + TOKENS.write(Verb.LIST_IDENTIFIERS, state, NOW.minusSeconds(700_000)));
        Files.createDirectories(folder);
        for (int nth = 0; nth < seeds.size(); nth++) {
            Files.writeString(folder.resolve("seed-" + nth), seeds.get(nth));
        }
    }

    private static DataProvider provider() {
        var repository = new Repository(
                "http://localhost:8080",
                "Goldenbridge",
                "catalogue@goldenbridge.example.org",
                "goldenbridge.example.org");
        var writer = new RecordWriter(repository, new SkippedRecords(), "KZ-GB");
        var feed = new OneRecord();
        return new DataProvider(repository, feed, new OneList(feed, writer), writer, CLOCK);
    }

    /** The platform makes them for services only. */
    private static SignedCursors cursors() {
        try {
            var constructor = SignedCursors.class.getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            return constructor.newInstance("fuzzing");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class OneRecord extends HarvestFeed {
        OneRecord() {
            super(null);
        }

        @Override
        void read(ListState state, Part part, int atMost, Predicate<Entry> reader) {
            if (state.number() <= ENTRY.number() && ENTRY.number() <= state.through()) {
                var unused = reader.test(ENTRY); // whether it wants another one, which there is not
            }
        }

        @Override
        Optional<Entry> record(String feed, UUID id) {
            return Optional.of(ENTRY).filter(entry -> entry.item().equals(id.toString()));
        }

        @Override
        Optional<Instant> earliest() {
            return Optional.of(ENTRY.stamp());
        }

        @Override
        List<HarvestSet> setsOfCentres() {
            return List.of(HarvestSet.ofCentre("beijing", "Beijing"));
        }
    }

    private static final class OneList extends ListPages {
        OneList(HarvestFeed feed, RecordWriter writer) {
            super(null, feed, writer, TOKENS, CLOCK, 250, 1000);
        }

        /** As the real one does, but for what only the database knows. */
        @Override
        ListState find(Request request) throws SQLException {
            if (request.argument(Argument.RESUMPTION_TOKEN).isPresent()) {
                return super.find(request);
            }
            var format = Format.of(request.required(Argument.METADATA_PREFIX));
            var isOver = request.until()
                    .map(Datestamp::last)
                    .filter(ENTRY.stamp()::isAfter)
                    .isPresent();
            var isEarly = request.from()
                    .map(from -> from.first().minusSeconds(1))
                    .filter(NOW::isBefore)
                    .isPresent();
            if (isOver || isEarly) {
                throw ProtocolError.noRecordsMatch();
            }
            return ListState.begin(format, request.argument(Argument.SET).orElse(""), 0, 9, NOW)
                    .counted(1);
        }
    }
}

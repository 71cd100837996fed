package org.goldenbridge.acceptance.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.acceptance.network.SyntheticRecords;
import org.goldenbridge.local.LocalProcess;
import org.goldenbridge.testing.Eventually;
import org.marc4j.MarcStreamReader;
import org.postgresql.PGConnection;

/**
 * Measures the catalogue with a million records: planning and applying an import beside marc4j alone and beside COPY, a whole
 * harvest beside COPY of the same XML, pages at the beginning and at the end, and the heap all the while.
 */
public final class CatalogueBenchmarks {
    private static final int PAGES = 31;
    private static final long SEED = 1;

    private final long records;
    private final Path folder;
    private final Chapter chapter;

    private CatalogueBenchmarks(Path document, long records) {
        this.records = records;
        this.chapter = new Chapter(document.toAbsolutePath().normalize(), "catalogue");
        this.folder =
                document.toAbsolutePath().normalize().getParent().resolveSibling("deploy/acceptance/target/bench");
    }

    /** Takes the file to write, and how many records there shall be. */
    public static void main(String[] args) throws IOException, SQLException {
        Locale.setDefault(Locale.ROOT);
        new CatalogueBenchmarks(Path.of(args[0]), Long.parseLong(args[1])).run();
        System.exit(0);
    }

    private void run() throws IOException, SQLException {
        var loadBefore = Machine.load();
        Files.createDirectories(folder);
        var file = folder.resolve("synthetic.mrc");
        say("Writing %,d records ...", records);
        try (var out = Files.newOutputStream(file)) {
            new SyntheticRecords(1, records, SEED).transferTo(out);
        }
        var marc4j = perSecond(() -> readWithMarc4j(file));
        say("marc4j alone: %,.0f records/s", marc4j);
        try (var stage = Stage.plain(folder.resolve("catalogue-network"))) {
            new Desk(stage);
            var catalogue = new Catalogue(stage, file);
            // Only the catalogue is measured; the others told it of the centres and are not needed any more.
            stage.network().service(Stage.CENTRES, 0).stop();
            stage.network().instances(Stage.EVENTS).forEach(LocalProcess::stop);
            var service = stage.network().service("catalogue-service", 0);
            try (var heap = new HeapWatch(service)) {
                var upload = seconds(() -> catalogue.send());
                say("Uploaded in %.1f s", upload);
                var plan = catalogue.awaitState("planned");
                say("Planned in %.1f s", plan);
                var apply = seconds(catalogue::apply) + catalogue.awaitState("applied");
                say("Applied in %.1f s", apply);
                var told = seconds(() -> Eventually.within(
                        Duration.ofMinutes(20),
                        "the feeds and Kafka know all of it",
                        () -> stage.database().number("select count(*) from catalogue.outbox") == 0));
                say("Told %.1f s later", told);
                stage.database().execute("vacuum (analyze) catalogue.record, catalogue.feed_item");
                var harvest = new Harvest(service.address());
                var harvested = seconds(harvest::everything);
                say("Harvested %,d records in %.1f s", harvest.records(), harvested);
                if (harvest.records() != records) {
                    throw new IllegalStateException("Harvested " + harvest.records() + " of " + records);
                }
                var pages = harvest.pages(PAGES);
                say("%s", pages);
                var again = catalogue.again();
                say("%s", again);
                var copyOut = perSecond(() -> copyOut(stage));
                var copyIn = perSecond(() -> copyIn(stage));
                say("COPY to standard output: %,.0f/s; COPY into a table: %,.0f/s", copyOut, copyIn);
                chapter.write(CatalogueReport.write(
                        records,
                        Files.size(file),
                        loadBefore,
                        marc4j,
                        copyIn,
                        copyOut,
                        upload,
                        plan,
                        apply,
                        told,
                        records / harvested,
                        pages,
                        again,
                        heap.most(),
                        Machine.megabytes(service)));
            }
        }
    }

    private interface Work {
        void run() throws IOException, SQLException;
    }

    private static double seconds(Work work) throws IOException, SQLException {
        var begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private double perSecond(Work work) throws IOException, SQLException {
        return records / seconds(work);
    }

    private void readWithMarc4j(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var reader = new MarcStreamReader(in, "UTF-8");
            long read = 0;
            while (reader.hasNext()) {
                reader.next();
                read++;
            }
            if (read != records) {
                throw new IllegalStateException("marc4j read " + read);
            }
        }
    }

    private Path copied() {
        return folder.resolve("copied.txt");
    }

    /** What the harvest is compared with: the database gives the same XML away, and nothing else happens. */
    private void copyOut(Stage stage) throws IOException, SQLException {
        try (var connection = stage.database().connect();
                OutputStream out = Files.newOutputStream(copied())) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select id, marcxml from catalogue.record order by id) to stdout", out);
        }
    }

    /** What the import is compared with: the same records go into a table without an index, and nothing else happens. */
    private void copyIn(Stage stage) throws IOException, SQLException {
        stage.database().execute("create table catalogue.copied (id uuid, marcxml text)");
        try (var connection = stage.database().connect();
                InputStream in = Files.newInputStream(copied())) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy catalogue.copied from stdin", in);
        }
    }

    private static void say(String format, Object... values) {
        System.out.printf(format + "%n", values);
    }
}

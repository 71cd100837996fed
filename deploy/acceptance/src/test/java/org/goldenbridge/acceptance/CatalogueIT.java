package org.goldenbridge.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.goldenbridge.acceptance.network.Cataloguer;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.acceptance.network.SyntheticRecords;
import org.goldenbridge.local.ServiceProcess;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A file of records is taken in at Beijing, and partners harvest it with the tools that they have. */
@ExtendWith(OnStage.class)
@Order(8)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueIT {
    private static final int RECORDS = 1_500;
    private static final Pattern IDENTIFIER = Pattern.compile("<identifier>([^<]+)</identifier>");
    private static final Pattern TOKEN = Pattern.compile("<resumptionToken[^>]*>([^<]+)</resumptionToken>");

    private final Stage stage;

    CatalogueIT(Stage stage, Desk desk) {
        assertTrue(desk.stage() == stage);
        this.stage = stage;
    }

    @BeforeAll
    void aFileIsTakenIn() {
        var cataloguer = new Cataloguer(stage, stage.gateway());
        cataloguer.source("harvested");
        var file = BodyPublishers.ofInputStream(() -> new SyntheticRecords(1, RECORDS, 3));
        var taken = cataloguer.send("harvested", "harvested.mrc", file);
        cataloguer.await(taken, "planned", Duration.ofSeconds(60));
        cataloguer.apply(taken);
        cataloguer.await(taken, "applied", Duration.ofSeconds(60));
        Eventually.within(
                Duration.ofSeconds(30),
                "partners see all of it",
                () -> identifiers(stage.gateway()).equals(inTheDatabase()));
    }

    /** The identifiers of all records that the database holds, deleted ones too. */
    private Set<String> inTheDatabase() {
        return stage.database().rows("select id::text as id from catalogue.record").stream()
                .map(row -> row.get("id").toString())
                .collect(Collectors.toSet());
    }

    private static String uuid(String oaiIdentifier) {
        return oaiIdentifier.substring(oaiIdentifier.lastIndexOf(':') + 1);
    }

    private static Set<String> identifiers(URI address) {
        return new HashSet<>(headers(List.of(address)));
    }

    /** Harvests the headers; each page is asked for at the next of the addresses. */
    private static List<String> headers(List<URI> addresses) {
        var found = new ArrayList<String>();
        var query = "verb=ListIdentifiers&metadataPrefix=oai_dc";
        for (var page = 0; !query.isEmpty(); page++) {
            var answer = new Client(addresses.get(page % addresses.size()), "")
                    .get("/oai?" + query)
                    .expect(200)
                    .text();
            IDENTIFIER.matcher(answer).results().forEach(match -> found.add(uuid(match.group(1))));
            query = next(answer, "ListIdentifiers");
        }
        return found;
    }

    private static String next(String answer, String verb) {
        var token = TOKEN.matcher(answer);
        return token.find()
                ? "verb=" + verb + "&resumptionToken=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
                : "";
    }

    @Test
    void aHarvesterInPerlTakesEveryRecordOnceAsMarcxml() throws Exception {
        needs("HTTP::OAI", "libhttp-oai-perl");
        var lines = perl("http-oai.pl", stage.gateway() + "/oai", "marcxml");
        assertEveryRecordOnce(lines);
        assertTrue(lines.stream().noneMatch(line -> line.endsWith(" 0")), "a record without fields");
    }

    @Test
    void aHarvesterInPerlTakesASetAsDublinCore() throws Exception {
        needs("HTTP::OAI", "libhttp-oai-perl");
        var lines = perl("http-oai.pl", stage.gateway() + "/oai", "oai_dc", "set", "centre:beijing");
        assertEveryRecordOnce(lines);
        assertTrue(lines.stream().noneMatch(line -> line.endsWith(" 0")), "a record without elements");
    }

    @Test
    void catmanduTakesEveryRecordOnceWithItsTitle() throws Exception {
        needs("Catmandu::Importer::OAI", "libcatmandu-oai-perl");
        var lines = perl("catmandu-oai.pl", stage.gateway() + "/oai");
        assertEveryRecordOnce(lines);
        assertTrue(lines.stream().noneMatch(line -> line.endsWith(" untitled")), "a record without a title");
    }

    private void assertEveryRecordOnce(List<String> lines) {
        var harvested = lines.stream().map(line -> uuid(line.split(" ", 2)[0])).toList();
        assertEquals(harvested.size(), new HashSet<>(harvested).size(), "a record came twice");
        assertEquals(inTheDatabase(), new HashSet<>(harvested));
        assertTrue(harvested.size() >= RECORDS);
    }

    @Test
    void aTokenOfOneInstanceGoesOnAtAnotherAndAfterARestart() {
        var second = stage.network().service("catalogue-service", 1);
        var first = stage.network().service("catalogue-service", 0);
        second.start();
        try {
            second.awaitReady(Duration.ofSeconds(60));
            var inTurns = headers(List.of(first.address(), second.address()));
            assertEquals(inTheDatabase(), new HashSet<>(inTurns));
            assertEquals(inTurns.size(), new HashSet<>(inTurns).size());

            var page = page(first, "verb=ListRecords&metadataPrefix=marcxml");
            var next = next(page, "ListRecords");
            assertNotEquals("", next);
            var before = page(first, next);
            first.kill();
            var elsewhere = page(second, next);
            first.start();
            first.awaitReady(Duration.ofSeconds(60));
            assertEquals(records(before), records(elsewhere));
            assertEquals(records(before), records(page(first, next)));
        } finally {
            second.stop();
            stage.heal();
        }
    }

    private static String page(ServiceProcess service, String query) {
        return new Client(service.address(), "")
                .get("/oai?" + query)
                .expect(200)
                .text();
    }

    /** The records of a page, without the time at which it was answered and the token that was made then. */
    private static String records(String page) {
        return page.substring(page.indexOf("<ListRecords>"), page.indexOf("<resumptionToken"));
    }

    private static void needs(String module, String debianPackage) throws IOException, InterruptedException {
        var check = run(List.of("perl", "-M" + module, "-e", "1"));
        assumeTrue(
                check.code() == 0,
                "LEFT OUT: the harvest with " + module + ", for it is not installed (Debian package " + debianPackage
                        + ")");
    }

    private static List<String> perl(String script, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of("perl", Path.of("src/test/perl").resolve(script).toString()));
        command.addAll(Arrays.asList(arguments));
        var done = run(command);
        assertEquals(0, done.code(), done.said());
        return done.said().lines().toList();
    }

    private record Done(int code, String said) {}

    private static Done run(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return new Done(-1, "There is no " + command.get(0));
        }
        try {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(60, TimeUnit.SECONDS)
                    ? new Done(process.exitValue(), said)
                    : new Done(-1, "It did not end");
        } finally {
            process.destroyForcibly();
        }
    }
}

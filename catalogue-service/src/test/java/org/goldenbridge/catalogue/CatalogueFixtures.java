package org.goldenbridge.catalogue;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.goldenbridge.platform.testing.Eventually;
import org.goldenbridge.platform.testing.FactLog;
import org.goldenbridge.platform.testing.TestPostgres;
import org.goldenbridge.platform.testing.TestTokens;

/** A centre of the test's own, told over Kafka as centre-service would, and one-word ways to use the API there. */
public final class Network {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String CENTRES = "centre.centres";
    private static final String CHANGED = "org.goldenbridge.centre.changed.v1";
    private static boolean hasTopic;

    private Network() {}

    /** A centre, and those who work there. */
    public record TestCentre(String id) {
        public String cataloguer() {
            return TestTokens.of(id + "-cataloguer", "/" + id + "/cataloguer");
        }

        public String manager() {
            return TestTokens.of(id + "-manager", "/" + id + "/manager");
        }

        public String staff() {
            return TestTokens.of(id + "-staff", "/" + id + "/staff");
        }
    }

    /** A centre that the service knows when this returns. */
    public static TestCentre centre() {
        var id = unique("centre");
        tellCentre(id, 1, false);
        return new TestCentre(id);
    }

    /** Tells a centre, new or changed, and waits until it is known. */
    public static void tellCentre(String id, int version, boolean withdrawn) {
        ensureTopic();
        FactLog.send(CENTRES, id, FactLog.fact(CHANGED, id, """
                {"id":"%s","version":%d,"withdrawn":%s,"name":{"en":"Centre %s"},"city":{"en":"City"},"country":"CN",
                 "address":{"en":"1 Street"},"zone":"Asia/Shanghai","openingHours":[],"closures":[]}""".formatted(id, version, withdrawn, id)));
        Eventually.isTrue(
                "centre " + id + " is known",
                () -> count("select 1 from holding_centre where id = '" + id + "' and version >= " + version) == 1);
    }

    private static synchronized void ensureTopic() {
        if (!hasTopic) {
            FactLog.create(CENTRES);
            hasTopic = true;
        }
    }

    public static String administrator() {
        return TestTokens.of("administrator", "/network/administrator");
    }

    /** A word that no other test uses; letters and digits, so that it is one word to a search too. */
    public static String unique(String word) {
        return word + COUNT.incrementAndGet() + "x" + Long.toString(System.nanoTime(), 36);
    }

    /** A book with that title. */
    public static Map<String, Object> book(TestCentre centre, String title) {
        return record(centre, "book", marc(field("245", "00", "a", title)));
    }

    /** The body of a record. */
    public static Map<String, Object> record(TestCentre centre, String kind, Map<String, Object> marc) {
        return with("centreId", centre.id(), "kind", kind, "hidden", false, "marc", marc);
    }

    /** The MARC record of a printed book with these fields and an 008. */
    @SafeVarargs
    public static Map<String, Object> marc(Map<String, Object>... dataFields) {
        var fields = new ArrayList<Map<String, Object>>();
        for (var field : dataFields) {
            fields.add(field);
        }
        return with(
                "leader",
                "00000nam a2200000 i 4500",
                "controlFields",
                List.of(with("tag", "008", "value", "261121s1942    kz            000 1 kaz d")),
                "dataFields",
                fields);
    }

    /** A field from its tag, both indicators, and codes and values in turn. */
    public static Map<String, Object> field(String tag, String indicators, String... codesAndValues) {
        var subfields = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < codesAndValues.length; i += 2) {
            subfields.add(with("code", codesAndValues[i], "value", codesAndValues[i + 1]));
        }
        return with(
                "tag",
                tag,
                "ind1",
                indicators.substring(0, 1),
                "ind2",
                indicators.substring(1),
                "subfields",
                subfields);
    }

    /** Enters a record and tells its id. */
    public static String entered(TestCentre centre, Map<String, Object> record) {
        return post(centre.cataloguer(), "/v1/records", record)
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The body of an item. */
    public static Map<String, Object> item(TestCentre centre, String record, String barcode) {
        return with(
                "recordId",
                record,
                "centreId",
                centre.id(),
                "barcode",
                barcode,
                "shelf",
                "Library, A 12",
                "condition",
                "good",
                "status",
                "available");
    }

    /** Enters an item and tells its id. */
    public static String held(TestCentre centre, Map<String, Object> item) {
        return post(centre.cataloguer(), "/v1/items", item)
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public static ValidatableResponse get(String path) {
        return given().get(path).then();
    }

    public static ValidatableResponse get(String token, String path) {
        return as(token).get(path).then();
    }

    public static ValidatableResponse post(String token, String path, Object body) {
        return as(token).contentType(ContentType.JSON).body(body).post(path).then();
    }

    public static ValidatableResponse post(String token, String path, String ifMatch, Object body) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(body)
                .post(path)
                .then();
    }

    public static ValidatableResponse put(String token, String path, String ifMatch, Object body) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(body)
                .put(path)
                .then();
    }

    public static ValidatableResponse delete(String token, String path, String ifMatch) {
        return as(token).header("If-Match", ifMatch).delete(path).then();
    }

    /** The tag of what an administrator reads there. */
    public static String tag(String path) {
        return get(administrator(), path).statusCode(200).extract().header("ETag");
    }

    /** A map that can be changed and may hold nulls, from names and values in turn. */
    public static Map<String, Object> with(Object... namesAndValues) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /** The same body with one field changed. */
    public static Map<String, Object> but(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    /** How many rows a query finds. */
    public static long count(String sql) {
        return Long.parseLong(value("select count(*) from (" + sql + ") as found"));
    }

    /** The one value that a query finds, as text. */
    public static String value(String sql) {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does all of it at the same moment, and tells what came of each. */
    public static <T> List<T> together(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(work.size());
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            var running = work.stream()
                    .map(one -> threads.submit(() -> {
                        start.await();
                        return one.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var result : running) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    /** Waits until everything that was told has been numbered and sent: the feeds are up to date then. */
    public static void awaitFeeds() {
        Eventually.isTrue("the outbox is empty", () -> count("select 1 from outbox") == 0);
    }
}

package org.goldenbridge.catalogue;

import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.get;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.unique;
import static org.goldenbridge.testing.RestApi.with;
import static org.goldenbridge.testing.TestPostgres.count;

import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.goldenbridge.catalogue.centre.CentreCopies;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.Facts;
import org.goldenbridge.testing.KafkaTopics;
import org.goldenbridge.testing.TestTokens;

/** A centre of the test's own, known to the service without a way over Kafka, and one-word ways to use the API there. */
public final class CatalogueFixtures {
    private CatalogueFixtures() {}

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
        applyCentre(id, 1, false);
        return new TestCentre(id);
    }

    /**
     * Applies a fact of centre-service to the local copy of a centre, as its consumer does when it comes over Kafka; the copy
     * is there when this returns. Tests of the consumer itself send with {@link KafkaTopics}.
     */
    public static void applyCentre(String id, int version, boolean withdrawn) {
        var fact = Facts.fact("org.goldenbridge.centre.changed.v1", id, """
                {"id":"%s","version":%d,"withdrawn":%s,"name":{"en":"Centre %s"},"city":{"en":"City"},"country":"CN",
                 "address":{"en":"1 Street"},"zone":"Asia/Shanghai","openingHours":[],"closures":[]}""".formatted(id, version, withdrawn, id));
        CDI.current()
                .select(CentreCopies.class)
                .get()
                .centre(new ConsumerRecord<>("centre.centres", 0, 0, id, fact.getBytes(StandardCharsets.UTF_8)));
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
        return created(post(centre.cataloguer(), "/v1/records", record));
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
        return created(post(centre.cataloguer(), "/v1/items", item));
    }

    /** The entity tag of what an administrator reads there. */
    public static String tag(String path) {
        return get(administrator(), path).statusCode(200).header("ETag");
    }

    /** Waits until everything that was told has been numbered and sent: the feeds are up to date then. */
    public static void awaitFeeds() {
        Eventually.isTrue("the outbox is empty", () -> count("select 1 from outbox") == 0);
    }
}

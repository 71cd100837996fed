package org.goldenbridge.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * What a service stands on, real and once for each test run: PostgreSQL with the service's role and schema, a Kafka
 * broker, and an issuer of tokens. The init argument {@code schema} names role and schema.
 */
public class TestInfrastructure implements QuarkusTestResourceLifecycleManager {
    private String schema = "test";

    @Override
    public void init(Map<String, String> arguments) {
        schema = arguments.getOrDefault("schema", schema);
    }

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<String, String>();
        settings.putAll(TestPostgres.start(schema));
        settings.putAll(TestKafka.start());
        settings.putAll(TestTokens.start());
        settings.put("goldenbridge.cursor-secret", "a secret of the tests, the same for both instances");
        settings.put("goldenbridge.desk-secret", "a secret of the tests, for cookies of the desk");
        settings.put("goldenbridge.desk-client-secret", TestTokens.CLIENT_SECRET);
        // Tests ask as fast as they can, from this machine; whoever asks from elsewhere soon asks too much.
        settings.put("goldenbridge.limits.exempt", "127.0.0.0/8,::1");
        settings.put("goldenbridge.limits.anonymous", "1");
        settings.put("goldenbridge.limits.signed-in", "2");
        settings.put("goldenbridge.limits.saved", "10s");
        settings.put("goldenbridge.limits.grants-check", "1s");
        return settings;
    }

    @Override
    public void stop() {
        TestTokens.stop();
        TestKafka.stop();
        TestPostgres.stop();
    }
}

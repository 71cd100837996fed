package org.goldenbridge.platform.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RelayTest {
    @Test
    @DisplayName("E76 numbering goes on after a failure that nobody expected")
    void goesOnAfterAFailureThatNobodyExpected() throws Exception {
        Schema.empty();
        try (var writer = Schema.connect()) {
            Schema.append(writer, "a");
        }
        var relay = new FailingRelay();
        var numbering = new Thread(relay::numberWhileRunning);
        numbering.setDaemon(true);
        numbering.start();
        try {
            Eventually.isTrue("the row is numbered", () -> isNumbered());
        } finally {
            relay.stop(new ShutdownEvent());
            numbering.join(5_000);
        }
    }

    private static boolean isNumbered() {
        try {
            return Schema.number("select count(*) from outbox where number is not null") == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class FailingRelay extends Relay {
        private final AtomicBoolean failed = new AtomicBoolean();

        FailingRelay() {
            super(
                    new RelayAlarm(),
                    null,
                    new OutboxProducers(Map.of(), "test-service"),
                    new CloudEventWriter(new ObjectMapper(), "test-service"),
                    "",
                    "",
                    "");
        }

        @Override
        Connection connect() throws SQLException {
            if (failed.compareAndSet(false, true)) {
                throw new IllegalStateException("a failure that nobody expected");
            }
            return Schema.connect();
        }
    }
}

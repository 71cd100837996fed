package org.goldenbridge.platform.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A numbered row of the outbox; without a topic it only moved items of the change feeds. */
record OutboxRow(
        long number,
        String eventId,
        @Nullable String topic,
        String type,
        String key,
        String data,
        @Nullable String traceparent,
        Instant recordedAt) {
    static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }
}

package org.goldenbridge.event.publicschedule;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Conditions of SQL with their values, each value where its question mark stands. */
final class Condition {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** All of which hold; each begins with {@code and}. */
    Condition and(String condition, Object... its) {
        sql.append(" and ").append(condition);
        values.addAll(List.of(its));
        return this;
    }

    /** A condition around others, which go on inside it with {@code and}. */
    Condition within(String before, Condition others, String after) {
        sql.append(" and ").append(before).append(others.sql).append(after);
        values.addAll(others.values);
        return this;
    }

    boolean isEmpty() {
        return sql.isEmpty();
    }

    String sql() {
        return sql.toString();
    }

    /** Fills in the values from that question mark on, and says which comes after them. */
    int fill(PreparedStatement statement, int first) throws SQLException {
        var nth = first;
        for (var value : values) {
            set(statement, nth++, value);
        }
        return nth;
    }

    private static void set(PreparedStatement statement, int nth, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            statement.setObject(nth, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof LocalDate day) {
            statement.setObject(nth, day, Types.DATE);
        } else if (value instanceof UUID[] ids) {
            statement.setArray(nth, statement.getConnection().createArrayOf("uuid", ids));
        } else if (value instanceof String[] texts) {
            statement.setArray(nth, statement.getConnection().createArrayOf("text", texts));
        } else {
            statement.setObject(nth, value);
        }
    }
}

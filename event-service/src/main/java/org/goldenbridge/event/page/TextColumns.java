package org.goldenbridge.event.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Reads texts in several languages out of a row. */
@Singleton
public class TextColumns {
    private final ObjectMapper json;

    TextColumns(ObjectMapper json) {
        this.json = json;
    }

    /** The text of a column that is never empty. */
    public LocalizedText text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(nullable(row, column), column);
    }

    /** The text of a column, or null. */
    public @Nullable LocalizedText nullable(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        try {
            return text == null ? null : json.readValue(text, LocalizedText.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What we wrote ourselves in " + column + " can be read", e);
        }
    }
}

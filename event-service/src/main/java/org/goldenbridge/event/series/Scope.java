package org.goldenbridge.event.series;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.words.Words;

/** Which sessions of a series a change is for; one alone is moved or cancelled as any session. */
@Schema(name = "SeriesScope", description = "Which sessions of a series a change is for.")
public enum Scope {
    ALL,
    FROM;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }
}

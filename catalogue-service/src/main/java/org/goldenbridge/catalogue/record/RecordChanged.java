package org.goldenbridge.catalogue.record;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.outbox.Fact;
import org.goldenbridge.platform.outbox.Topic;
import org.jspecify.annotations.Nullable;

/** The fact that a record changed, with what the other services show of it. */
record RecordChanged(
        UUID id,
        long version,
        String centreId,
        RecordKind kind,
        RecordState state,
        boolean hidden,
        @Nullable UUID mergedInto,
        String title,
        List<TitleView> titles,
        @Nullable Integer year,
        List<String> languages) {
    private static final String TOPIC = "catalogue.records";

    static Fact of(Record record) {
        var changed = new RecordChanged(
                record.id,
                record.version,
                record.centreId,
                record.kind,
                record.state,
                record.hidden,
                record.mergedInto,
                record.title,
                record.description().titles().stream().map(TitleView::of).toList(),
                record.year,
                record.languages);
        return new Fact(TOPIC, "org.goldenbridge.record.changed.v1", record.id.toString(), changed);
    }

    /** Declares the topic, so that it is created. */
    static class Owner {
        @jakarta.enterprise.inject.Produces
        @Singleton
        Topic topic() {
            return Topic.ofFacts(TOPIC);
        }
    }
}

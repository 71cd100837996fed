package org.goldenbridge.platform.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A topic that this service owns, and therefore creates. A service declares each as a CDI bean.
 *
 * @param name the topic's name
 * @param partitions how many partitions it is created with
 * @param keptFor how long messages are kept; null means compacted: the last of each key is kept for ever
 */
public record Topic(String name, int partitions, @Nullable Duration keptFor) {
    /** Facts with the whole state of an aggregate: the last of each key stays. */
    public static Topic ofFacts(String name) {
        return new Topic(name, 3, null);
    }

    /** What could not be understood, kept for people to look at. */
    public static Topic ofDeadLetters(String name) {
        return new Topic(name, 1, Duration.ofDays(90));
    }
}

package org.goldenbridge.platform.outbox;

/**
 * Something that happened, to be told to the other services. It carries the whole state of what it is about, so that the
 * last one of each key is enough to know everything.
 *
 * @param topic where it is told; a topic that this service owns
 * @param type past tense and version, reverse domain name: {@code org.goldenbridge.thing.changed.v1}
 * @param key the aggregate's id; facts of one key stay in order
 * @param data the state, written as JSON
 */
public record Fact(String topic, String type, String key, Object data) {}

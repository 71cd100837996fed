package org.goldenbridge.acceptance.kill;

/** A place in event-service at which it can be made to die, as if somebody pulled the plug there. */
public enum KillPoint {
    /** A change by entities is written and not committed. */
    BEFORE_COMMIT("org.postgresql.jdbc.PgConnection", "commit", false),
    /** A change by entities is committed and nobody was told. */
    AFTER_COMMIT("org.postgresql.jdbc.PgConnection", "commit", true),
    /** A booking's one statement is ready and not sent. */
    BEFORE_BOOKING("org.goldenbridge.event.booking.BookingRounds", "together", false),
    /** A booking's one statement is committed and nobody was told. */
    AFTER_BOOKING("org.goldenbridge.event.booking.BookingRounds", "together", true),
    /** Rows of the outbox have their numbers and are not sent. */
    AFTER_NUMBERING("org.goldenbridge.platform.outbox.Sequencer", "number", true),
    /** The facts are in Kafka and their rows still in the outbox. */
    AFTER_SENDING("org.apache.kafka.clients.producer.KafkaProducer", "commitTransaction", true);

    final String type;
    final String method;
    final boolean atExit;

    KillPoint(String type, String method, boolean atExit) {
        this.type = type;
        this.method = method;
        this.atExit = atExit;
    }
}

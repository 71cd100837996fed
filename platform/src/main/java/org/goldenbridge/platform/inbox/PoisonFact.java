package org.goldenbridge.platform.inbox;

/** A message that can never be understood, however often it is read; it goes to the dead letters. */
final class PoisonFact extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason completes "The message cannot be understood: ..."; never the message's content */
    PoisonFact(String reason) {
        super("The message cannot be understood: " + reason);
    }
}

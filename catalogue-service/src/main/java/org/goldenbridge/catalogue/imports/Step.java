package org.goldenbridge.catalogue.imports;

import java.util.List;

/**
 * One of the three steps of an import: worked through in batches, each of which is one transaction that holds what is written
 * and how far the step has come.
 *
 * @param <E> what is worked on
 */
interface Step<E> {
    /** What comes next, read before the transaction begins; empty when the step is done. */
    List<E> next(Job job, FileReader file, int atMost);

    /** The step as it will be behind a batch, but for its counts. */
    Job behind(Job job, List<E> batch);

    /**
     * Works a batch through, in the caller's transaction.
     *
     * @return the step as it is behind the batch
     */
    Job work(Job job, List<E> batch);

    /**
     * Leaves one alone that cannot be worked on, and says so, in the caller's transaction.
     *
     * @param sentence what a person is told
     */
    Job giveUp(Job job, E one, String sentence);
}

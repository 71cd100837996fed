package org.goldenbridge.acceptance.naive;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people doing one thing at the same time. */
final class Together {
    private Together() {}

    interface Work {
        int run(int who) throws Exception;
    }

    /** Lets all work beside each other and adds up what they got. */
    static int count(int people, Work work) {
        var threads = Executors.newFixedThreadPool(people);
        try {
            var running = new ArrayList<Future<Integer>>();
            for (var person = 0; person < people; person++) {
                var who = person;
                running.add(threads.submit(() -> work.run(who)));
            }
            var sum = 0;
            for (var one : running) {
                sum += one.get();
            }
            return sum;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}

package org.goldenbridge.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Work of several threads that begins at one moment. */
public final class Concurrently {
    private Concurrently() {}

    /** Runs all of it, each in a thread of its own behind one barrier, and returns the results in the order of the work. */
    public static <T> List<T> together(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(work.size());
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            var running = work.stream()
                    .map(one -> threads.submit(() -> {
                        start.await();
                        return one.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var result : running) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}

package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Many workers doing one thing again and again for a while. */
final class Load {
    private Load() {}

    /** What a worker does; made once for each worker, so that it can hold a connection of its own. */
    interface Work extends AutoCloseable {
        void once() throws IOException, SQLException;

        @Override
        void close() throws IOException, SQLException;
    }

    interface Worker {
        Work start(int number) throws Exception;
    }

    /**
     * What came of it.
     *
     * @param perSecond how often it was done in a second by all together
     * @param medianMillis how long one took, half were quicker
     * @param slowMillis 99 of 100 were quicker
     */
    record Result(double perSecond, double medianMillis, double slowMillis) {}

    static Result run(int workers, double seconds, Worker worker) {
        return result(seconds, together(workers, number -> one(seconds, worker.start(number))));
    }

    private interface Timed {
        long[] run(int number) throws Exception;
    }

    private static List<long[]> together(int workers, Timed work) {
        var threads = Executors.newFixedThreadPool(workers);
        try {
            var running = new ArrayList<Future<long[]>>();
            for (var number = 0; number < workers; number++) {
                var own = number;
                running.add(threads.submit(() -> work.run(own)));
            }
            var all = new ArrayList<long[]>();
            for (var one : running) {
                all.add(one.get());
            }
            return all;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same so many times altogether instead of for a while. */
    static Result all(int workers, int times, Worker worker) {
        var left = new AtomicInteger(times);
        var begun = System.nanoTime();
        var all = together(workers, number -> {
            var took = new ArrayList<Long>();
            try (var work = worker.start(number)) {
                while (left.getAndDecrement() > 0) {
                    var before = System.nanoTime();
                    work.once();
                    took.add(System.nanoTime() - before);
                }
            }
            return took.stream().mapToLong(Long::longValue).toArray();
        });
        return result((System.nanoTime() - begun) / 1e9, all);
    }

    private static long[] one(double seconds, Work work) throws Exception {
        var took = new long[1 << 12];
        var done = 0;
        try (work) {
            var begun = System.nanoTime();
            var end = begun + (long) (seconds * 1e9);
            for (var now = begun; now < end; done++) {
                work.once();
                var after = System.nanoTime();
                if (done == took.length) {
                    took = Arrays.copyOf(took, 2 * done);
                }
                took[done] = after - now;
                now = after;
            }
        }
        return Arrays.copyOf(took, done);
    }

    private static Result result(double seconds, List<long[]> all) {
        var sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(
                sorted.length / seconds, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6);
    }
}

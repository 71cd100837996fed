package org.goldenbridge.local.demo;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A handful of hands that work at the same time; the first thing that goes wrong stops them all. */
final class Crew implements AutoCloseable {
    private static final int HANDS = 6;

    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, task -> {
        var thread = new Thread(task, "demo-network");
        thread.setDaemon(true);
        return thread;
    });

    <T> void each(Collection<T> things, Consumer<T> work) {
        var done = new ExecutorCompletionService<Void>(hands);
        var all = things.stream()
                .map(thing -> done.submit(() -> work.accept(thing), null))
                .toList();
        try {
            for (int i = 0; i < all.size(); i++) {
                done.take().get();
            }
        } catch (ExecutionException e) {
            all.forEach(rest -> rest.cancel(true));
            if (e.getCause() instanceof LoadingRefused refused) {
                throw refused;
            }
            throw new IllegalStateException("Loading the demo network failed", e.getCause());
        } catch (InterruptedException e) {
            all.forEach(rest -> rest.cancel(true));
            Thread.currentThread().interrupt();
            throw new LoadingRefused("Loading the demo network was interrupted.", e);
        }
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}

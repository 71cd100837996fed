package org.goldenbridge.event.booking;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.goldenbridge.platform.problem.Refusal;

/**
 * Takes requests for the same thing together when they come at the same time. The first goes at once; who comes while it is
 * under way stands in line, and when it is done all of the line go together, in the order in which they came. There are no
 * threads of its own: of those who wait the first does the work of all, so whoever is alone waits for nobody, and nobody
 * works for others more than once.
 *
 * @param <K> what is wanted
 * @param <R> a request for it
 * @param <O> what becomes of a request
 */
final class Rush<K, R, O> {
    private final BiFunction<K, List<R>, List<Supplier<O>>> work;
    private final int mostTogether;
    private final int longestLine;
    private final Duration patience;
    private final ConcurrentHashMap<K, ArrayDeque<Ticket<R, O>>> lines = new ConcurrentHashMap<>();

    /**
     * Makes one in which nobody stands yet.
     *
     * @param work does a round of requests, and says of each in the same order what became of it; what it says may throw
     * @param mostTogether how many go together at most
     * @param longestLine how many may stand in line for one thing; who comes then is refused at once
     * @param patience how long somebody stands in line at most
     */
    Rush(BiFunction<K, List<R>, List<Supplier<O>>> work, int mostTogether, int longestLine, Duration patience) {
        this.work = work;
        this.mostTogether = mostTogether;
        this.longestLine = longestLine;
        this.patience = patience;
    }

    /** One who waits. What they are told is what became of the request, or nothing: then it is their turn to do the work. */
    private static final class Ticket<R, O> {
        final R request;
        final CompletableFuture<Supplier<O>> outcome = new CompletableFuture<>();
        final CompletableFuture<Boolean> called = new CompletableFuture<>();

        Ticket(R request) {
            this.request = request;
        }

        void callToWork() {
            called.complete(true);
        }

        void tell(Supplier<O> became) {
            outcome.complete(became);
            called.complete(false);
        }
    }

    /**
     * Does the request, with others or alone, and says what became of it.
     *
     * @throws Refusal 503 {@code busy} when too many stand in line, or when it took too long
     */
    O ask(K what, R request) {
        var mine = new Ticket<R, O>(request);
        if (isFirst(what, mine) || mustWork(what, mine)) {
            work(what, mine);
        }
        return mine.outcome.join().get();
    }

    /** Whether nobody is there; otherwise the ticket stands in line now. */
    private boolean isFirst(K what, Ticket<R, O> mine) {
        lines.compute(what, (same, known) -> {
            if (known == null) {
                mine.callToWork();
                return new ArrayDeque<>();
            }
            if (known.size() >= longestLine) {
                throw busy();
            }
            known.add(mine);
            return known;
        });
        return mine.called.getNow(false);
    }

    /** Waits until the request was done, or is called to do the work. */
    private boolean mustWork(K what, Ticket<R, O> mine) {
        try {
            return mine.called.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            // it leaves the line, if it still stands there
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody fails a ticket", e);
        }
        if (hasLeft(what, mine)) {
            throw busy();
        }
        return mine.called.join();
    }

    private boolean hasLeft(K what, Ticket<R, O> mine) {
        var left = new boolean[1];
        lines.computeIfPresent(what, (same, line) -> {
            left[0] = line.remove(mine);
            return line;
        });
        return left[0];
    }

    private void work(K what, Ticket<R, O> mine) {
        var round = round(what, mine);
        try {
            var became = work.apply(
                    what, round.stream().map(ticket -> ticket.request).toList());
            for (var nth = 0; nth < round.size(); nth++) {
                round.get(nth).tell(became.get(nth));
            }
        } catch (RuntimeException | Error e) {
            round.forEach(ticket -> ticket.tell(() -> {
                throw e;
            }));
        } finally {
            callNext(what);
        }
    }

    /** The first and those who stand behind it now. */
    private List<Ticket<R, O>> round(K what, Ticket<R, O> first) {
        var round = new ArrayList<Ticket<R, O>>();
        round.add(first);
        lines.computeIfPresent(what, (same, line) -> {
            while (round.size() < mostTogether && !line.isEmpty()) {
                round.add(line.remove());
            }
            return line;
        });
        return round;
    }

    private void callNext(K what) {
        lines.computeIfPresent(what, (same, line) -> {
            if (line.isEmpty()) {
                return null;
            }
            line.remove().callToWork();
            return line;
        });
    }

    /** How many stand in line now. */
    int waiting(K what) {
        var waiting = new int[1];
        lines.computeIfPresent(what, (same, line) -> {
            waiting[0] = line.size();
            return line;
        });
        return waiting[0];
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    private static Refusal busy() {
        return Refusal.unavailable("busy", "Too many want the same at the same moment. Try again.", 1);
    }
}

package org.goldenbridge.event.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RushTest {
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final List<List<Integer>> rounds = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch door = new CountDownLatch(1);

    @AfterEach
    void everybodyGoesHome() {
        people.shutdownNow();
    }

    @Test
    void whoIsAloneGoesAtOnce() {
        var rush = rush(3, 10, Duration.ofSeconds(10));
        door.countDown();
        assertEquals("1 is done", rush.ask("concert", 1));
        assertEquals("2 is done", rush.ask("concert", 2));
        assertEquals(List.of(List.of(1), List.of(2)), rounds);
    }

    @Test
    void whoComesMeanwhileGoesTogetherInTheOrderInWhichTheyCame() {
        var rush = rush(3, 10, Duration.ofSeconds(10));
        var all = IntStream.rangeClosed(1, 8)
                .mapToObj(number -> comes(rush, "concert", number))
                .toList();
        door.countDown();
        for (var number = 1; number <= 8; number++) {
            assertEquals(number + " is done", all.get(number - 1).join());
        }
        assertEquals(List.of(List.of(1), List.of(2, 3, 4), List.of(5, 6, 7), List.of(8)), rounds);
    }

    @Test
    void whoWantsSomethingElseDoesNotWait() {
        var rush = rush(3, 10, Duration.ofSeconds(10));
        var concert = comes(rush, "concert", 1);
        var film = comes(rush, "film", 2);
        assertEquals(List.of(List.of(1), List.of(2)), rounds);
        door.countDown();
        assertEquals("1 is done", concert.join());
        assertEquals("2 is done", film.join());
    }

    @Test
    void aFaultReachesWhoCausedItAndNobodyElse() {
        var rush = rush(10, 10, Duration.ofSeconds(10));
        var all = List.of(comes(rush, "concert", 1), comes(rush, "concert", -2), comes(rush, "concert", 3));
        door.countDown();
        assertEquals("1 is done", all.get(0).join());
        assertEquals("3 is done", all.get(2).join());
        var fault = assertThrows(CompletionException.class, () -> all.get(1).join());
        assertEquals("-2", fault.getCause().getMessage());
        assertEquals(List.of(List.of(1), List.of(-2, 3)), rounds);
    }

    @Test
    void whenARoundFailsWholeAllOfItHearAndTheNextGoesOn() {
        var rush = rush(2, 10, Duration.ofSeconds(10));
        var all = List.of(
                comes(rush, "concert", 1),
                comes(rush, "concert", 0),
                comes(rush, "concert", 3),
                comes(rush, "concert", 4));
        door.countDown();
        assertEquals("1 is done", all.get(0).join());
        assertThrows(CompletionException.class, () -> all.get(1).join());
        assertThrows(CompletionException.class, () -> all.get(2).join());
        assertEquals("4 is done", all.get(3).join());
        assertEquals("5 is done", rush.ask("concert", 5));
    }

    @Test
    void whoHasNoMorePatienceLeavesAndIsNeverDone() {
        var rush = rush(3, 10, Duration.ofMillis(50));
        var first = comes(rush, "concert", 1);
        var second = comes(rush, "concert", 2);
        var fault = assertThrows(CompletionException.class, second::join);
        assertEquals("busy", ((Refusal) fault.getCause()).code());
        door.countDown();
        assertEquals("1 is done", first.join());
        assertEquals("3 is done", rush.ask("concert", 3));
        assertEquals(List.of(List.of(1), List.of(3)), rounds);
    }

    @Test
    void aLineThatIsTooLongTakesNobodyMore() {
        var rush = rush(3, 2, Duration.ofSeconds(10));
        var all = List.of(comes(rush, "concert", 1), comes(rush, "concert", 2), comes(rush, "concert", 3));
        var refused = assertThrows(Refusal.class, () -> rush.ask("concert", 4));
        assertEquals("busy", refused.code());
        door.countDown();
        all.forEach(CompletableFuture::join);
        assertEquals(List.of(List.of(1), List.of(2, 3)), rounds);
    }

    @Test
    void neverAreTwoAtWorkForTheSameThingAndNobodyIsForgotten() {
        var atWork = new AtomicInteger();
        var most = new AtomicInteger();
        var rush = new Rush<String, Integer, Integer>(
                (what, numbers) -> {
                    most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                    var outcomes = numbers.stream()
                            .map(number -> (Supplier<Integer>) () -> number + 1)
                            .toList();
                    atWork.decrementAndGet();
                    return outcomes;
                },
                7,
                1000,
                Duration.ofSeconds(30));
        var all = IntStream.range(0, 32)
                .mapToObj(person -> CompletableFuture.runAsync(
                        () -> {
                            for (var number = 0; number < 2_000; number++) {
                                assertEquals(number + 1, rush.ask("concert", number));
                            }
                        },
                        people))
                .toList();
        all.forEach(CompletableFuture::join);
        assertEquals(1, most.get());
        assertTrue(rush.isEmpty(), "nothing is kept of what nobody wants any more");
    }

    /** Rounds that begin while the door is shut end when it is opened; negative numbers fail, and zero fails the round. */
    private Rush<String, Integer, String> rush(int mostTogether, int longestLine, Duration patience) {
        return new Rush<>(
                (what, numbers) -> {
                    rounds.add(List.copyOf(numbers));
                    await();
                    if (numbers.contains(0)) {
                        throw new IllegalArgumentException("0");
                    }
                    return numbers.stream().map(RushTest::outcome).toList();
                },
                mostTogether,
                longestLine,
                patience);
    }

    private static Supplier<String> outcome(int number) {
        return () -> {
            if (number < 0) {
                throw new IllegalArgumentException("" + number);
            }
            return number + " is done";
        };
    }

    private void await() {
        try {
            door.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Somebody who asks, and has been let in or stands in line when this returns. */
    private CompletableFuture<String> comes(Rush<String, Integer, String> rush, String what, int number) {
        var before = rush.waiting(what) + rounds.size();
        var answer = CompletableFuture.supplyAsync(() -> rush.ask(what, number), people);
        Eventually.isTrue(number + " is there", () -> answer.isDone() || rush.waiting(what) + rounds.size() > before);
        return answer;
    }
}

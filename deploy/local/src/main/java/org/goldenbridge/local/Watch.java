package org.goldenbridge.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sees when a process of the network dies, says so and starts it again; each time after a longer pause. */
final class Watch {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** A process that ran this long has recovered: its next death is a new story. */
    private static final Duration RECOVERED = Duration.ofMinutes(2);

    private final LocalPostgres postgres;
    private final PrintStream out;
    private final List<LocalProcess> watched = new CopyOnWriteArrayList<>();
    private final Map<String, Story> stories = new ConcurrentHashMap<>();
    private volatile boolean over;

    private static final class Story {
        private int deaths;
        private long startedNanos = System.nanoTime();
        private boolean announced;
        private long againAtNanos;
    }

    Watch(LocalPostgres postgres, PrintStream out) {
        this.postgres = postgres;
        this.out = out;
    }

    void add(List<? extends LocalProcess> processes) {
        watched.addAll(processes);
    }

    /** From here on, processes end because they are meant to. */
    void end() {
        over = true;
    }

    /** Looks until the end. */
    void run() {
        while (!over) {
            look("postgres", postgres.log().toString(), postgres.isRunning(), postgres::start);
            for (var process : watched) {
                look(process.name(), process.log().toString(), process.isRunning(), process::start);
            }
            try {
                Thread.sleep(LOOK.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void look(String name, String log, boolean running, Runnable start) {
        var story = stories.computeIfAbsent(name, first -> new Story());
        var now = System.nanoTime();
        if (running || over) {
            return;
        }
        if (!story.announced) {
            if (now - story.startedNanos > RECOVERED.toNanos()) {
                story.deaths = 0;
            }
            var pause = pause(story.deaths++);
            story.announced = true;
            story.againAtNanos = now + pause.toNanos();
            out.printf(
                    "%s ended unexpectedly; it is started again in %d s. Its log: %s%n", name, pause.toSeconds(), log);
        } else if (now >= story.againAtNanos) {
            startAgain(name, story, start);
        }
    }

    private void startAgain(String name, Story story, Runnable start) {
        try {
            start.run();
            out.println(name + " was started again.");
        } catch (RuntimeException e) {
            if (!over) {
                out.println(name + " could not be started: " + e.getMessage());
            }
        }
        story.announced = false;
        story.startedNanos = System.nanoTime();
    }

    static Duration pause(int deathsBefore) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(deathsBefore, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}

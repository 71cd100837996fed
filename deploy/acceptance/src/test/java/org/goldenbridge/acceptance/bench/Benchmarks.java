package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Eventually;

/** Measures what the network does on this machine, and writes it down with what it was measured on. */
public final class Benchmarks {
    private static final int ROUNDS = 5;
    private static final double SECONDS = 5;
    private static final double READ_SECONDS = 3;
    private static final double SHORT = 2;
    private static final int FLOOR_CONNECTIONS = 16;
    private static final int CLIENTS = 16;

    private static final int FEW_ROUNDS = 3;
    private static final int COMMITS = 100;
    private static final int LISTENERS = 2_000;
    private static final int HEARD = 30;

    private final Path document;
    private final Path root;
    private final Path folder;
    private final List<String> only;

    private Benchmarks(Path document, List<String> only) {
        this.document = document.toAbsolutePath().normalize();
        this.root = this.document.getParent().getParent();
        this.folder = root.resolve("deploy/acceptance/target/bench");
        this.only = only;
    }

    /** Takes the file to write; and, to look at a few things, their names with commas between: then only schedule, pages and desk are written. */
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        var only = args.length > 1 && !args[1].equals("all") ? List.of(args[1].split(",", -1)) : List.<String>of();
        new Benchmarks(Path.of(args[0]), only).run();
        System.exit(0); // the connections of the clients would hold it for a while
    }

    private boolean asksFor(String part) {
        return only.isEmpty() || only.contains(part);
    }

    private void run() throws IOException {
        var begun = System.nanoTime();
        var loadBefore = Machine.load();
        DeployUp.Times cold = null;
        DeployUp.Times warm = null;
        if (asksFor("up")) {
            var up = new DeployUp(root, folder.resolve("up"));
            System.out.println("deploy/up on empty data, and again ...");
            cold = up.fresh();
            warm = up.again();
            System.out.println(cold + "\n" + warm);
        }
        String text;
        try (var stage = Stage.plain(folder.resolve("network"))) {
            text = measure(stage, cold, warm, loadBefore);
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        if (only.isEmpty()) {
            new Chapter(document, "bookings, schedule, memory and start").write(text);
            System.out.printf("Written after %.0f s: %s%n", seconds, document);
        } else {
            System.out.printf("%s%nAfter %.0f s; of this nothing is written.%n", text, seconds);
        }
    }

    private String measure(Stage stage, DeployUp.Times cold, DeployUp.Times warm, double loadBefore)
            throws IOException {
        var desk = new Desk(stage);
        var fsync = setting(stage, "fsync");
        if (!fsync.equals("on") || !setting(stage, "synchronous_commit").equals("on")) {
            throw new IllegalStateException("PostgreSQL does not wait for the disk; nothing measured here would count");
        }
        settle(stage);
        var idle = memory(stage);
        System.out.println("Resident when idle: " + idle);
        var report = new Report();
        report.head(
                LocalDate.now(ZoneOffset.UTC),
                loadBefore,
                "fsync %s, synchronous_commit %s, wal_level %s"
                        .formatted(fsync, setting(stage, "synchronous_commit"), setting(stage, "wal_level")));
        var programme = new Programme(stage);
        var bookings = new Bookings(stage);
        warmUp(stage, bookings, programme);
        if (asksFor("schedule")) {
            // First, while there is nothing else in the year.
            schedule(stage, desk, bookings, programme, loadBefore);
        }
        if (asksFor("pages")) {
            pages(stage, bookings, programme, loadBefore);
        }
        if (asksFor("desk")) {
            desk(stage, desk, loadBefore);
        }
        if (asksFor("hot")) {
            report.hot(hot(stage, bookings, programme));
            report.slowCommits(slowCommits(stage, bookings, programme));
        }
        if (asksFor("refusals")) {
            report.add(new Refusals(stage, desk, bookings).measure(ROUNDS, SHORT));
        }
        if (asksFor("spread")) {
            var sessions = programme.sessions(1_000);
            settle(stage);
            report.spread(spread(stage, bookings, sessions));
        }
        if (asksFor("moving")) {
            settle(stage);
            report.add(new Moving(stage, desk).measure(ROUNDS));
        }
        if (asksFor("planning")) {
            settle(stage);
            report.add(new YearOfARoom(stage, desk).measure(FEW_ROUNDS));
        }
        settle(stage);
        var after = memory(stage);
        System.out.println("Resident after the benchmarks: " + after);
        if (asksFor("growth")) {
            report.add(new Growth(stage, desk).measure(ROUNDS, READ_SECONDS));
        }
        report.memory(idle, after);
        if (cold != null && warm != null) {
            report.start(cold, warm);
        }
        return report.text();
    }

    /** A chapter of its own, which is also written when nothing else is measured. */
    private void schedule(Stage stage, Desk desk, Bookings bookings, Programme programme, double loadBefore)
            throws IOException {
        var report = new Report();
        report.scheduleHead(LocalDate.now(ZoneOffset.UTC), loadBefore);
        report.add(new Reading(stage, bookings, programme, folder).measure(FEW_ROUNDS, SHORT));
        settle(stage);
        report.add(new Freshness(stage, desk).measure(COMMITS));
        settle(stage);
        report.add(new Listening(stage, desk).measure(LISTENERS, HEARD));
        settle(stage);
        new Chapter(document, "public schedule").write(report.text());
        System.out.println(report.text());
    }

    /** A chapter of its own as well. */
    private void pages(Stage stage, Bookings bookings, Programme programme, double loadBefore) throws IOException {
        var report = new Report();
        report.pagesHead(LocalDate.now(ZoneOffset.UTC), loadBefore);
        report.add(new PageReading(stage, bookings, programme, folder).measure(FEW_ROUNDS, SHORT));
        settle(stage);
        new Chapter(document, "public pages").write(report.text());
        System.out.println(report.text());
    }

    /** A chapter of its own as well. */
    private void desk(Stage stage, Desk desk, double loadBefore) throws IOException {
        var report = new Report();
        report.deskHead(LocalDate.now(ZoneOffset.UTC), loadBefore);
        report.add(new DeskReading(stage, desk).measure(FEW_ROUNDS, SHORT));
        settle(stage);
        new Chapter(document, "desk").write(report.text());
        System.out.println(report.text());
    }

    private static String setting(Stage stage, String name) {
        return stage.database().rows("show " + name).get(0).get(name).toString();
    }

    /** Runs long enough for the Java machines to have compiled what they do, at both instances. */
    private static void warmUp(Stage stage, Bookings bookings, Programme programme) {
        var session = List.of(programme.session());
        var turn = new AtomicInteger();
        Load.run(CLIENTS, 20, own -> bookings.desk(stage.instance(turn.getAndIncrement() % 2), session));
        Load.run(FLOOR_CONNECTIONS, 2, own -> bookings.floor(session));
        settle(stage);
    }

    private static Comparison hot(Stage stage, Bookings bookings, Programme programme) {
        return new Comparison()
                .with(
                        "floor: one prepared statement, 16 connections",
                        () -> fresh(
                                stage,
                                programme,
                                session -> Load.run(FLOOR_CONNECTIONS, SECONDS, own -> bookings.floor(session))))
                .with(
                        "HTTP, one instance, 16 clients",
                        () -> fresh(
                                stage,
                                programme,
                                session ->
                                        Load.run(CLIENTS, SECONDS, own -> bookings.desk(stage.instance(0), session))))
                .with(
                        "HTTP, one instance, 32 clients",
                        () -> fresh(
                                stage,
                                programme,
                                session -> Load.run(
                                        2 * CLIENTS, SECONDS, own -> bookings.desk(stage.instance(0), session))))
                .with(
                        "HTTP, two instances, 16 clients",
                        () -> fresh(
                                stage,
                                programme,
                                session -> Load.run(
                                        CLIENTS, SECONDS, own -> bookings.desk(stage.instance(own % 2), session))))
                .run(ROUNDS);
    }

    /** The same where each flush of the log takes longer than on this machine: commits then are all that counts. */
    private static Comparison slowCommits(Stage stage, Bookings bookings, Programme programme) {
        commitDelay(stage, 5_000);
        try {
            return new Comparison()
                    .with(
                            "floor: one prepared statement, 16 connections",
                            () -> fresh(
                                    stage,
                                    programme,
                                    session -> Load.run(FLOOR_CONNECTIONS, SHORT, own -> bookings.floor(session))))
                    .with(
                            "HTTP, one instance, 16 clients",
                            () -> fresh(
                                    stage,
                                    programme,
                                    session ->
                                            Load.run(CLIENTS, SHORT, own -> bookings.desk(stage.instance(0), session))))
                    .with(
                            "HTTP, one instance, 64 clients",
                            () -> fresh(
                                    stage,
                                    programme,
                                    session -> Load.run(
                                            4 * CLIENTS, SHORT, own -> bookings.desk(stage.instance(0), session))))
                    .run(FEW_ROUNDS);
        } finally {
            commitDelay(stage, 0);
        }
    }

    /** Lets PostgreSQL wait before it flushes, whoever else commits. */
    private static void commitDelay(Stage stage, int microseconds) {
        stage.database().execute("alter system set commit_siblings = 0");
        stage.database().execute("alter system set commit_delay = " + microseconds);
        stage.database().execute("select pg_reload_conf()");
    }

    private interface OnSession {
        Load.Result run(List<UUID> session);
    }

    /** Each run has a session of its own, and begins when what the one before left has been sent. */
    private static Load.Result fresh(Stage stage, Programme programme, OnSession run) {
        settle(stage);
        return run.run(List.of(programme.session()));
    }

    private static Comparison spread(Stage stage, Bookings bookings, List<UUID> sessions) {
        return new Comparison()
                .with("floor: one prepared statement, 16 connections", () -> {
                    settle(stage);
                    return Load.run(FLOOR_CONNECTIONS, SECONDS, own -> bookings.floor(sessions));
                })
                .with("HTTP, one instance, 16 clients", () -> {
                    settle(stage);
                    return Load.run(CLIENTS, SECONDS, own -> bookings.desk(stage.instance(0), sessions));
                })
                .with("HTTP, two instances, 16 clients", () -> {
                    settle(stage);
                    return Load.run(CLIENTS, SECONDS, own -> bookings.desk(stage.instance(own % 2), sessions));
                })
                .run(ROUNDS);
    }

    private static void settle(Stage stage) {
        Eventually.within(
                Duration.ofSeconds(30),
                "all facts are sent",
                () -> stage.database().number("select count(*) from event.outbox") == 0);
    }

    private static Report.Memory memory(Stage stage) {
        return new Report.Memory(
                Machine.megabytes(stage.network().service(Stage.CENTRES, 0)),
                Machine.megabytes(stage.network().service(Stage.EVENTS, 0)),
                Machine.megabytes(stage.network().service("catalogue-service", 0)));
    }
}

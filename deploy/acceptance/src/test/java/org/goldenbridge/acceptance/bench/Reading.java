package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.goldenbridge.acceptance.network.Stage;

/** The public schedule under many questions while people book, beside an answer of the same size that never changes. */
final class Reading {
    private static final String CONSTANT = "constant answer, 16 clients";
    private static final String SCHEDULE = "schedule, 500 different URLs, 16 clients";
    private static final int CLIENTS = 16;
    private static final int BOOKINGS_PER_SECOND = 20;
    private static final List<Integer> SIZES = List.of(500, 5_000, 50_000);
    private static final int LIMIT = 50;

    /** So small that bookings change the word for what is left, and so large that few are sold out while it is measured. */
    private static final int CAPACITY = 12;

    /** So long both servers answer before anything counts: what is measured is compiled by then. */
    private static final double WARM_UP_SECONDS = 20;

    /** Sessions over a year that are like those that were planned, straight into the tables. */
    private static final String[] FILL = {
        """
        insert into session (id, version, event_id, centre_id, venue, starts_at, ends_at, zone, set_up_minutes,
                                   clearing_minutes, status, planned_by, created_at)
        select md5('read ' || nth)::uuid, 0, model.event_id, model.centre_id, model.venue, at, at + interval '2 hours', model.zone,
               0, 0, 'scheduled', 'bench', now()
        from generate_series(FROM, TO - 1) as nth
        join (select s.*, row_number() over (order by id) as place, count(*) over () as many from session s
              where id = any(?)) model on model.place = nth % model.many + 1,
        lateral (select now() + (nth % 365) * interval '1 day' + (nth % 13) * interval '20 minutes') as start (at)""",
        """
        insert into places (opportunity_id, capacity, taken)
        select md5('read ' || nth)::uuid, 20, 0 from generate_series(FROM, TO - 1) as nth""",
        // Whoever has prepared answers makes them anew: nothing told of these sessions.
        """
        insert into outbox (feed_items)
        values ('[{"feed": "centres", "item": "beijing", "deleted": false}]')"""
    };

    private static final String[] EMPTY = {
        "delete from places where opportunity_id in (select id from session where planned_by = 'bench')",
        "delete from session where planned_by = 'bench'",
        "delete from opportunity o where kind = 'session' and not exists (select from session s where s.id = o.id)"
    };

    private final Stage stage;
    private final Bookings bookings;
    private final Path folder;
    private final List<UUID> sessions;
    private final List<String> questions = questions();

    Reading(Stage stage, Bookings bookings, Programme programme, Path folder) {
        this.stage = stage;
        this.bookings = bookings;
        this.folder = folder;
        sessions = programme.sessions(SIZES.get(0), CAPACITY);
    }

    /** 500 different questions: centre, first day, kind, language. */
    private static List<String> questions() {
        var questions = new ArrayList<String>();
        for (var day = 0; day < 25; day++) {
            for (var centre : Programme.CENTRES) {
                for (var kind : Programme.KINDS) {
                    for (var language : List.of("kk", "ru", "en", "zh-Hans", "fr")) {
                        questions.add("/v1/schedule?centre=" + centre + "&from="
                                + LocalDate.now(ZoneOffset.UTC).plusDays(2 + day) + "&kind=" + kind + "&lang="
                                + language + "&limit=" + LIMIT);
                    }
                }
            }
        }
        return questions;
    }

    private URI instance() {
        return stage.instance(0);
    }

    private static byte[] get(URI address, String path, String headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + headers + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private String anAnswer() {
        var answer = stage.anyone().get(questions.get(0)).expect(200);
        return answer.text();
    }

    /** What is read, each with the status it is answered with. */
    private record Read(URI at, List<byte[]> requests, int status) {}

    private Read schedule() {
        return new Read(
                instance(),
                questions.stream().map(path -> get(instance(), path, "")).toList(),
                200);
    }

    /** Asks whether what it has is still true; when it is not, it has something newer from then on. */
    private Load.Work asking(AtomicReferenceArray<byte[]> requests) throws IOException {
        var connection = new Connection(instance());
        return new Load.Work() {
            @Override
            public void once() throws IOException {
                var nth = ThreadLocalRandom.current().nextInt(requests.length());
                if (connection.send(requests.get(nth)) == 200) {
                    requests.set(nth, asking(nth, connection.header("etag")));
                }
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    private byte[] asking(int question, String tag) {
        return get(instance(), questions.get(question), "\r\nIf-None-Match: " + tag);
    }

    private Read one(String path) {
        return new Read(instance(), List.of(get(instance(), path, "")), 200);
    }

    private static Read constant(ConstantAnswer constant, boolean known) {
        return new Read(
                constant.address(),
                List.of(get(constant.address(), "/", known ? "\r\nIf-None-Match: W/\"constant\"" : "")),
                known ? 304 : 200);
    }

    String measure(int rounds, double seconds) {
        var text = new StringBuilder();
        var perSize = new ArrayList<Double>();
        var filled = SIZES.get(0);
        var deltaBytes = stage.anyone().get(delta()).expect(200).text().getBytes(StandardCharsets.UTF_8).length;
        for (var size : SIZES) {
            fill(filled, size);
            filled = size;
            askEverythingOnce();
            try (var constant = ConstantAnswer.of(anAnswer(), folder)) {
                for (var read : List.of(schedule(), constant(constant, false), constant(constant, true))) {
                    Load.run(CLIENTS, size.equals(SIZES.get(0)) ? WARM_UP_SECONDS : seconds, own -> reader(read));
                }
                var comparison = size.equals(SIZES.get(0)) ? whole(constant, seconds) : growth(constant, seconds);
                comparison.run(rounds);
                perSize.add(comparison.perSecond(SCHEDULE) / comparison.perSecond(CONSTANT));
                text.append("\n### %,d sessions in the year%n%n%s".formatted(size, comparison.table()));
            }
        }
        try (var connection = stage.network().postgres().connect("event");
                var statement = connection.createStatement()) {
            for (var sql : EMPTY) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return """
                ## Reading the schedule

                %d different questions to the public schedule (centre, first day, kind, language; %d sessions each, %,d bytes), asked by
                %d clients of one instance, while twenty bookings a second change what is read: each session has %d places, and
                the word for what is left changes with the one that leaves five, and with the last. The constant answer of the same %,d bytes comes from a bare
                Vert.x server in a Java machine of its own, which does nothing else, while the same bookings go on. Targets: 0.7 of it,
                for 304 0.8 of its 304; at 50,000 sessions at most 1.15 times the cost at 500. The calendar and the delta are other
                sizes, and stand beside it to be seen.
                %s
                A delta after one change has **%,d bytes**, unpacked; target: under 2,048.

                Beside the constant answer, one read at %,d sessions costs **%.2f times** what it costs at %,d.
                """.formatted(
                        questions.size(),
                        LIMIT,
                        anAnswer().length(),
                        CLIENTS,
                        CAPACITY,
                        anAnswer().length(),
                        text,
                        deltaBytes,
                        SIZES.get(2),
                        perSize.get(0) / perSize.get(2),
                        SIZES.get(0));
    }

    /** Then the tables are as they stay, and every answer has been made. */
    private void askEverythingOnce() {
        var written = stage.database().number("select last_value from event.outbox_id_seq");
        try (var reader = new Connection(instance())) {
            reader.exchange(get(instance(), "/v1/schedule?limit=1&changeNumber=w" + written, ""), 200);
            for (var request : schedule().requests()) {
                reader.exchange(request, 200);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Comparison whole(ConstantAnswer constant, double seconds) {
        var unchanged = constant(constant, true);
        var known = new AtomicReferenceArray<byte[]>(questions.size());
        for (var nth = 0; nth < questions.size(); nth++) {
            known.set(nth, asking(nth, "\"nothing yet\""));
        }
        Load.run(CLIENTS, WARM_UP_SECONDS, own -> asking(known));
        var calendar = one("/v1/calendars/centres/beijing.ics?lang=en");
        return growth(constant, seconds)
                .with("constant answer 304", () -> run(unchanged, seconds))
                .with(
                        "schedule 304",
                        () -> whileBooking(seconds, () -> Load.run(CLIENTS, seconds, own -> asking(known))))
                .with("delta after one change", () -> run(one(delta()), seconds))
                .with("calendar of a centre", () -> run(calendar, seconds));
    }

    private Comparison growth(ConstantAnswer constant, double seconds) {
        var same = constant(constant, false);
        var schedule = schedule();
        return new Comparison().with(CONSTANT, () -> run(same, seconds)).with(SCHEDULE, () -> run(schedule, seconds));
    }

    /** Where a reader stands who has everything but the last change. */
    private String delta() {
        return "/v1/schedule-changes?lang=en&afterChangeNumber="
                + (stage.database().number("select last_number from event.sequencer") - 1);
    }

    private void fill(int from, int to) {
        try (var connection = stage.network().postgres().connect("event")) {
            for (var sql : FILL) {
                try (var statement = connection.prepareStatement(
                        sql.replace("FROM", "" + from).replace("TO", "" + to))) {
                    if (sql.contains("?")) {
                        statement.setArray(1, connection.createArrayOf("uuid", sessions.toArray()));
                    }
                    statement.execute();
                }
            }
            connection.createStatement().execute("vacuum analyze session, places");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Load.Result run(Read read, double seconds) {
        return whileBooking(seconds, () -> Load.run(CLIENTS, seconds, own -> reader(read)));
    }

    private Load.Result whileBooking(double seconds, Supplier<Load.Result> reading) {
        var booking = new Thread(() -> book(seconds), "booking");
        booking.start();
        try {
            return reading.get();
        } finally {
            try {
                booking.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Load.Work reader(Read read) throws IOException {
        var connection = new Connection(read.at());
        return new Load.Work() {
            @Override
            public void once() throws IOException {
                connection.exchange(
                        read.requests()
                                .get(ThreadLocalRandom.current()
                                        .nextInt(read.requests().size())),
                        read.status());
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    private void book(double seconds) {
        try (var work = bookings.deskOrRefused(instance(), sessions)) {
            var begun = System.nanoTime();
            for (var done = 0; done < seconds * BOOKINGS_PER_SECOND; done++) {
                work.once();
                var next = begun + (done + 1) * 1_000_000_000L / BOOKINGS_PER_SECOND;
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Booking beside the readers failed", e);
        }
    }
}

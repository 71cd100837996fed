package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.goldenbridge.acceptance.network.Stage;

/** The public schedule under many questions while people book, beside an answer of the same size that never changes. */
final class Reading {
    private static final String CONSTANT = "constant answer, 16 clients";
    private static final String SCHEDULE = "schedule, 500 different URLs, 16 clients";
    private static final int CLIENTS = WhileBooking.CLIENTS;
    private static final List<Integer> SIZES = List.of(500, 5_000, 50_000);
    private static final int LIMIT = 50;

    /** So small that bookings change the word for what is left, and so large that few are sold out while it is measured. */
    private static final int CAPACITY = 12;

    /** So long both servers answer before anything counts: what is measured is compiled by then. */
    private static final double WARM_UP_SECONDS = 20;

    private final Stage stage;
    private final WhileBooking beside;
    private final Path folder;
    private final List<UUID> sessions;
    private final List<String> questions = questions();

    Reading(Stage stage, Bookings bookings, Programme programme, Path folder) {
        this.stage = stage;
        this.folder = folder;
        sessions = programme.sessions(SIZES.get(0), CAPACITY);
        beside = new WhileBooking(bookings, stage.instance(0), sessions);
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

    private String anAnswer() {
        var answer = stage.anyone().get(questions.get(0)).expect(200);
        return answer.text();
    }

    private Read schedule() {
        return Read.of(instance(), questions);
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
        return Read.get(instance(), questions.get(question), "\r\nIf-None-Match: " + tag);
    }

    private Read one(String path) {
        return Read.of(instance(), List.of(path));
    }

    String measure(int rounds, double seconds) {
        var text = new StringBuilder();
        var perSize = new ArrayList<Double>();
        var deltaBytes = stage.anyone().get(delta()).expect(200).text().getBytes(StandardCharsets.UTF_8).length;
        try (var year = new FilledYear(stage, sessions, SIZES.get(0))) {
            for (var size : SIZES) {
                year.fill(size);
                askEverythingOnce();
                try (var constant = ConstantAnswer.of(anAnswer(), folder)) {
                    for (var read : List.of(schedule(), Read.of(constant, false), Read.of(constant, true))) {
                        Load.run(CLIENTS, size.equals(SIZES.get(0)) ? WARM_UP_SECONDS : seconds, own -> read.reader());
                    }
                    var comparison = size.equals(SIZES.get(0)) ? whole(constant, seconds) : growth(constant, seconds);
                    comparison.run(rounds);
                    perSize.add(comparison.perSecond(SCHEDULE) / comparison.perSecond(CONSTANT));
                    text.append("\n### %,d sessions in the year%n%n%s".formatted(size, comparison.table()));
                }
            }
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
            reader.exchange(Read.get(instance(), "/v1/schedule?limit=1&changeNumber=w" + written, ""), 200);
            for (var request : schedule().requests()) {
                reader.exchange(request, 200);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Comparison whole(ConstantAnswer constant, double seconds) {
        var unchanged = Read.of(constant, true);
        var known = new AtomicReferenceArray<byte[]>(questions.size());
        for (var nth = 0; nth < questions.size(); nth++) {
            known.set(nth, asking(nth, "\"nothing yet\""));
        }
        Load.run(CLIENTS, WARM_UP_SECONDS, own -> asking(known));
        var calendar = one("/v1/calendars/centres/beijing.ics?lang=en");
        return growth(constant, seconds)
                .with("constant answer 304", () -> beside.run(unchanged, seconds))
                .with("schedule 304", () -> beside.run(seconds, () -> Load.run(CLIENTS, seconds, own -> asking(known))))
                .with("delta after one change", () -> beside.run(one(delta()), seconds))
                .with("calendar of a centre", () -> beside.run(calendar, seconds));
    }

    private Comparison growth(ConstantAnswer constant, double seconds) {
        var same = Read.of(constant, false);
        var schedule = schedule();
        return new Comparison()
                .with(CONSTANT, () -> beside.run(same, seconds))
                .with(SCHEDULE, () -> beside.run(schedule, seconds));
    }

    /** Where a reader stands who has everything but the last change. */
    private String delta() {
        return "/v1/schedule-changes?lang=en&afterChangeNumber="
                + (stage.database().number("select last_number from event.sequencer") - 1);
    }
}

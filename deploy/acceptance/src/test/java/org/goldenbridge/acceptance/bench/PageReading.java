package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.goldenbridge.acceptance.network.Stage;

/** The public pages and the delta under many addresses while people book, each beside an answer of its size that never changes. */
final class PageReading {
    private static final List<String> LANGUAGES = List.of("kk", "ru", "en", "zh-Hans", "fr", "ar");
    private static final List<Integer> SIZES = List.of(500, 50_000);
    private static final int ADDRESSES = 500;
    private static final int CAPACITY = 12;
    private static final double WARM_UP_SECONDS = 10;

    private final Stage stage;
    private final Path folder;
    private final List<UUID> models;
    private final WhileBooking beside;
    private final List<String> pages = new ArrayList<>();

    PageReading(Stage stage, Bookings bookings, Programme programme, Path folder) {
        this.stage = stage;
        this.folder = folder;
        var programmes = programme.programmes(2, 15, 4, CAPACITY);
        var dates = programmes.values().stream()
                .flatMap(events -> events.values().stream())
                .flatMap(List::stream)
                .toList();
        models = programme.sessions(SIZES.get(0) - dates.size(), CAPACITY);
        beside = new WhileBooking(
                bookings,
                stage.instance(0),
                Stream.concat(models.stream(), dates.stream()).toList());
        addresses(
                programmes.keySet().stream().toList(),
                programmes.values().stream()
                        .flatMap(events -> events.keySet().stream())
                        .toList());
    }

    /** Days, weeks, choices, events, programmes and widgets in their languages, as visitors, search engines and other sites ask for them. */
    private void addresses(List<String> programmes, List<String> events) {
        for (var language : LANGUAGES) {
            var lang = "lang=" + language;
            pages.add("/whats-on?" + lang);
            pages.add("/whats-on/programmes?" + lang);
            programmes.forEach(id -> pages.add("/whats-on/programmes/" + id + "?" + lang));
            Programme.CENTRES.forEach(centre -> Programme.KINDS.forEach(
                    kind -> pages.add("/whats-on/widget?" + lang + "&centre=" + centre + "&kind=" + kind)));
            if (!language.equals("ar")) {
                events.forEach(id -> pages.add("/whats-on/events/" + id + "?" + lang));
            }
        }
        for (var day = 2; pages.size() < ADDRESSES; day++) {
            var on = "&day=" + LocalDate.now(ZoneOffset.UTC).plusDays(day);
            for (var centre : Programme.CENTRES) {
                var at = "/whats-on?centre=" + centre + on;
                Stream.of(
                                at + "&view=week&lang=kk",
                                at + "&view=week&lang=fr",
                                at + "&lang=ru",
                                at + "&lang=zh-Hans",
                                at + "&kind=concert&lang=en",
                                at + "&view=week&kind=workshop&lang=en")
                        .limit(ADDRESSES - pages.size())
                        .forEach(pages::add);
            }
        }
    }

    /** 500 apps of different languages and centres, each of which has everything but some of the last changes. */
    private List<String> deltas() {
        var last = stage.database().number("select last_number from event.sequencer");
        var deltas = new ArrayList<String>();
        for (var behind = 1; deltas.size() < ADDRESSES; behind++) {
            for (var centre : Programme.CENTRES) {
                for (var language : List.of("kk", "ru", "en", "zh-Hans", "fr")) {
                    deltas.add("/v1/schedule-changes?afterChangeNumber=" + (last - behind) + "&centre=" + centre
                            + "&lang=" + language);
                }
            }
        }
        return deltas;
    }

    String measure(int rounds, double seconds) {
        var text = new StringBuilder();
        try (var year = new FilledYear(stage, models, SIZES.get(0))) {
            for (var size : SIZES) {
                year.fill(size);
                text.append("\n### %,d sessions in the year%n%n".formatted(size));
                text.append(compare("pages, 500 different URLs", () -> pages, rounds, seconds));
                text.append('\n');
                text.append(compare("delta, 500 different URLs", this::deltas, rounds, seconds));
            }
        }
        return """
                ## Reading pages and the delta

                %d different addresses of public pages (days and weeks of a centre with and without a choice, events, programmes, widgets,
                in six languages), and as many of the delta (centre, language, and by 1 to 50 changes behind when a run is begun, which bookings
                make more), asked by %d clients of one instance, while twenty bookings a second change what is read: each session
                has %d places, and a page says a word or a number for what is left. The constant answer has the size of the middle one of them, and
                comes as for the schedule. Targets: pages 0.5 of it, the delta 0.3.
                %s""".formatted(ADDRESSES, WhileBooking.CLIENTS, CAPACITY, text);
    }

    private String compare(String name, Supplier<List<String>> paths, int rounds, double seconds) {
        var middle = middle(Read.of(stage.instance(0), paths.get()));
        try (var constant = ConstantAnswer.of(middle, folder)) {
            var same = Read.of(constant, false);
            for (var warming : List.of(Read.of(stage.instance(0), paths.get()), same)) {
                beside.run(warming, WARM_UP_SECONDS);
            }
            return "Of %,d letters:%n%n%s"
                    .formatted(
                            middle.length(),
                            new Comparison()
                                    .with("constant answer, 16 clients", () -> beside.run(same, seconds))
                                    .with(
                                            name + ", 16 clients",
                                            () -> beside.run(Read.of(stage.instance(0), paths.get()), seconds))
                                    .run(rounds)
                                    .table());
        }
    }

    /** Asks for all once, so that each has been made, and says which is the middle one by its length. */
    private String middle(Read read) {
        var written = stage.database().number("select last_value from event.outbox_id_seq");
        var texts = new ArrayList<String>();
        try (var connection = new Connection(read.at())) {
            connection.exchange(Read.get(read.at(), "/v1/schedule?limit=1&changeNumber=w" + written, ""), 200);
            for (var request : read.requests()) {
                connection.exchange(request, 200);
                texts.add(connection.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        texts.sort(Comparator.comparing(String::length));
        return texts.get(texts.size() / 2);
    }
}

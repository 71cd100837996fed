package org.goldenbridge.event.whatson;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.jspecify.annotations.Nullable;

/** Arranges what is on as its page shows it. */
record Arrangement(
        Asked asked,
        Reader reader,
        Links links,
        PlaceMarks marks,
        List<CentreCard> centres,
        List<ScheduleEntry> entries,
        Instant now) {
    private static final int HERO = 3;
    private static final int MOST_TABS = 6;
    private static final int IN_A_WEEK = 10;

    /** By the clocks of their places, for these are what is shown; what began on an earlier day comes last. */
    private static final Comparator<EntryCard> IN_A_DAY = Comparator.comparing(EntryCard::continued)
            .thenComparing(card ->
                    card.continued() ? LocalTime.MIN : card.entry().localStart().toLocalTime())
            .thenComparing(card -> card.city() == null ? "" : card.city().text());

    private static final Comparator<EntryCard> CHOICE_FIRST = Comparator.comparing(EntryCard::isFull)
            .thenComparing(card -> card.entry().localStart().toLocalDateTime())
            .thenComparing(card -> card.city() == null ? "" : card.city().text());

    /** The page; {@code afterwards} is what comes first after its days. */
    WhatsOn page(@Nullable ScheduleEntry afterwards) {
        var first = WhatsOn.firstDay(asked, centres, now);
        var last = first.plusDays(asked.days() - 1L);
        var isSearch = asked.isSearch();
        var facets = new Facets(
                asked,
                isSearch
                        ? entries
                        : entries.stream()
                                .filter(entry -> isDuring(entry, first, last))
                                .toList(),
                reader);
        var cards = facets.fitting().stream()
                .map(entry -> EntryCard.of(entry, reader, links, marks, now))
                .toList();
        var hero = asked.from() == null && !isSearch ? hero(cards) : List.<EntryCard>of();
        var inHero = hero.stream().map(EntryCard::id).collect(Collectors.toSet());
        var others = cards.stream().filter(card -> !inHero.contains(card.id())).toList(); // nothing is shown twice
        var centre = centres.stream()
                .filter(one -> one.id().equals(asked.centre()))
                .findFirst()
                .orElse(null);
        return new WhatsOn(
                asked,
                centre,
                centre == null ? null : reader.read(centre.name()),
                centre == null ? null : reader.readNullable(centre.address()),
                tabs(facets),
                hero,
                isSearch
                        ? reader.words().count("dates", cards.size())
                        : reader.times().days(first, last),
                isSearch ? List.of() : strip(first),
                isSearch ? found(cards) : days(others, first),
                isSearch ? Pages.of(page(cards), cards.size(), reader, this::page) : null,
                questions(facets),
                new Facet.Choice(
                        reader.words().say("freePlaces"),
                        "",
                        0,
                        asked.has(Asked.PLACES_LEFT, "true"),
                        address(asked.toggled(Asked.PLACES_LEFT, "true"))),
                marks.free(facets.bookable()),
                facets.toggles(),
                chips(facets),
                fields(),
                address(step(first.minusDays(asked.days()))),
                address(step(first.plusDays(asked.days()))),
                address(asked.from() == null ? asked.today() : asked.weekFrom(first)),
                address(asked.on(first)),
                address(asked.today()),
                address(asked.withoutFilters()),
                cards.isEmpty() && afterwards != null ? tab(afterwards) : null,
                afterwards != null,
                links.programmes(),
                reader.words().say("printedOn", printed(centre)));
    }

    private Asked step(LocalDate to) {
        return asked.isWeek() ? asked.weekFrom(to) : asked.on(to);
    }

    private static String address(Asked asked) {
        return asked.address(Links.WHATS_ON);
    }

    private String printed(@Nullable CentreCard centre) {
        var here = now.atZone(centre == null ? ZoneOffset.UTC : centre.zone());
        return reader.times().dayOfYear(here.toLocalDate());
    }

    /** All of a small network; of a large one those where most is on, for the others are among the choices below. */
    private List<WhatsOn.Tab> tabs(Facets facets) {
        var tabs = new ArrayList<WhatsOn.Tab>();
        tabs.add(new WhatsOn.Tab(
                new Reader.Text(reader.words().say("allCentres"), null, null),
                facets.at(null),
                asked.centre() == null,
                address(asked.with(Asked.CENTRE, null))));
        var centreTabs = centreTabs(facets);
        var most = centreTabs.stream()
                .filter(tab -> tab.chosen() || tab.count() > 0)
                .sorted(Comparator.comparing((WhatsOn.Tab tab) -> !tab.chosen()).thenComparing(tab -> -tab.count()))
                .limit(MOST_TABS)
                .toList();
        tabs.addAll(isLarge() ? most : centreTabs);
        return tabs;
    }

    private List<WhatsOn.Tab> centreTabs(Facets facets) {
        return centres.stream()
                .map(one -> new WhatsOn.Tab(
                        reader.read(one.shortName()),
                        facets.at(one.id()),
                        one.id().equals(asked.centre()),
                        address(asked.with(Asked.CENTRE, one.id()))))
                .toList();
    }

    private boolean isLarge() {
        return centres.size() > MOST_TABS;
    }

    private List<Facet> questions(Facets facets) {
        var questions = new ArrayList<Facet>();
        if (isLarge()) {
            var choices = centreTabs(facets).stream()
                    .map(tab -> new Facet.Choice(tab.label().text(), "", tab.count(), tab.chosen(), tab.href()))
                    .toList();
            questions.add(
                    new Facet(Asked.CENTRE, reader.words().say("centres"), asked.centre() == null ? 0 : 1, choices));
        }
        questions.addAll(facets.all());
        return questions;
    }

    /**
     * What goes on now, and what comes next, by the clocks of their places; what is full comes last. An exhibition that is open all
     * day leaves room for what begins.
     */
    private static List<EntryCard> hero(List<EntryCard> cards) {
        var nows = cards.stream().filter(EntryCard::isNow).sorted(CHOICE_FIRST).toList();
        var nexts = cards.stream()
                .filter(card -> !card.isNow() && !card.cancelled())
                .sorted(CHOICE_FIRST)
                .toList();
        var shown = Math.min(nows.size(), Math.max(1, HERO - nexts.size()));
        return Stream.concat(nows.stream().limit(shown), nexts.stream())
                .limit(HERO)
                .toList();
    }

    private List<WhatsOn.DayTab> strip(LocalDate first) {
        var monday = WhatsOn.firstOfStrip(asked, first);
        var today = today();
        var fitting = new Facets(asked, entries, reader).fitting();
        return Stream.iterate(monday, day -> day.plusDays(1))
                .limit(WhatsOn.STRIP)
                .map(day -> new WhatsOn.DayTab(
                        reader.times().weekday(day.getDayOfWeek()),
                        day.getDayOfMonth(),
                        (int) fitting.stream()
                                .filter(entry -> EntryCard.span(entry).isOn(day))
                                .count(),
                        !asked.isWeek() && day.equals(first),
                        day.equals(today),
                        address(asked.on(day)),
                        reader.times().day(day, today)))
                .toList();
    }

    private List<WhatsOn.DaySection> days(List<EntryCard> cards, LocalDate first) {
        var today = today();
        return Stream.iterate(first, day -> day.plusDays(1))
                .limit(asked.days())
                .map(day -> section(
                        day,
                        cards.stream()
                                .filter(card -> EntryCard.span(card.entry()).isOn(day))
                                .map(card -> card.on(day))
                                .sorted(IN_A_DAY)
                                .toList(),
                        today))
                .filter(section -> !section.entries().isEmpty())
                .toList();
    }

    /** What was found, by the days on which it begins or goes on; a part of it where it is much. */
    private List<WhatsOn.DaySection> found(List<EntryCard> cards) {
        var today = today();
        var byDay = cards.stream()
                .skip(Pages.offset(page(cards)))
                .limit(Pages.SIZE)
                .collect(Collectors.groupingBy(
                        card -> {
                            var day = EntryCard.span(card.entry()).firstDay();
                            return day.isBefore(today) ? today : day;
                        },
                        TreeMap::new,
                        Collectors.toList()));
        return byDay.entrySet().stream()
                .map(day -> new WhatsOn.DaySection(
                        reader.times().day(day.getKey(), today),
                        nearness(day.getKey(), today),
                        day.getKey().toString(),
                        day.getValue().stream()
                                .map(card -> card.on(day.getKey()))
                                .sorted(IN_A_DAY)
                                .toList(),
                        null,
                        "",
                        null))
                .toList();
    }

    private int page(List<EntryCard> cards) {
        return Pages.number(asked.one(Asked.PAGE), cards.size());
    }

    private String page(int number) {
        return address(asked.with(Asked.PAGE, number == 1 ? null : String.valueOf(number)));
    }

    private LocalDate today() {
        return WhatsOn.firstDay(asked.today(), centres, now);
    }

    private WhatsOn.DaySection section(LocalDate day, List<EntryCard> cards, LocalDate today) {
        var isPaged = !asked.isWeek();
        var most = isPaged ? Pages.SIZE : IN_A_WEEK;
        var page = isPaged && Pages.offset(asked.page()) < cards.size() ? asked.page() : 1;
        var more = cards.size() - page * most;
        var words = reader.words();
        return new WhatsOn.DaySection(
                reader.times().day(day, today),
                nearness(day, today),
                day.toString(),
                cards.stream().skip((page - 1L) * most).limit(most).toList(),
                more > 0 ? words.count("moreThatDay", more) : null,
                address(isPaged ? asked.with(Asked.PAGE, String.valueOf(page + 1)) : asked.on(day)),
                page == 1 ? null : address(asked.with(Asked.PAGE, null)));
    }

    private @Nullable String nearness(LocalDate day, LocalDate today) {
        var words = reader.words();
        return day.equals(today) ? words.say("today") : day.equals(today.plusDays(1)) ? words.say("tomorrow") : null;
    }

    private static boolean isDuring(ScheduleEntry entry, LocalDate first, LocalDate last) {
        var span = EntryCard.span(entry);
        return !span.firstDay().isAfter(last) && !span.lastDay().isBefore(first);
    }

    private List<Facet.Choice> chips(Facets facets) {
        var chips = new ArrayList<Facet.Choice>();
        Stream.concat(facets.all().stream().flatMap(facet -> facet.choices().stream()), facets.toggles().stream())
                .filter(Facet.Choice::chosen)
                .forEach(chips::add);
        if (asked.has(Asked.PLACES_LEFT, "true")) {
            chips.add(new Facet.Choice(
                    reader.words().say("freePlaces"), "", 0, true, address(asked.with(Asked.PLACES_LEFT, null))));
        }
        if (asked.age() != null) {
            chips.add(new Facet.Choice(
                    reader.words().say("ofAge", String.valueOf(asked.age())),
                    "",
                    0,
                    true,
                    address(asked.with(Asked.AGE, null))));
        }
        var text = asked.one(Asked.TEXT);
        if (text != null) {
            chips.add(new Facet.Choice("“" + text + "”", "", 0, true, address(asked.with(Asked.TEXT, null))));
        }
        return chips;
    }

    private List<WhatsOn.Field> fields() {
        return asked.chosen().entrySet().stream()
                .filter(entry -> !List.of(Asked.TEXT, Asked.AGE).contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream().map(value -> new WhatsOn.Field(entry.getKey(), value)))
                .toList();
    }

    private WhatsOn.Tab tab(ScheduleEntry afterwards) {
        var day = afterwards.localStart().toLocalDate();
        var label = reader.words().say("nextIs", reader.times().day(day, today()));
        return new WhatsOn.Tab(
                new Reader.Text(label, null, null), 0, false, address(asked.weekFrom(Objects.requireNonNull(day))));
    }
}

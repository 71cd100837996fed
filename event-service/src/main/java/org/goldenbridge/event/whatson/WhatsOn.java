package org.goldenbridge.event.whatson;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.jspecify.annotations.Nullable;

/**
 * What is on, as the page shows it: a function of what is asked for, who reads, the schedule and the time.
 *
 * @param hero what is on now and next; empty where other days than the coming ones are asked for
 * @param pages where more is found than a page shows
 * @param strip the days as links, each with how much is on
 * @param withPlaces how much of it has places left
 * @param chips what is chosen, each with a link that takes it back
 * @param fields what the form for words must send along
 * @param hasLater whether anything that fits comes after its days
 * @param programmes the page of the programmes
 * @param nextDay where the next thing is on when nothing is on here
 */
record WhatsOn(
        Asked asked,
        @Nullable CentreCard centre,
        Reader.@Nullable Text centreName,
        Reader.@Nullable Text centreAddress,
        List<Tab> centres,
        List<EntryCard> hero,
        String span,
        List<DayTab> strip,
        List<DaySection> days,
        @Nullable Pages pages,
        List<Facet> facets,
        Facet.Choice free,
        String withPlaces,
        List<Facet.Choice> toggles,
        List<Facet.Choice> chips,
        List<Field> fields,
        String earlier,
        String later,
        String weekView,
        String dayView,
        String today,
        String withoutFilters,
        @Nullable Tab nextDay,
        boolean hasLater,
        String programmes,
        String printedOn) {
    static final int STRIP = 7;

    /** How many of the first cards go on now: what comes after them is next. */
    public long nows() {
        return hero.stream().filter(EntryCard::isNow).count();
    }

    /** Whether nothing is shown at all. */
    public boolean isEmpty() {
        return hero.isEmpty() && days.isEmpty();
    }

    /** Whether centres stand beside each other, so that each entry says its city. */
    public boolean everywhere() {
        return centre == null;
    }

    /** A link with what it leads to. */
    record Tab(Reader.Text label, int count, boolean chosen, String href) {}

    /** A day as a link. */
    record DayTab(String weekday, int day, int count, boolean chosen, boolean isToday, String href, String label) {}

    /** A day with what is on. */
    record DaySection(
            String label,
            @Nullable String nearness,
            String date,
            List<EntryCard> entries,
            @Nullable String more,
            String href,
            @Nullable String first) {}

    record Field(String name, String value) {}

    /** The first day that is asked for, or else the first on which it still is today somewhere in question. */
    static LocalDate firstDay(Asked asked, List<CentreCard> centres, Instant now) {
        var from = asked.from();
        return from != null
                ? from
                : centres.stream()
                        .filter(centre -> asked.centre() == null || centre.id().equals(asked.centre()))
                        .map(centre -> now.atZone(centre.zone()).toLocalDate())
                        .min(Comparator.naturalOrder())
                        .orElse(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** The first of the seven days that are links above the days: the Monday before a day by itself. */
    static LocalDate firstOfStrip(Asked asked, LocalDate first) {
        return asked.isWeek() ? first : first.with(DayOfWeek.MONDAY);
    }

    /**
     * @param entries all that is on in the seven days of the strip at all centres, with the words that are looked for
     * @param later the first that fits after that time, where nothing does in it
     */
    static WhatsOn of(
            Asked asked,
            Reader reader,
            Links links,
            PlaceMarks marks,
            List<CentreCard> centres,
            List<ScheduleEntry> entries,
            @Nullable ScheduleEntry later,
            Instant now) {
        // of the days that come by themselves, what is over is of no use to anybody
        var shown = asked.from() != null
                ? entries
                : entries.stream().filter(entry -> entry.endsAt().isAfter(now)).toList();
        return new Arrangement(asked, reader, links, marks, centres, shown, now).page(later);
    }
}

package org.goldenbridge.event.whatson;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.event.linkeddata.Documents;
import org.goldenbridge.event.page.Assets;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.event.page.Centres;
import org.goldenbridge.event.page.Layout;
import org.goldenbridge.event.page.PageAnswers.Frames;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.TourStops;
import org.goldenbridge.event.publicschedule.Ground;
import org.goldenbridge.event.publicschedule.PreparedAnswers.Made;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.event.publicschedule.ScheduleQuestion;
import org.goldenbridge.event.publicschedule.ScheduleReader;
import org.goldenbridge.event.schedule.Bound;
import org.jspecify.annotations.Nullable;

/** Writes the pages: each is a function of what is asked for, who reads, the schedule and the time. */
@Singleton
class Rendering {
    private static final int MOST = 2_000;
    private static final int MOST_TOLD = 12;

    private final ScheduleReader schedule;
    private final PublicEvents events;
    private final Centres centres;
    private final TourStops stops;
    private final Documents documents;
    private final Assets assets;
    private final URI publicUrl;
    private final Template whatsOn;
    private final Template event;
    private final Template programme;
    private final Template programmes;
    private final Template widget;

    Rendering(
            ScheduleReader schedule,
            PublicEvents events,
            Centres centres,
            TourStops stops,
            Documents documents,
            Assets assets,
            @ConfigProperty(name = "goldenbridge.public-url") URI publicUrl,
            @Location("whatson/whats-on.html") Template whatsOn,
            @Location("whatson/event.html") Template event,
            @Location("whatson/programme.html") Template programme,
            @Location("whatson/programmes.html") Template programmes,
            @Location("whatson/widget.html") Template widget) {
        this.schedule = schedule;
        this.events = events;
        this.centres = centres;
        this.stops = stops;
        this.documents = documents;
        this.assets = assets;
        this.publicUrl = publicUrl;
        this.whatsOn = whatsOn;
        this.event = event;
        this.programme = programme;
        this.programmes = programmes;
        this.widget = widget;
    }

    Made whatsOn(Asked asked, Reader reader, Instant now) {
        var known = centres.all();
        var first = WhatsOn.firstDay(asked, known, now);
        var strip = WhatsOn.firstOfStrip(asked, first);
        var entries = all(
                asked.isSearch()
                        ? asked.searched()
                        : asked.searched().between(day(strip), day(strip.plusDays(WhatsOn.STRIP - 1L))),
                now);
        var later = asked.isSearch()
                ? List.<ScheduleEntry>of()
                : schedule.find(asked.filtered().between(day(first.plusDays(asked.days())), null), null, 1, now);
        var marks = new PlaceMarks(reader);
        var page = WhatsOn.of(
                asked,
                reader,
                Links.within(publicUrl, reader),
                marks,
                known,
                entries,
                later.stream().findFirst().orElse(null),
                now);
        var name = page.centreName();
        var layout = layout(
                reader,
                reader.words().say("whatsOn")
                        + (asked.from() == null ? "" : " · " + page.span())
                        + (name == null ? "" : " · " + name.text()),
                reader.words().say("description"),
                asked.with(Asked.LANG, null).address(Links.WHATS_ON));
        var written = marks.write(layout.around(whatsOn).data("page", page).render());
        var isArranged = !page.hero().isEmpty() || asked.has(Asked.PLACES_LEFT, "true");
        return PreparedPage.of(
                written.html(),
                reader,
                Frames.NOBODY,
                ground(asked, strip, entries, later, marks.counted(), known, now)
                        .with(written.blanks(isArranged)));
    }

    /** Days count what is on at each centre; places are said of, or counted, what fits all other choices. */
    private static Ground ground(
            Asked asked,
            LocalDate strip,
            List<ScheduleEntry> entries,
            List<ScheduleEntry> later,
            List<ScheduleEntry> counted,
            List<CentreCard> known,
            Instant now) {
        // What comes after the first thing behind these days is not looked at.
        var last = later.stream()
                .map(entry -> entry.localStart().toLocalDate())
                .reduce(strip.plusDays(WhatsOn.STRIP - 1L), (one, other) -> one.isAfter(other) ? one : other);
        var question = asked.searched().between(day(strip), later.isEmpty() ? null : day(last));
        var wantsPlaces = asked.has(Asked.PLACES_LEFT, "true");
        var seen = new ArrayList<>(entries);
        seen.addAll(later);
        return Ground.ofPage(
                wantsPlaces ? question.withPlacesLeft() : question,
                seen,
                counted,
                PreparedPage.sameUntil(
                        entries, known.stream().map(CentreCard::zone).toList(), now));
    }

    /**
     * The page of an event.
     *
     * @param part which part of its dates to come; of those that are over with {@code earlier}
     */
    Optional<Made> event(UUID id, @Nullable String part, @Nullable String earlier, Reader reader, Instant now) {
        return events.event(id).map(found -> {
            var links = Links.within(publicUrl, reader);
            var dates = dates(id, part, earlier, reader, links, now);
            var page = EventPage.of(
                    found,
                    centres.find(found.centreId()),
                    Optional.ofNullable(found.programmeId()).flatMap(events::programme),
                    dates,
                    reader,
                    links,
                    now);
            var image = page.image();
            var layout = layout(reader, page.title().text(), page.summary(), Links.WHATS_ON + "/events/" + id)
                    .with(
                            image == null
                                    ? links.full(assets.previewOf(page.sign()))
                                    : links.full("/v1/images/" + image.id() + "?width=960"));
            var html = layout.around(event)
                    .data("page", page)
                    .data("linkedData", linkedData(dates.next(), List.of(), reader, now))
                    .render();
            var seen = dates.seen();
            return PreparedPage.of(
                    html,
                    reader,
                    Frames.NOBODY,
                    Ground.ofPage(
                            ScheduleQuestion.everything().of(id),
                            seen,
                            seen,
                            // What happens to an event without dates is in no feed of them.
                            seen.isEmpty() ? now : PreparedPage.sameUntil(seen, List.of(), now)));
        });
    }

    private EventDates dates(
            UUID id, @Nullable String part, @Nullable String earlier, Reader reader, Links links, Instant now) {
        var coming = events.countDates(id, false, now);
        var over = events.countDates(id, true, now);
        var page = Pages.number(part, coming);
        var pageOver = Pages.number(earlier, over);
        var next = schedule.of(events.dates(id, false, 1, now));
        return new EventDates(
                next,
                page == 1 ? next : schedule.of(events.dates(id, false, page, now)),
                Pages.of(page, coming, reader, nth -> links.event(id, nth == 1 ? "" : "page=" + nth)),
                schedule.of(events.dates(id, true, pageOver, now)),
                Pages.of(pageOver, over, reader, nth -> links.event(id, nth == 1 ? "" : "earlier=" + nth)));
    }

    Optional<Made> programme(UUID id, @Nullable String part, Reader reader, Instant now) {
        return events.programme(id).map(found -> {
            var entries = all(under(id), now);
            var tour = stops.of(id);
            var links = Links.within(publicUrl, reader);
            var page = ProgrammePage.of(
                    found, events.wholeOf(id), events.partsOf(id), tour, entries, part, reader, links, now);
            var description = page.description();
            var image = entries.stream()
                    .map(ScheduleEntry::image)
                    .filter(Objects::nonNull)
                    .findFirst();
            var layout = layout(
                            reader,
                            page.title().text(),
                            description == null ? page.title().text() : description.text(),
                            Links.WHATS_ON + "/programmes/" + id)
                    .with(links.full(image.map(one -> "/v1/images/" + one.id() + "?width=960")
                            .orElse(assets.previewOf("festival"))));
            var html = layout.around(programme)
                    .data("page", page)
                    .data(
                            "linkedData",
                            linkedData(entries, documents.of(id, found.title(), tour, reader.texts()), reader, now))
                    .render();
            return PreparedPage.of(
                    html,
                    reader,
                    Frames.NOBODY,
                    Ground.ofPage(
                            under(id),
                            entries,
                            entries,
                            // Nothing tells here that the room of a stop has another name.
                            tour.isEmpty() ? PreparedPage.sameUntil(entries, List.of(), now) : now));
        });
    }

    /** All programmes that stand under no other. */
    Made programmes(Reader reader, Instant now) {
        var links = Links.within(publicUrl, reader);
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var layout = layout(
                        reader,
                        reader.words().say("programmes"),
                        reader.words().say("description"),
                        Links.WHATS_ON + "/programmes")
                .with(links.full(assets.previewOf("festival")));
        var html = layout.around(programmes)
                .data("page", ProgrammesPage.of(events.programmes(), today, reader, links))
                .render();
        return PreparedPage.of(
                html,
                reader,
                Frames.NOBODY,
                Ground.withoutPlaces(
                        PreparedPage.NO_SESSION, List.of(), PreparedPage.sameUntil(List.of(), List.of(), now)));
    }

    /** All of it, however much that is: what is counted must be whole. */
    private List<ScheduleEntry> all(ScheduleQuestion question, Instant now) {
        var found = new ArrayList<ScheduleEntry>();
        List<ScheduleEntry> more;
        do {
            var last = found.isEmpty() ? null : found.get(found.size() - 1);
            var after = last == null ? null : new ScheduleReader.Place(last.startsAt(), last.id());
            more = schedule.find(question, after, MOST, now);
            found.addAll(more);
        } while (more.size() == MOST);
        return found;
    }

    /** The next dates of a choice, for a page of somebody else. */
    Made widget(WidgetChoice choice, Reader reader, Instant now) {
        var links = Links.fromElsewhere(publicUrl, reader);
        var marks = new PlaceMarks(reader);
        var entries = schedule.find(choice.question(), null, choice.entries(), now);
        var cards = entries.stream()
                .map(entry -> EntryCard.of(entry, reader, links, marks, now))
                .toList();
        var centre = choice.centre();
        var written = marks.write(layout(reader, choice.title(reader), "", Links.WHATS_ON)
                .around(widget)
                .data("cards", cards)
                .data("theme", choice.theme())
                .data("name", centre.map(one -> reader.read(one.name())).orElse(null))
                .data("all", centre.map(one -> links.ofCentre(one.id())).orElse(links.whatsOn()))
                .render());
        var ground = Ground.ofPage(
                        choice.question().asOf(now), entries, entries, PreparedPage.sameUntil(entries, List.of(), now))
                .with(written.blanks(false));
        return PreparedPage.of(
                written.html(),
                reader,
                Frames.ANYBODY,
                entries.size() < choice.entries() ? ground : ground.endingThere());
    }

    private Layout layout(Reader reader, String title, String description, String path) {
        return Layout.of(reader, assets, publicUrl.toString(), title, description, path);
    }

    /** What search engines read of the coming sessions and of the stops of a tour; empty for none. */
    private String linkedData(List<ScheduleEntry> entries, List<ObjectNode> tour, Reader reader, Instant now) {
        var coming = entries.stream()
                .filter(entry -> entry.endsAt().isAfter(now))
                .limit(MOST_TOLD)
                .toList();
        if (coming.isEmpty() && tour.isEmpty()) {
            return "";
        }
        var document = documents.of(coming, reader.texts());
        document.withArray("/@graph").addAll(tour);
        return Documents.inPage(document);
    }

    private static Bound day(LocalDate day) {
        return new Bound(day, null);
    }

    private static ScheduleQuestion under(UUID programme) {
        return new ScheduleQuestion(
                List.of(), List.of(), null, null, List.of(), List.of(), null, List.of(), List.of(), false, programme,
                null, null, List.of());
    }
}

package org.goldenbridge.event.whatson;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.event.linkeddata.Documents;
import org.goldenbridge.event.page.Assets;
import org.goldenbridge.event.page.Centres;
import org.goldenbridge.event.page.Layout;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.event.publicschedule.ScheduleQuestion;
import org.goldenbridge.event.publicschedule.ScheduleReader;
import org.goldenbridge.event.schedule.Bound;
import org.jspecify.annotations.Nullable;

/** Writes the pages: each is a function of what is asked for, who reads, the schedule and the time. */
@Singleton
class Rendering {
    private static final int MOST = 2_000;
    private static final int MOST_DATES = 200;
    private static final int MOST_TOLD = 12;
    private static final int IN_A_WIDGET = 8;
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    private final ScheduleReader schedule;
    private final PublicEvents events;
    private final Centres centres;
    private final Documents documents;
    private final Assets assets;
    private final URI publicUrl;
    private final Template whatsOn;
    private final Template event;
    private final Template programme;
    private final Template widget;

    Rendering(
            ScheduleReader schedule,
            PublicEvents events,
            Centres centres,
            Documents documents,
            Assets assets,
            @ConfigProperty(name = "goldenbridge.public-url") URI publicUrl,
            @Location("whatson/whats-on.html") Template whatsOn,
            @Location("whatson/event.html") Template event,
            @Location("whatson/programme.html") Template programme,
            @Location("whatson/widget.html") Template widget) {
        this.schedule = schedule;
        this.events = events;
        this.centres = centres;
        this.documents = documents;
        this.assets = assets;
        this.publicUrl = publicUrl;
        this.whatsOn = whatsOn;
        this.event = event;
        this.programme = programme;
        this.widget = widget;
    }

    String whatsOn(Asked asked, Reader reader, Instant now) {
        var all = centres.all();
        var first = WhatsOn.firstDay(asked, all, now);
        var strip = WhatsOn.firstOfStrip(asked, first);
        var entries = schedule.find(
                asked.searched().between(day(strip), day(strip.plusDays(WhatsOn.STRIP - 1L))), null, MOST, now);
        var later = schedule.find(asked.filtered().between(day(first.plusDays(asked.days())), null), null, 1, now);
        var page = WhatsOn.of(
                asked,
                reader,
                Links.within(publicUrl, reader),
                all,
                entries,
                later.stream().findFirst().orElse(null),
                now);
        var name = page.centreName();
        var layout = layout(
                reader,
                reader.words().say("whatsOn") + (name == null ? "" : " · " + name.text()),
                reader.words().say("description"),
                asked.with(Asked.LANG, null).address(Links.WHATS_ON));
        return layout.around(whatsOn).data("page", page).render();
    }

    Optional<String> event(UUID id, Reader reader, Instant now) {
        return events.event(id).map(found -> {
            var links = Links.within(publicUrl, reader);
            var entries = schedule.find(
                    ScheduleQuestion.everything().of(id).between(day(BEGINNING), null), null, MOST_DATES, now);
            var page = EventPage.of(
                    found,
                    centres.find(found.centreId()),
                    Optional.ofNullable(found.programmeId()).flatMap(events::programme),
                    entries,
                    reader,
                    links,
                    now);
            var image = page.image();
            var layout = layout(reader, page.title().text(), page.summary(), Links.WHATS_ON + "/events/" + id)
                    .with(image == null ? null : links.full("/v1/images/" + image.id() + "?width=960"));
            return layout.around(event)
                    .data("page", page)
                    .data("linkedData", linkedData(entries, reader, now))
                    .render();
        });
    }

    Optional<String> programme(UUID id, Reader reader, Instant now) {
        return events.programme(id).map(found -> {
            var entries = schedule.find(under(id), null, MOST, now);
            var page = ProgrammePage.of(
                    found,
                    events.wholeOf(id),
                    events.partsOf(id),
                    entries,
                    reader,
                    Links.within(publicUrl, reader),
                    now);
            var description = page.description();
            var layout = layout(
                    reader,
                    page.title().text(),
                    description == null ? page.title().text() : description.text(),
                    Links.WHATS_ON + "/programmes/" + id);
            return layout.around(programme)
                    .data("page", page)
                    .data("linkedData", linkedData(entries, reader, now))
                    .render();
        });
    }

    /** The next dates of a centre, or of all, for a page of somebody else. */
    String widget(@Nullable String centre, Reader reader, Instant now) {
        var question = ScheduleQuestion.everything().at(centre == null ? List.of() : List.of(centre));
        var links = Links.fromElsewhere(publicUrl, reader);
        var cards = schedule.find(question, null, IN_A_WIDGET, now).stream()
                .map(entry -> EntryCard.of(entry, reader, links, now))
                .toList();
        var name = Optional.ofNullable(centre).flatMap(centres::find).map(one -> reader.read(one.name()));
        var layout = layout(reader, reader.words().say("whatsOn"), "", Links.WHATS_ON);
        return layout.around(widget)
                .data("cards", cards)
                .data("name", name.orElse(null))
                .data("all", centre == null ? links.whatsOn() : links.ofCentre(centre))
                .render();
    }

    private Layout layout(Reader reader, String title, String description, String path) {
        return Layout.of(reader, assets, publicUrl.toString(), title, description, path);
    }

    /** What search engines read of the coming sessions; empty for none. */
    private String linkedData(List<ScheduleEntry> entries, Reader reader, Instant now) {
        var coming = entries.stream()
                .filter(entry -> entry.endsAt().isAfter(now))
                .limit(MOST_TOLD)
                .toList();
        return coming.isEmpty() ? "" : Documents.inPage(documents.of(coming, reader.texts()));
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

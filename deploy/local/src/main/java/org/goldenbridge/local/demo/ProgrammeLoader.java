package org.goldenbridge.local.demo;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Plans the programme of one centre and books its visitors in. */
final class ProgrammeLoader {
    /** What begins sooner than this is left out: by the time it is loaded it would have begun. */
    private static final Duration TOO_SOON = Duration.ofMinutes(15);

    private final Api api;
    private final Crew crew;
    private final Tally tally;
    private final Clock clock;
    private final Network network;
    private final Centre centre;
    private final CourseLoader courses;
    private final Instant deadline;
    private final Map<String, String> eventIds = new ConcurrentHashMap<>();
    private final Map<String, String> courseIds = new ConcurrentHashMap<>();
    private final Map<Programme.Found, JsonNode> schedule = new ConcurrentHashMap<>();

    /** @param deadline until when event-service may take to hear of the centre */
    ProgrammeLoader(Api api, Crew crew, Tally tally, Clock clock, Network network, Centre centre, Instant deadline) {
        this.api = api;
        this.crew = crew;
        this.tally = tally;
        this.clock = clock;
        this.network = network;
        this.centre = centre;
        this.courses = new CourseLoader(api, crew, tally, centre);
        this.deadline = deadline;
    }

    /** What of the programme is there already, and so from which day on it runs. */
    Programme look() {
        var today = LocalDate.now(clock.withZone(centre.zone()));
        var titles = centre.events().stream().collect(toMap(Event::name, Event::key));
        var keys = new HashMap<String, String>();
        api.awaitKnown(deadline, centre.manager(), "/v1/events?limit=1&centre=" + centre.id());
        for (var event : api.list(centre.manager(), "/v1/events?centre=" + centre.id())) {
            var key = titles.get(event.path("title").path("en").asText());
            if (key != null && eventIds.putIfAbsent(key, event.path("id").asText()) == null) {
                keys.put(event.path("id").asText(), key);
            }
        }
        if (!keys.isEmpty()) {
            var from = today.minusDays(Programme.DAYS_REMEMBERED);
            for (var session : api.list(centre.manager(), "/v1/sessions?centre=" + centre.id() + "&from=" + from)) {
                var key = keys.get(session.path("event").path("id").asText());
                if (key != null) {
                    var start = Instant.parse(session.path("startsAt").asText());
                    schedule.put(new Programme.Found(key, start), session);
                }
            }
        }
        return Programme.continuing(schedule.keySet(), centre, network.venues(), today);
    }

    /** The sessions of the programme that are planned now: those that were there, and those still to come. */
    List<PlannedSession> plan(Programme programme, Map<String, String> spaces, Map<String, String> umbrellas) {
        crew.each(centre.events(), event -> {
            if (!eventIds.containsKey(event.key())) {
                eventIds.put(event.key(), add(event, umbrellas));
            }
            tally.step("events");
        });
        var sessions = programme.sessions().stream()
                .filter(session -> existing(session) != null || isStillToCome(session))
                .toList();
        crew.each(centre.events(), event -> {
            if (event.course() != null) {
                courseIds.put(event.key(), courses.plan(event, requireNonNull(eventIds.get(event.key()))));
            }
        });
        crew.each(sessions, session -> {
            if (existing(session) == null) {
                schedule.put(found(session), add(session, spaces));
            }
        });
        courses.enrol(Programme.courses(sessions), courseIds);
        crew.each(sessions, session -> {
            if (isStillToCome(session)) {
                var there = requireNonNull(existing(session));
                book(session, there);
                cancel(session, there);
            }
            tally.step("sessions");
        });
        return sessions;
    }

    /**
     * Lets somebody make up for a lesson in another course, where the files say so.
     *
     * @return how many do
     */
    int makeUp(Programme programme) {
        return (int) programme.makeUps().stream()
                .filter(makeUp -> {
                    var missed = existing(makeUp.missed());
                    var instead = existing(makeUp.instead());
                    return missed != null && instead != null && courses.makeUp(makeUp, missed, instead);
                })
                .count();
    }

    private @Nullable JsonNode existing(PlannedSession session) {
        return schedule.get(found(session));
    }

    private static Programme.Found found(PlannedSession session) {
        return new Programme.Found(session.event().key(), session.start());
    }

    private boolean isStillToCome(PlannedSession session) {
        return session.start().isAfter(clock.instant().plus(TOO_SOON));
    }

    private String add(Event event, Map<String, String> umbrellas) {
        var body = new Body()
                .with("centreId", centre.id())
                .with("kind", event.kind())
                .with("title", event.title())
                .with("description", event.description())
                .with("audience", event.audience())
                .with("level", event.level())
                .with("minimumAge", event.minimumAge())
                .with("maximumAge", event.maximumAge())
                .with("languages", event.languages())
                .with("price", event.price())
                .with("programmeId", event.programme() == null ? null : umbrellas.get(event.programme()));
        var added = api.onceKnown(deadline, () -> api.post(centre.manager(), "/v1/events", body));
        return tally.created(added, "The event “" + event.name() + "” of " + centre.id());
    }

    private JsonNode add(PlannedSession session, Map<String, String> spaces) {
        var body = new Body()
                .with("eventId", eventIds.get(session.event().key()))
                .with("spaceId", session.space() == null ? null : spaces.get(session.space()))
                .with("venue", session.venue() == null ? null : venue(session.venue()))
                .with("startsAt", session.startsAt().toString())
                .with("endsAt", session.endsAt().toString())
                .with("courseId", courseIds.get(session.event().key()))
                // A lesson has the places that its course says.
                .with("capacity", session.event().course() == null ? session.capacity() : null);
        var added = api.onceKnown(deadline, () -> api.post(centre.manager(), "/v1/sessions", body));
        tally.created(added, "The session " + session);
        return added.body();
    }

    private Body venue(String key) {
        var venue = requireNonNull(network.venues().get(key));
        return new Body()
                .with("name", venue.name())
                .with("address", venue.address())
                .with("city", venue.city())
                .with("country", venue.country())
                .with("zone", venue.zone().getId());
    }

    private void book(PlannedSession session, JsonNode there) {
        var guests = Guests.of(session);
        int places = guests.stream().mapToInt(Centre.Visitor::party).sum();
        int kept = session.event().kept();
        int taken =
                there.path("capacity").asInt() - kept - there.path("placesLeft").asInt();
        if (there.path("status").asText().equals("cancelled") || taken >= places) {
            return;
        }
        var path = "/v1/sessions/" + there.path("id").asText() + "/bookings";
        for (var guest : guests) {
            var booked = api.post(
                    centre.clerk(),
                    path,
                    guest.asksForPlaces().with("ages", ages(session.event(), guest)),
                    "Idempotency-Key",
                    Guests.key(session.key(), guest));
            // Somebody may have taken the last places since, or booked this visitor in by hand.
            if (booked.status() != 409) {
                tally.created(booked, "A booking for " + session);
            }
        }
    }

    /** One for each place; null where the event is for people of any age. */
    private static @Nullable List<Integer> ages(Event event, Centre.Visitor guest) {
        var age = event.minimumAge() == null ? event.maximumAge() : event.minimumAge();
        return age == null ? null : Collections.nCopies(guest.party(), age);
    }

    private void cancel(PlannedSession session, JsonNode there) {
        if (session.cancelled() == null || there.path("status").asText().equals("cancelled")) {
            return;
        }
        var path = "/v1/sessions/" + there.path("id").asText();
        var version = requireNonNull(api.get(centre.manager(), path).etag(), "A session without an ETag");
        var reason = new Body().with("reason", network.cancellations().get(session.cancelled()));
        var cancelled = api.post(centre.manager(), path + "/cancellation", reason, "If-Match", version);
        tally.accepted(cancelled, "The cancellation of " + session);
    }
}

package org.goldenbridge.event.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.publicschedule.PreparedAnswers;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.event.publicschedule.ScheduleReader;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Calendars to subscribe to, and single sessions to take into one's own. For everyone: drafts are not in them. */
@Path("/v1/calendars")
@Produces(CalendarResource.ICALENDAR)
@Tag(name = "Calendars", description = "The schedule for calendar programs, as RFC 5545 has it.")
class CalendarResource {
    static final String ICALENDAR = "text/calendar;charset=utf-8";
    private static final String ANSWER = "A calendar of RFC 5545";
    private static final String SUBSCRIBED =
            " To be subscribed to by address: sessions that ended at most 30 days ago and all"
                    + " to come, 5,000 at most and the nearest first. A cancelled one stays for 30 days with STATUS:CANCELLED. The"
                    + " body stays the same until something changes, so that If-None-Match spares sending it.";
    private static final String ONE_LANGUAGE = "The language of its texts, a BCP 47 tag such as fr, before"
            + " Accept-Language. A calendar is in one language: * is refused.";

    private static final String EXAMPLE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Goldenbridge//Schedule//EN
            CALSCALE:GREGORIAN
            NAME;LANGUAGE=fr:Pékin
            X-WR-CALNAME:Pékin
            REFRESH-INTERVAL;VALUE=DURATION:PT1H
            BEGIN:VTIMEZONE
            TZID:Asia/Shanghai
            BEGIN:STANDARD
            DTSTART:19700101T000000
            TZOFFSETFROM:+0800
            TZOFFSETTO:+0800
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:0193b2f4-8c00-7000-8000-000000000001@goldenbridge.example.org
            DTSTAMP:20261121T100000Z
            SEQUENCE:0
            DTSTART;TZID=Asia/Shanghai:20261205T110000
            DTEND;TZID=Asia/Shanghai:20261205T130000
            STATUS:CONFIRMED
            SUMMARY;LANGUAGE=fr:Dombra pour débutants
            END:VEVENT
            END:VCALENDAR
            """;

    private final Subjects subjects;
    private final Calendars calendars;
    private final ScheduleReader schedule;
    private final PreparedAnswers answers;
    private final HttpHeaders headers;
    private final Clock clock;

    CalendarResource(
            Subjects subjects,
            Calendars calendars,
            ScheduleReader schedule,
            PreparedAnswers answers,
            HttpHeaders headers,
            Clock clock) {
        this.subjects = subjects;
        this.calendars = calendars;
        this.schedule = schedule;
        this.answers = answers;
        this.headers = headers;
        this.clock = clock;
    }

    /** All that a centre answers for. */
    @GET
    @Path("/centres/{centreId}.ics")
    @PermitAll
    @Operation(
            summary = "Subscribe to a centre",
            description = "What a centre offers, in its spaces, elsewhere and online." + SUBSCRIBED)
    @APIResponse(
            responseCode = "200",
            description = ANSWER,
            content =
                    @Content(
                            mediaType = "text/calendar",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "calendar", value = EXAMPLE)))
    public RestResponse<byte[]> centre(
            String centreId,
            @Schema(description = ONE_LANGUAGE) @QueryParam("lang") @Nullable String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return calendar(() -> subjects.centre(centreId), language(lang));
    }

    /** What is on in one space. */
    @GET
    @Path("/spaces/{spaceId}.ics")
    @PermitAll
    @Operation(summary = "Subscribe to a space", description = "What is on in one space of a centre." + SUBSCRIBED)
    @APIResponse(
            responseCode = "200",
            description = ANSWER,
            content =
                    @Content(
                            mediaType = "text/calendar",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "calendar", value = EXAMPLE)))
    public RestResponse<byte[]> space(
            UUID spaceId,
            @Schema(description = ONE_LANGUAGE) @QueryParam("lang") @Nullable String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return calendar(() -> subjects.space(spaceId), language(lang));
    }

    /** What stands under a programme or its parts. */
    @GET
    @Path("/programmes/{programmeId}.ics")
    @PermitAll
    @Operation(
            summary = "Subscribe to a programme",
            description = "What stands under a programme and its parts, at all centres." + SUBSCRIBED)
    @APIResponse(
            responseCode = "200",
            description = ANSWER,
            content =
                    @Content(
                            mediaType = "text/calendar",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "calendar", value = EXAMPLE)))
    public RestResponse<byte[]> programme(
            UUID programmeId,
            @Schema(description = ONE_LANGUAGE) @QueryParam("lang") @Nullable String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return calendar(() -> subjects.programme(programmeId), language(lang));
    }

    /** The lessons of a course. */
    @GET
    @Path("/courses/{courseId}.ics")
    @PermitAll
    @Operation(summary = "Subscribe to a course", description = "The lessons of a course." + SUBSCRIBED)
    @APIResponse(
            responseCode = "200",
            description = ANSWER,
            content =
                    @Content(
                            mediaType = "text/calendar",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "calendar", value = EXAMPLE)))
    public RestResponse<byte[]> course(
            UUID courseId,
            @Schema(description = ONE_LANGUAGE) @QueryParam("lang") @Nullable String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return calendar(() -> subjects.course(courseId), language(lang));
    }

    /** All sessions of an event. */
    @GET
    @Path("/events/{eventId}.ics")
    @PermitAll
    @Operation(summary = "Subscribe to an event", description = "All sessions of an event." + SUBSCRIBED)
    @APIResponse(
            responseCode = "200",
            description = ANSWER,
            content =
                    @Content(
                            mediaType = "text/calendar",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "calendar", value = EXAMPLE)))
    public RestResponse<byte[]> event(
            UUID eventId,
            @Schema(description = ONE_LANGUAGE) @QueryParam("lang") @Nullable String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return calendar(() -> subjects.event(eventId), language(lang));
    }

    /** One session, to be added to one's own calendar. */
    @GET
    @Path("/sessions/{sessionId}.ics")
    @PermitAll
    @Operation(
            summary = "Add a session to a calendar",
            description = "One session, whenever it is, as a file that calendar programs take in.")
    @APIResponse(
            responseCode = "200",
            description = ANSWER,
            content =
                    @Content(
                            mediaType = "text/calendar",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "calendar", value = EXAMPLE)))
    public RestResponse<byte[]> session(
            UUID sessionId,
            @Schema(description = ONE_LANGUAGE) @QueryParam("lang") @Nullable String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var language = language(lang);
        var path = Subject.of(session(sessionId)).path();
        return answers.give(path + " " + language.chain(), () -> calendars.of(session(sessionId), language));
    }

    private ScheduleEntry session(UUID sessionId) {
        return schedule.of(sessionId).orElseThrow(() -> Refusal.notFound("There is no such session for the public."));
    }

    /** Looked for twice: to know that it is there, and for the answer as it is when that is made. */
    private RestResponse<byte[]> calendar(Supplier<Subject> subject, ReaderLanguage language) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return answers.give(
                subject.get().path() + " " + language.chain(), () -> calendars.of(subject.get(), today, language));
    }

    private ReaderLanguage language(@Nullable String lang) {
        var language = ReaderLanguage.asked(lang, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        if (language.variant().equals("all")) {
            throw Refusal.badRequest("invalid-request", "?lang must be one language: a calendar is in one.")
                    .at("?lang", "must be one language");
        }
        return language;
    }
}

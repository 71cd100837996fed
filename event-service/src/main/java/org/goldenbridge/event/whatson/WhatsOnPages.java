package org.goldenbridge.event.whatson;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.page.Assets;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.event.page.Centres;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.page.Visit;
import org.goldenbridge.event.publicschedule.PreparedAnswers;
import org.goldenbridge.event.publicschedule.WrittenChange;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What is on, for people. Parameters that a page does not know are passed over; what is wrong is answered with a page. */
@Path(Links.WHATS_ON)
class WhatsOnPages {
    private static final String CHANGE_NUMBER = "changeNumber";

    private final Rendering rendering;
    private final PreparedAnswers answers;
    private final WrittenChange written;
    private final RefusedPage refused;
    private final Centres centres;
    private final Clock clock;

    @Inject
    WhatsOnPages(
            Rendering rendering,
            PreparedAnswers answers,
            WrittenChange written,
            RefusedPage refused,
            Centres centres,
            Clock clock) {
        this.rendering = rendering;
        this.answers = answers;
        this.written = written;
        this.refused = refused;
        this.centres = centres;
        this.clock = clock;
    }

    /** By day or by week, of one centre or all, filtered. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> whatsOn(
            @BeanParam Visit visit, @QueryParam(CHANGE_NUMBER) @Nullable String changeNumber, UriInfo address) {
        var known = centres.all().stream().map(CentreCard::id).collect(Collectors.toCollection(TreeSet::new));
        var asked = Asked.of(address.getQueryParameters(), known);
        // As an address: there nothing that is typed looks like something else. What is left out now may be there
        // later.
        var what = asked.address("days") + (asked.leftOut() ? " but nothing beside " + known : "");
        return page(what, visit, changeNumber, () -> rendering.whatsOn(asked, visit.reader(), clock.instant()));
    }

    /** An event with its dates. */
    @GET
    @Path("/events/{eventId}")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> event(
            String eventId,
            @QueryParam("page") @Nullable String part,
            @QueryParam("earlier") @Nullable String earlier,
            @BeanParam Visit visit,
            @QueryParam(CHANGE_NUMBER) @Nullable String changeNumber) {
        var id = id(eventId);
        return page(
                "event " + id + " " + Pages.asked(part) + " " + Pages.asked(earlier),
                visit,
                changeNumber,
                () -> found(rendering.event(id, part, earlier, visit.reader(), clock.instant())));
    }

    /** All programmes. */
    @GET
    @Path("/programmes")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> programmes(
            @BeanParam Visit visit, @QueryParam(CHANGE_NUMBER) @Nullable String changeNumber) {
        return page("programmes", visit, changeNumber, () -> rendering.programmes(visit.reader(), clock.instant()));
    }

    /** A programme with its parts and events. */
    @GET
    @Path("/programmes/{programmeId}")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> programme(
            String programmeId,
            @QueryParam("page") @Nullable String part,
            @BeanParam Visit visit,
            @QueryParam(CHANGE_NUMBER) @Nullable String changeNumber) {
        var id = id(programmeId);
        return page(
                "programme " + id + " " + Pages.asked(part),
                visit,
                changeNumber,
                () -> found(rendering.programme(id, part, visit.reader(), clock.instant())));
    }

    /** The next dates, to be shown inside of a page of somebody else. */
    @GET
    @Path("/widget")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> widget(
            @QueryParam("centre") @Nullable String centre,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("programme") @Nullable String programme,
            @QueryParam("entries") @Nullable String entries,
            @QueryParam("theme") @Nullable String theme,
            @BeanParam Visit visit,
            @QueryParam(CHANGE_NUMBER) @Nullable String changeNumber) {
        var known = Optional.ofNullable(centre).flatMap(centres::find);
        var choice = WidgetChoice.of(
                known,
                kind,
                Optional.ofNullable(programme).flatMap(WhatsOnPages::uuid).orElse(null),
                entries,
                theme);
        var reader = visit.stranger();
        written.mustBeKnown(changeNumber);
        var what = "widget " + choice
                + (centre == null || known.isPresent() ? "" : " but nothing beside " + centres.all());
        return answers.give(question(what, reader), () -> rendering.widget(choice, reader, clock.instant()));
    }

    /** The script that puts the widget into a page, by one line there. */
    @GET
    @Path("/widget.js")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> widgetScript() {
        return RestResponse.ResponseBuilder.ok(Assets.file("widget.js"))
                .header(HttpHeaders.CONTENT_TYPE, "text/javascript;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** All other addresses below. */
    @GET
    @Path("/{other:.+}")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> other(String other) {
        throw Refusal.notFound("There is no such page.");
    }

    /** Says in the look of the pages what cannot be shown. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    /** @param what all that decides what is shown, but for who reads it */
    private RestResponse<byte[]> page(
            String what, Visit visit, @Nullable String changeNumber, Supplier<PreparedAnswers.Made> making) {
        written.mustBeKnown(changeNumber);
        return answers.give(question(what, visit.reader()), visit.cookie(), making);
    }

    private static String question(String what, Reader reader) {
        return Links.WHATS_ON + " " + what + " " + PreparedPage.who(reader);
    }

    private static <T> T found(Optional<T> page) {
        return page.orElseThrow(() -> Refusal.notFound("There is no such page."));
    }

    private static UUID id(String text) {
        return found(uuid(text));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package org.goldenbridge.event.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.event.page.Assets;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.event.page.Centres;
import org.goldenbridge.event.page.Centres.SpaceCard;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.PageAnswers.Frames;
import org.goldenbridge.event.page.PageLanguage;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.RefusedPage;
import org.goldenbridge.event.publicschedule.ScheduleQuestion;
import org.goldenbridge.event.publicschedule.ScheduleReader;
import org.goldenbridge.event.schedule.Bound;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Wall screens in a centre or beside the door of one of its spaces; a space is named by its code or its id. */
@Path("/screens")
class ScreenPages {
    private static final Duration AHEAD = Duration.ofDays(14);
    private static final int MOST_LANGUAGES = 3;

    private final ScheduleReader schedule;
    private final Centres centres;
    private final Assets assets;
    private final PageAnswers answers;
    private final RefusedPage refused;
    private final Template page;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    ScreenPages(
            ScheduleReader schedule,
            Centres centres,
            Assets assets,
            PageAnswers answers,
            RefusedPage refused,
            @Location("screen/screen.html") Template page,
            ObjectMapper json,
            Clock clock) {
        this.schedule = schedule;
        this.centres = centres;
        this.assets = assets;
        this.answers = answers;
        this.refused = refused;
        this.page = page;
        this.json = json;
        this.clock = clock;
    }

    /** What lets a screen begin again while the network is away. Its address says for which pages. */
    @GET
    @Path("/worker.js")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> worker() {
        return RestResponse.ResponseBuilder.ok(Assets.file("screen-worker.js"))
                .header(HttpHeaders.CONTENT_TYPE, "text/javascript;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** The screen of a centre. */
    @GET
    @Path("/{centre}")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> ofCentre(
            String centre,
            @QueryParam("langs") @Nullable String langs,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String has) {
        return page(screen(centre, null, langs), has);
    }

    /** What the screen of a centre shows. */
    @GET
    @Path("/{centre}/data")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> dataOfCentre(
            String centre,
            @QueryParam("langs") @Nullable String langs,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String has) {
        return data(screen(centre, null, langs), has);
    }

    /** The screen of a space. */
    @GET
    @Path("/{centre}/{space}")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> ofSpace(
            String centre,
            String space,
            @QueryParam("langs") @Nullable String langs,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String has) {
        return page(screen(centre, space, langs), has);
    }

    /** What the screen of a space shows. */
    @GET
    @Path("/{centre}/{space}/data")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> dataOfSpace(
            String centre,
            String space,
            @QueryParam("langs") @Nullable String langs,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String has) {
        return data(screen(centre, space, langs), has);
    }

    /** Says in the look of the pages that there is no such screen. */
    @ServerExceptionMapper
    public RestResponse<byte[]> refused(Refusal refusal, ContainerRequestContext request) {
        return refused.answer(refusal, request);
    }

    private Screen screen(String centreId, @Nullable String codeOrId, @Nullable String langs) {
        var centre = centres.find(centreId).orElseThrow(() -> Refusal.notFound("There is no such centre."));
        var space = Optional.ofNullable(codeOrId)
                .map(wanted ->
                        centres.space(centreId, wanted).orElseThrow(() -> Refusal.notFound("There is no such space.")));
        var now = clock.instant();
        var question = ScheduleQuestion.everything()
                .at(List.of(centreId))
                .in(space.map(SpaceCard::id).map(List::of).orElse(List.of()))
                .between(new Bound(null, now), new Bound(null, now.plus(AHEAD)));
        return Screen.of(
                assets.base(),
                centre.zone(),
                space.map(SpaceCard::name).orElse(centre.name()),
                languages(centre, langs),
                schedule.find(question, null, Screen.MOST, now),
                LocalDate.ofInstant(now, centre.zone()));
    }

    /** Those that are asked for, or else the one of the country and Kazakh. */
    private static List<PageLanguage> languages(CentreCard centre, @Nullable String langs) {
        var asked = langs == null
                ? List.<PageLanguage>of()
                : Arrays.stream(langs.split(",", 20))
                        .flatMap(tag -> PageLanguage.exactly(tag.strip()).stream())
                        .distinct()
                        .limit(MOST_LANGUAGES)
                        .toList();
        return asked.isEmpty() ? centre.onScreens() : asked;
    }

    private RestResponse<byte[]> page(Screen screen, @Nullable String has) {
        var language = PageLanguage.exactly(screen.languages().get(0).tag()).orElseThrow();
        var html = page.data("base", assets.base())
                .data("lang", language)
                .data("screen", screen)
                .data("told", clock.instant())
                .data("json", inPage(write(screen)))
                .render();
        return answers.page(html, Reader.in(language), Frames.NOBODY, has).build();
    }

    private RestResponse<byte[]> data(Screen screen, @Nullable String has) {
        var bytes = write(screen).getBytes(StandardCharsets.UTF_8);
        var tag = PageAnswers.tag(bytes);
        var answer = EntityTags.matches(has, tag)
                ? RestResponse.ResponseBuilder.<byte[]>create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(bytes, MediaType.APPLICATION_JSON_TYPE);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Goldenbridge-Told", clock.instant())
                .build();
    }

    private String write(Screen screen) {
        try {
            return json.writeValueAsString(screen);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own answers can be written", e);
        }
    }

    /** As it may stand in an element of the page, whatever somebody wrote into a title. */
    private static String inPage(String json) {
        return json.replace("<", "\\u003c").replace("&", "\\u0026");
    }
}

package org.goldenbridge.event.publicschedule;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers about the schedule, each made once and given to everybody until a change concerns it. Nothing given out is older than a
 * second: what the change feeds have moved is looked at ten times a second, and when they cannot be looked at, every answer is
 * made anew.
 */
@Singleton
public class PreparedAnswers {
    /** Longer addresses are answered, but not remembered as they were written. */
    private static final int LONGEST_REQUEST = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LONGEST_QUEUE = 50;

    /** So long after their end sessions are still in the feeds (90 days, by days). */
    static final Duration FOLLOWED = Duration.ofDays(89);

    private final ScheduleChanges changes;
    private final Clock clock;
    private final UriInfo address;
    private final HttpHeaders headers;
    private final Cache<String, Kept> answers;

    /** So many are made at once: when much has to be made anew, the changes must still be followed, or nothing would ever be fresh. */
    private final Semaphore makers =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /** From a request as it was written to what it asks. */
    private final Cache<String, Asked> questions = Caffeine.newBuilder()
            .maximumWeight(16 << 20)
            .<String, Asked>weigher((request, asked) -> 2 * (request.length() + asked.length()) + 100)
            .build();

    PreparedAnswers(
            ScheduleChanges changes,
            Clock clock,
            UriInfo address,
            HttpHeaders headers,
            @ConfigProperty(name = "goldenbridge.prepared-answers-bytes", defaultValue = "67108864") long mostBytes) {
        this.changes = changes;
        this.clock = clock;
        this.address = address;
        this.headers = headers;
        answers = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .<String, Kept>weigher((question, kept) -> kept.answer.weight() + 2 * question.length())
                .build();
    }

    /**
     * What is answered.
     *
     * @param mediaType as its header says it
     * @param languages of its texts
     * @param headers what else goes with it
     */
    public record Content(String body, String mediaType, Set<String> languages, Map<String, String> headers) {}

    /**
     * What a request asks.
     *
     * @param cookie what whoever sends that very request is to keep; it is no part of the answer, which others get as well
     */
    private record Asked(String question, @Nullable String cookie) {
        int length() {
            return question.length() + (cookie == null ? 0 : cookie.length());
        }
    }

    /** What is given to a request: the answer, and the cookie that goes with it this time. */
    record Given(Answer answer, @Nullable String cookie) {}

    /** An answer with what it depends on, just made. */
    public record Made(Content content, Ground ground) {}

    /**
     * The answer to the request at hand, 200 or 304.
     *
     * @param question all that decides what is answered, the language included
     * @param making makes it from the database
     */
    public RestResponse<byte[]> give(String question, Supplier<Made> making) {
        return give(question, null, making);
    }

    /**
     * The same with a cookie.
     *
     * @param cookie what goes with it to who sends a request just like this, and to nobody else; decided by the request alone
     */
    public RestResponse<byte[]> give(String question, @Nullable String cookie, Supplier<Made> making) {
        var builder = give(answer(new Asked(question, cookie), written(), making));
        if (cookie != null) {
            builder.header(HttpHeaders.SET_COOKIE, cookie);
        }
        return builder.build();
    }

    /** The same to somebody who has written something: nothing that has changed is missing in it. */
    RestResponse<byte[]> giveNewest(String question, Supplier<Made> making) {
        var kept = answers.getIfPresent(question);
        if (kept != null && kept.answer.newest(changes) != kept.answer) {
            answers.asMap().remove(question, kept);
        }
        return give(answer(new Asked(question, null), null, making)).build();
    }

    private RestResponse.ResponseBuilder<byte[]> give(Answer answer) {
        var isKnown = EntityTags.matches(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), answer.tag);
        var builder = isKnown
                ? RestResponse.ResponseBuilder.<byte[]>create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(answer.buffer().getBytes());
        for (var field : isKnown ? answer.fieldsOfNotModified : answer.fields) {
            builder.header(field.name().toString(), field.value().toString());
        }
        return builder;
    }

    /** The request as it was written, by which it is known when it comes again; null for one that is not remembered. */
    private @Nullable String written() {
        var uri = address.getRequestUri();
        var path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return PreparedRoute.written(
                path,
                headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE),
                headers.getRequestHeader(HttpHeaders.COOKIE));
    }

    private Answer answer(Asked asking, @Nullable String request, Supplier<Made> making) {
        var question = asking.question();
        var asked = System.nanoTime();
        var known = current(question);
        if (known == null) {
            mustBeATurn();
            try {
                // Who waits for one that is being made takes that one: it was begun after they asked.
                known = Objects.requireNonNull(answers.asMap()
                                .compute(
                                        question,
                                        (same, there) -> there != null
                                                        && (isTrue(there.answer) || there.answer.begun - asked > 0)
                                                ? there
                                                : new Kept(make(making))))
                        .answer;
            } finally {
                makers.release();
            }
        }
        if (request != null && request.length() <= LONGEST_REQUEST) {
            questions.put(request, asking);
        }
        return known;
    }

    /**
     * Waits for a permit to read from the database, but not for long: when the database hangs, whoever waits here would take
     * the threads from what could still be answered.
     *
     * @throws Refusal 503 {@code busy} when too many wait already, or after two seconds
     */
    private void mustBeATurn() {
        try {
            if (makers.getQueueLength() < LONGEST_QUEUE
                    && makers.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.unavailable("busy", "Too much is asked at once. Try again.", 2);
    }

    /** What was answered to the very same request and is still true; null when there is nothing. */
    @Nullable
    Given known(String request) {
        var asked = questions.getIfPresent(request);
        var answer = asked == null ? null : current(asked.question());
        return asked == null || answer == null ? null : new Given(answer, asked.cookie());
    }

    /** What is kept for the question, if it is true now or other words make it true. */
    private @Nullable Answer current(String question) {
        var kept = answers.getIfPresent(question);
        if (kept == null || !changes.isFresh()) {
            return null;
        }
        var current = kept.answer.current(changes, clock.millis());
        if (current != null) {
            kept.answer = current;
        }
        return current;
    }

    /** What is kept for a question; other words for places change it where it stands. */
    private static final class Kept {
        volatile Answer answer;

        Kept(Answer answer) {
            this.answer = answer;
        }
    }

    private boolean isTrue(Answer answer) {
        return changes.isFresh() && answer.isTrue(changes, clock.millis());
    }

    private Answer make(Supplier<Made> making) {
        var begun = System.nanoTime();
        var number = changes.number(); // before the database is read: what comes in between makes it anew
        var made = making.get();
        var answer = new Answer(made.content(), asLongAsFollowed(made.ground()), number, begun);
        answer.packWhereItIsLong();
        return answer;
    }

    /** What has left the feeds is in no change any more: an answer that shows it is good for a moment. */
    private Ground asLongAsFollowed(Ground ground) {
        var now = clock.instant();
        var followed = now.minus(FOLLOWED);
        return ground.seen().stream().allMatch(entry -> entry.endsAt().isAfter(followed))
                ? ground
                : ground.until(Collections.min(List.of(ground.until(), now.plusSeconds(1))));
    }
}

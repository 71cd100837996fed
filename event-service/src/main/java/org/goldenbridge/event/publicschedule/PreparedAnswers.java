package org.goldenbridge.event.publicschedule;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Answers about the schedule, each made once and given to everybody until a change concerns it. Nothing given out is older than a
 * second: what the change feeds have moved is looked at ten times a second, and when they cannot be looked at, every answer is
 * made anew.
 */
@Singleton
class PreparedAnswers {
    /** Longer addresses are answered, but not remembered as they were written. */
    private static final int LONGEST_REQUEST = 1_000;

    private final ScheduleChanges changes;
    private final Clock clock;
    private final Cache<String, Answer> answers;

    /** From a request as it was written to the question it asks. */
    private final Cache<String, String> questions =
            Caffeine.newBuilder().maximumSize(20_000).build();

    PreparedAnswers(
            ScheduleChanges changes,
            Clock clock,
            @ConfigProperty(name = "goldenbridge.prepared-answers-bytes", defaultValue = "67108864") long mostBytes) {
        this.changes = changes;
        this.clock = clock;
        answers = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .<String, Answer>weigher((question, answer) -> answer.weight() + 2 * question.length())
                .build();
    }

    /** An answer with what it depends on, just made. */
    record Made(Answer.Content content, Answer.Ground ground) {}

    /**
     * The answer to a question.
     *
     * @param question all that decides what is answered, the language included
     * @param request the request as it was written, to be known again; null when it shall not be
     * @param making makes it from the database
     */
    Answer answer(String question, @Nullable String request, Supplier<Made> making) {
        var known = answers.getIfPresent(question);
        if (known == null || !isTrue(known)) {
            known = Objects.requireNonNull(answers.asMap()
                    .compute(question, (same, there) -> there != null && isTrue(there) ? there : make(making)));
        }
        if (request != null && request.length() <= LONGEST_REQUEST) {
            questions.put(request, question);
        }
        return known;
    }

    /** What was answered to the very same request and is still true; null when there is nothing. */
    @Nullable
    Answer known(String request) {
        var question = questions.getIfPresent(request);
        if (question == null) {
            return null;
        }
        var answer = answers.getIfPresent(question);
        return answer != null && isTrue(answer) ? answer : null;
    }

    private boolean isTrue(Answer answer) {
        return changes.isFresh() && answer.isTrue(changes, clock.millis());
    }

    private Answer make(Supplier<Made> making) {
        var number = changes.number(); // before the database is read: what comes in between makes it anew
        var made = making.get();
        return new Answer(made.content(), made.ground(), number);
    }
}

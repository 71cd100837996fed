package org.goldenbridge.event.publicschedule;

import jakarta.ws.rs.QueryParam;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.event.programme.Audience;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Level;
import org.goldenbridge.event.programme.Parameters;
import org.goldenbridge.event.schedule.Bound;
import org.goldenbridge.platform.openapi.ListOf;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** The filters of the public schedule as an address says them; several values of one are separated by commas. */
class ScheduleParameters {
    private static final int MOST_VALUES = 20;
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_WINDOW_DAYS = 800;
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,8}(-[a-zA-Z0-9]{2,8}){0,3}");

    @Schema(description = "Only these centres.", examples = "beijing,paris")
    @ListOf
    @QueryParam("centre")
    @Nullable
    String centre;

    @Schema(description = "Only in these spaces (ids).")
    @ListOf(UUID.class)
    @QueryParam("space")
    @Nullable
    String space;

    @Schema(description = "From this local day or instant; left out, what has not ended yet.", examples = "2026-12-01")
    @QueryParam("from")
    @Nullable
    String from;

    @Schema(description = "To this local day, included, or before this instant.", examples = "2026-12-07")
    @QueryParam("to")
    @Nullable
    String to;

    @Schema(description = "Only these kinds of event.", examples = "concert,workshop")
    @ListOf(EventKind.class)
    @QueryParam("kind")
    @Nullable
    String kind;

    @Schema(description = "Only for these audiences.", examples = "children,families")
    @ListOf(Audience.class)
    @QueryParam("audience")
    @Nullable
    String audience;

    @Schema(
            description = "Only what who is so old may come to, in years.",
            type = SchemaType.INTEGER,
            minimum = "0",
            maximum = "120",
            examples = "9")
    @QueryParam("age")
    @Nullable
    String age;

    @Schema(description = "Only these levels.", examples = "beginner")
    @ListOf(Level.class)
    @QueryParam("level")
    @Nullable
    String level;

    @Schema(description = "Only what is held in one of these languages (BCP 47).", examples = "zh-Hans,kk")
    @ListOf
    @QueryParam("heldIn")
    @Nullable
    String heldIn;

    @Schema(description = "With true, only where places are left and nobody waits.", type = SchemaType.BOOLEAN)
    @QueryParam("placesLeft")
    @Nullable
    String placesLeft;

    @Schema(description = "The same as placesLeft, which says it better.", type = SchemaType.BOOLEAN, deprecated = true)
    @QueryParam("free")
    @Nullable
    String free;

    @Schema(
            description =
                    "With true, only what costs nothing: a lesson by itself where that can be booked, otherwise its course.",
            type = SchemaType.BOOLEAN)
    @QueryParam("costsNothing")
    @Nullable
    String costsNothing;

    @Schema(
            description = "With true, only what begins on a Saturday or a Sunday, in the time of its place.",
            type = SchemaType.BOOLEAN)
    @QueryParam("weekend")
    @Nullable
    String weekend;

    @Schema(description = "Only events under this programme or one of its parts.", format = "uuid")
    @QueryParam("programme")
    @Nullable
    String programme;

    @Schema(description = "Only this event.", format = "uuid")
    @QueryParam("event")
    @Nullable
    String event;

    @Schema(description = "Only the lessons of this course.", format = "uuid")
    @QueryParam("course")
    @Nullable
    String course;

    @Schema(
            description =
                    "Only sessions that have all of these words, in any language and form, in what is shown of them: title,"
                            + " description, centre, city, space, venue, teachers or programme.",
            examples = "домбыра")
    @QueryParam("q")
    @Nullable
    String text;

    static final String FIELDS =
            "Only these fields, besides the id; each item has then no others, those neither that are required"
                    + " otherwise. The word usual stands for the fields that are shown without this, so that one can ask for"
                    + " more: usual,description.";

    @Schema(description = FIELDS, examples = "title,localStartsAt,places")
    @ListOf(value = ScheduleView.class, also = ShownFields.USUAL, atMost = 40)
    @QueryParam("fields")
    @Nullable
    String fields;

    /** The fields that are asked for. */
    ShownFields wantedFields() {
        return fields(fields);
    }

    /**
     * The fields that a parameter asks for.
     *
     * @throws Refusal 400 when there is no such field
     */
    static ShownFields fields(@Nullable String fields) {
        var wanted = new TreeSet<String>();
        for (var field : values(fields, "fields", 40, Function.identity())) {
            if (!ScheduleView.FIELDS.contains(field) && !field.equals(ShownFields.USUAL)) {
                throw invalid(
                        "fields",
                        "must be " + ShownFields.USUAL + ", or some of "
                                + String.join(", ", new TreeSet<>(ScheduleView.FIELDS)));
            }
            wanted.add(field);
        }
        return new ShownFields(wanted);
    }

    /**
     * What they ask for.
     *
     * @throws Refusal 400 for what is not known, too much, or cannot be at once
     */
    ScheduleQuestion question() {
        var wantsPlaces = isTrue(placesLeft, "placesLeft");
        var wantsFree = isTrue(free, "free");
        var question = new ScheduleQuestion(
                values(centre, "centre", MOST_VALUES, Function.identity()),
                values(space, "space", MOST_VALUES, id -> Parameters.id(id, "space")),
                from == null ? null : Bound.parse(from, "from"),
                to == null ? null : Bound.parse(to, "to"),
                words(EventKind.class, kind, "kind"),
                words(Audience.class, audience, "audience"),
                years(),
                words(Level.class, level, "level"),
                values(heldIn, "heldIn", MOST_VALUES, ScheduleParameters::language),
                wantsPlaces || wantsFree,
                id(programme, "programme"),
                id(event, "event"),
                id(course, "course"),
                searched(),
                isTrue(costsNothing, "costsNothing"),
                isTrue(weekend, "weekend"));
        mustBeAWindow(question);
        return question;
    }

    /** Whether there are such places; asked once for each question, for its answer is kept. */
    static void mustBeThere(ScheduleQuestion question) {
        for (var id : question.centres()) {
            if (Centre.findById(id) == null) {
                throw invalid("centre", "names no centre of the network: " + id);
            }
        }
        for (var id : question.spaces()) {
            var space = Space.<Space>findByIdOptional(id)
                    .orElseThrow(() -> invalid("space", "names no space of the network: " + id));
            if (!question.centres().isEmpty() && !question.centres().contains(space.centreId())) {
                throw Refusal.badRequest("contradictory-filters", "The space is not in a centre that is asked for.")
                        .at("?space", "is in the centre " + space.centreId());
            }
        }
    }

    private static void mustBeAWindow(ScheduleQuestion question) {
        var from = question.from();
        var to = question.to();
        if (from == null || to == null) {
            return;
        }
        if (to.utcDay().isBefore(from.utcDay())) {
            throw Refusal.badRequest("contradictory-filters", "?to must not be before ?from.")
                    .at("?to", "must not be before from");
        }
        if (ChronoUnit.DAYS.between(from.utcDay(), to.utcDay()) > LONGEST_WINDOW_DAYS) {
            throw Refusal.badRequest("window-too-long", "Ask for at most " + LONGEST_WINDOW_DAYS + " days at once.")
                    .at("?to", "must be at most " + LONGEST_WINDOW_DAYS + " days after from");
        }
    }

    private @Nullable Integer years() {
        if (age == null) {
            return null;
        }
        if (!age.matches("[0-9]{1,3}") || Integer.parseInt(age) > 120) {
            throw invalid("age", "must be years, 0 to 120");
        }
        return Integer.valueOf(age);
    }

    private static boolean isTrue(@Nullable String text, String name) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw invalid(name, "must be true or false");
        }
        return "true".equals(text);
    }

    private List<String> searched() {
        if (text == null) {
            return List.of();
        }
        var words = text.strip().split("\\s+", -1);
        if (text.isBlank() || text.length() > LONGEST_TEXT || words.length > MOST_WORDS) {
            throw invalid("q", "must be 1 to " + MOST_WORDS + " words with at most " + LONGEST_TEXT + " characters");
        }
        return Arrays.stream(words).sorted().distinct().toList();
    }

    private static String language(String tag) {
        if (!LANGUAGE.matcher(tag).matches()) {
            throw invalid("heldIn", "must be language tags such as kk or zh-Hans");
        }
        return tag;
    }

    private static @Nullable UUID id(@Nullable String text, String name) {
        return text == null ? null : Parameters.id(text, name);
    }

    private static <E extends Enum<E>> List<E> words(Class<E> words, @Nullable String text, String name) {
        return values(text, name, MOST_VALUES, word -> Objects.requireNonNull(Words.parameter(words, word, name)));
    }

    private static <T> List<T> values(@Nullable String text, String name, int most, Function<String, T> value) {
        if (text == null) {
            return List.of();
        }
        var parts = text.split(",", most + 2);
        if (parts.length > most) {
            throw invalid(name, "must be at most " + most + " values");
        }
        return Arrays.stream(parts)
                .map(String::strip)
                .peek(part -> {
                    if (part.isEmpty()) {
                        throw invalid(name, "holds an empty value between its commas");
                    }
                })
                .sorted()
                .distinct()
                .map(value)
                .toList();
    }

    private static Refusal invalid(String name, String detail) {
        return Refusal.badRequest("invalid-request", "?" + name + " " + detail + ".")
                .at("?" + name, detail);
    }
}

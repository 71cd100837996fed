package org.goldenbridge.event.desk.planning;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.goldenbridge.event.page.Phrases;
import org.goldenbridge.platform.json.CleanText;
import org.goldenbridge.platform.json.UnacceptableValue;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** A form: what is typed into it, and beside each field what is wrong with it, and what has come to stand there meanwhile. */
public final class Sheet {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int YEARS_FROM = 2000;
    private static final int YEARS_TO = 2100;

    private final Phrases words;
    private final Map<String, List<String>> typed = new LinkedHashMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();

    private Sheet(Phrases words, Map<String, List<String>> typed) {
        this.words = words;
        this.typed.putAll(typed);
    }

    /** The form as it was sent. */
    static Sheet sent(MultivaluedMap<String, String> form, Phrases words) {
        return new Sheet(words, form);
    }

    /** The form with what there is. */
    static Sheet showing(Map<String, List<String>> values, Phrases words) {
        return new Sheet(words, values);
    }

    /** What stands in a field; nothing is an empty text. */
    public String value(String field) {
        var values = typed.get(field);
        return values == null || values.isEmpty() ? "" : values.get(0);
    }

    /** Whether that choice is made in a field. */
    public boolean has(String field, String choice) {
        return typed.getOrDefault(field, List.of()).contains(choice);
    }

    /** What is wrong with a field, in words; null when nothing is. */
    public @Nullable String fault(String field) {
        return faults.get(field);
    }

    /** What stands in that field by now, when somebody else has changed it; null when it is the same. */
    public @Nullable String other(String field) {
        return others.get(field);
    }

    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    /** In which fields something is wrong. */
    public List<String> faulty() {
        return List.copyOf(faults.keySet());
    }

    List<String> values(String field) {
        return typed.getOrDefault(field, List.of());
    }

    void put(String field, String value) {
        typed.put(field, List.of(value));
    }

    void blame(String field, String phrase, Object... with) {
        faults.putIfAbsent(field, words.say(phrase, with));
    }

    /** Puts the words of a refusal beside the field that it names. */
    void blame(Refusal refusal, String said) {
        for (var error : refusal.errors()) {
            var field = error.pointer().replaceFirst("^/", "").replace('/', '.');
            var known = typed.containsKey(field) ? field : field.replaceFirst("\\..*", "");
            faults.putIfAbsent(known, refusal.code().equals("invalid-request") ? words.say("deskFault") : said);
        }
    }

    /**
     * Notes what others have made of it meanwhile.
     *
     * @param now what stands there
     * @param inWords how what stands in a field is told
     */
    void compare(Map<String, List<String>> now, Function<String, String> inWords) {
        var fields = new java.util.TreeSet<>(now.keySet());
        fields.addAll(typed.keySet());
        fields.removeAll(List.of("version", "key", "deed", "language", "add"));
        for (var field : fields) {
            var mine = tidy(values(field));
            var theirs = tidy(now.getOrDefault(field, List.of()));
            if (!mine.equals(theirs)) {
                others.put(
                        field,
                        theirs.isEmpty()
                                ? words.say("deskEmptyNow")
                                : String.join(", ", theirs.stream().map(inWords).toList()));
            }
        }
    }

    private static List<String> tidy(List<String> values) {
        return values.stream()
                .map(value -> value.strip().replace("\r\n", "\n"))
                .filter(value -> !value.isEmpty())
                .sorted()
                .toList();
    }

    /** A text of at most so many characters; null when there is none. */
    @Nullable
    String text(String field, int most) {
        var text = value(field).strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > most) {
            blame(field, "deskFaultTooLong", String.valueOf(most));
            return null;
        }
        try {
            CleanText.check(text);
            return text;
        } catch (UnacceptableValue e) {
            blame(field, "deskFaultCharacters");
            return null;
        }
    }

    /** A whole number within those; null when there is none. */
    @Nullable
    Integer number(String field, int least, int most) {
        var text = text(field, 20);
        if (text == null) {
            return null;
        }
        try {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like one out of range
        }
        blame(field, "deskFaultNumber", String.valueOf(least), String.valueOf(most));
        return null;
    }

    /** An amount of money; null when there is none. */
    @Nullable
    BigDecimal amount(String field) {
        var text = text(field, 20);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,8}([.,]\\d{1,2})?")) {
            blame(field, "deskFaultAmount");
            return null;
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    /** An id of something that was chosen; null when there is none. */
    @Nullable
    UUID id(String field) {
        var text = text(field, 100);
        if (text == null) {
            return null;
        }
        if (!ID.matcher(text).matches()) {
            blame(field, "deskFaultChoice");
            return null;
        }
        return UUID.fromString(text);
    }

    @Nullable
    LocalDate day(String field) {
        var text = text(field, 40);
        var day = text == null ? null : dayOf(text);
        if (text != null && day == null) {
            blame(field, "deskFaultDay");
        }
        return day;
    }

    /** The day that is meant; null when it is none of the years 2000 to 2100. */
    static @Nullable LocalDate dayOf(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() < YEARS_FROM || day.getYear() >= YEARS_TO ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Nullable
    LocalTime time(String field) {
        var text = text(field, 40);
        if (text == null) {
            return null;
        }
        try {
            return LocalTime.parse(text).withSecond(0).withNano(0);
        } catch (DateTimeException e) {
            blame(field, "deskFaultTime");
            return null;
        }
    }

    /** One of a closed set; null when nothing is chosen. */
    <E extends Enum<E>> @Nullable E choice(String field, Class<E> of) {
        var text = text(field, 100);
        if (text == null) {
            return null;
        }
        var found = Arrays.stream(of.getEnumConstants())
                .filter(one -> Words.of(one).equals(text))
                .findFirst()
                .orElse(null);
        if (found == null) {
            blame(field, "deskFaultChoice");
        }
        return found;
    }

    /** The words of a field that holds several, between commas or spaces. */
    List<String> several(String field, int mostCharacters) {
        var text = text(field, mostCharacters);
        return text == null ? List.of() : new ArrayList<>(List.of(text.split("[\\s,;]+", -1)));
    }

    /** What has to be there. */
    <T> @Nullable T needed(String field, @Nullable T value) {
        if (value == null) {
            blame(field, "deskFaultNeeded");
        }
        return value;
    }
}

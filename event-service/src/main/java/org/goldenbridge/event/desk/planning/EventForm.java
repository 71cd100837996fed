package org.goldenbridge.event.desk.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.goldenbridge.event.page.Phrases;
import org.goldenbridge.event.programme.Audience;
import org.goldenbridge.event.programme.EventDraft;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Level;
import org.goldenbridge.event.programme.Money;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.platform.text.Languages;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** The content of an event as fields of a form, and back. */
final class EventForm {
    static final int LONGEST_TITLE = 300;
    static final int MOST_PEOPLE = 100_000;
    private static final int OLDEST = 120;
    private static final int MOST_PLACES = 1_000;
    private static final int MOST_LANGUAGES = 10;
    private static final Pattern TAG = Pattern.compile("[a-zA-Z]{2,8}(-[a-zA-Z0-9]{2,8}){0,3}");

    private EventForm() {}

    static Map<String, List<String>> fields(EventDraft event) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("kind", List.of(Words.of(event.kind())));
        fields.put("audience", List.of(Words.of(event.audience())));
        put(fields, "level", event.level() == null ? null : Words.of(event.level()));
        put(fields, "minimumAge", event.minimumAge());
        put(fields, "maximumAge", event.maximumAge());
        var languages = event.languages() == null ? List.<String>of() : event.languages();
        fields.put("heldIn", languages.stream().filter(Languages.ALL::contains).toList());
        put(
                fields,
                "heldInOthers",
                String.join(
                        " ",
                        languages.stream()
                                .filter(tag -> !Languages.ALL.contains(tag))
                                .toList()));
        putPrice(fields, "price", event.price());
        put(fields, "placesPerContact", event.placesPerContact());
        put(fields, "programmeId", event.programmeId());
        Tongues.put(fields, "title", event.title());
        Tongues.put(fields, "description", event.description());
        return fields;
    }

    static void put(Map<String, List<String>> fields, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            fields.put(name, List.of(value.toString()));
        }
    }

    static void putPrice(Map<String, List<String>> fields, String name, @Nullable Price price) {
        if (price != null) {
            fields.put(name, List.of(price.amount().toPlainString()));
            fields.put("currency", List.of(price.currency()));
        }
    }

    /** What was typed; null when something is wrong with it, which then stands beside its field. */
    static @Nullable EventDraft draft(Sheet sheet, String centre) {
        var kind = sheet.needed("kind", sheet.choice("kind", EventKind.class));
        var audience = sheet.needed("audience", sheet.choice("audience", Audience.class));
        var level = sheet.choice("level", Level.class);
        var from = sheet.number("minimumAge", 0, OLDEST);
        var to = sheet.number("maximumAge", 0, OLDEST);
        var languages = languages(sheet);
        var price = price(sheet, "price");
        var perContact = sheet.number("placesPerContact", 1, MOST_PLACES);
        var programme = sheet.id("programmeId");
        var title = Tongues.typed("title", LONGEST_TITLE, sheet);
        var description = Tongues.typed("description", LocalizedText.LONGEST, sheet);
        if (title == null && sheet.faulty().stream().noneMatch(field -> field.startsWith("title."))) {
            sheet.blame("title", "deskFaultTitle");
        }
        if (sheet.isFaulty() || kind == null || audience == null || title == null) {
            return null;
        }
        return new EventDraft(
                centre,
                kind,
                title,
                description,
                audience,
                level,
                from,
                to,
                languages,
                price,
                perContact,
                programme,
                null);
    }

    /** The same, under that programme. */
    static EventDraft under(EventDraft draft, UUID programme) {
        return with(draft, programme, draft.draft());
    }

    /** The same as it is drafted at first: nobody is told of it yet. */
    static EventDraft unannounced(EventDraft draft) {
        return with(draft, draft.programmeId(), true);
    }

    private static EventDraft with(EventDraft draft, @Nullable UUID programme, @Nullable Boolean isDraft) {
        return new EventDraft(
                draft.centreId(),
                draft.kind(),
                draft.title(),
                draft.description(),
                draft.audience(),
                draft.level(),
                draft.minimumAge(),
                draft.maximumAge(),
                draft.languages(),
                draft.price(),
                draft.placesPerContact(),
                programme,
                isDraft);
    }

    private static List<String> languages(Sheet sheet) {
        var languages = new ArrayList<String>();
        Stream.concat(sheet.values("heldIn").stream(), sheet.several("heldInOthers", 200).stream())
                .distinct()
                .forEach(languages::add);
        if (languages.size() > MOST_LANGUAGES
                || !languages.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            sheet.blame("heldInOthers", "deskFaultLanguages", String.valueOf(MOST_LANGUAGES));
        }
        return languages;
    }

    /** A price with its currency; nothing where it costs nothing. */
    static @Nullable Price price(Sheet sheet, String field) {
        var amount = sheet.amount(field);
        var currency = sheet.text("currency", 10);
        if (amount == null) {
            return null;
        }
        if (currency == null || !Money.isPaidWith(currency)) {
            sheet.blame("currency", "deskFaultCurrency");
            return null;
        }
        return new Price(amount, currency);
    }

    /** How what stands in a field is told to people. */
    static String inWords(String value, Phrases words) {
        for (var set : List.of("kind", "audience", "level", "programmeKind")) {
            if (words.appliesTo(set + "." + value)) {
                return words.say(set + "." + value);
            }
        }
        return value;
    }

    /** An id that a form brings for what it makes; another, when it brings none. */
    static UUID key(Sheet sheet) {
        try {
            return UUID.fromString(sheet.value("key"));
        } catch (IllegalArgumentException e) {
            return org.goldenbridge.platform.id.Ids.next();
        }
    }
}

package org.goldenbridge.event.desk;

import jakarta.validation.Validator;
import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenbridge.event.booking.BookingDraft;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The line in which a visitor is booked in, as it was sent. */
class LineForm {
    private static final int MOST_PLACES = 1_000;

    @FormParam("line")
    @Nullable
    String line;

    @FormParam("places")
    @Nullable
    String places;

    /** Under which it is done once. */
    @FormParam("key")
    @Nullable
    String key;

    /** How old they are, one number for each place. */
    @FormParam("ages")
    @Nullable
    String ages;

    /** In which they are written to; empty for what the desk proposes. */
    @FormParam("language")
    @Nullable
    String language;

    /** There when groups that wait are to be passed. */
    @FormParam("past")
    @Nullable
    String past;

    /** There when they are to wait. */
    @FormParam("wait")
    @Nullable
    String wait;

    /** The hold out of which is booked. */
    @FormParam("hold")
    @Nullable
    UUID hold;

    /** The partner's allocation out of which is booked. */
    @FormParam("allocation")
    @Nullable
    UUID allocation;

    @Nullable
    UUID from() {
        return hold == null ? allocation : hold;
    }

    SessionPanel.Said typed() {
        return SessionPanel.Said.typed(line, places, ages, language);
    }

    /**
     * Who is booked in, and for how many.
     *
     * @param roster of which a whole name by itself is looked up
     * @throws Refusal 400 {@code no-contact}, {@code two-contacts}, {@code which-visitor}, {@code name-too-long}, {@code no-number} or {@code ages-for-each}
     */
    BookingDraft draft(Validator validator, Roster roster, CentreCard centre) {
        var typed = typed();
        var visitor = visitor(typed.line(), roster, centre);
        var number = number(typed.places());
        var draft = new BookingDraft(visitor, number, ages(number), hold, hold == null ? allocation : null);
        if (!validator.validate(draft).isEmpty()) {
            throw number < 1 || number > MOST_PLACES
                    ? Refusal.badRequest("no-number", "The number of places is a number.")
                    : Refusal.badRequest("no-contact", "The name, the contact or the number of places is not right.");
        }
        return draft;
    }

    /** Somebody new, or somebody known whose whole name stands in the line. */
    private BookingDraft.VisitorDraft visitor(String typed, Roster roster, CentreCard centre) {
        try {
            var line = VisitorLine.of(typed);
            return new BookingDraft.VisitorDraft(line.name(), line.contact(), language(line.name(), centre));
        } catch (Refusal refusal) {
            if (!refusal.code().equals("no-contact")) {
                throw refusal;
            }
        }
        var known = roster.named(centre.id(), typed);
        if (known.size() > 1) {
            throw Refusal.badRequest("which-visitor", "Several visitors have that name: add mail or phone.");
        }
        if (known.isEmpty()) {
            throw Refusal.badRequest("no-contact", "A line has a name, and mail or phone.");
        }
        var only = known.get(0);
        return new BookingDraft.VisitorDraft(only.name(), only.contact(), only.language());
    }

    private String language(String name, CentreCard centre) {
        return language == null || language.isBlank() ? ProposedLanguage.of(name, centre.country()) : language.strip();
    }

    /** One for each place; null when none is typed. */
    private @Nullable List<Integer> ages(int number) {
        if (ages == null || ages.isBlank()) {
            return null;
        }
        try {
            var typed = Pattern.compile("[\\s,;،、，/]+")
                    .splitAsStream(ages.strip())
                    .map(Integer::valueOf)
                    .toList();
            if (typed.size() == number && typed.stream().allMatch(age -> age >= 0 && age <= 120)) {
                return typed;
            }
        } catch (NumberFormatException e) {
            // told below, with how many there must be
        }
        throw Refusal.badRequest("ages-for-each", "Give one age in years for each place.");
    }

    /**
     * A number that was typed.
     *
     * @throws Refusal 400 {@code no-number}
     */
    static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("no-number", "The number of places is a number.");
        }
    }
}

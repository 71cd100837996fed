package org.goldenbridge.event.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.audit.AuditTrail;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a session, in words, the last deed first.
 *
 * @param next the deed before which the list goes on; null at its end
 */
public record History(
        UUID session, List<Deed> deeds, @Nullable Long next) {
    private static final String BY_ITSELF = "system";

    /** What stands in a detail for how many it was; each deed has at most one of them. */
    private static final List<String> NUMBERS =
            List.of("places", "present", "capacity", "bookingsCancelled", "bookingsRestored");

    /**
     * A deed in words.
     *
     * @param code of one for which there are no words; null otherwise
     * @param booking to which it was done; null for all else
     * @param visitor whose it is, or the word for a booking
     */
    public record Deed(
            String when,
            Instant at,
            String who,
            @Nullable String what,
            @Nullable String code,
            @Nullable UUID booking,
            @Nullable String visitor) {}

    /**
     * @param most how many are shown; one more says that there are more
     * @param self who reads
     */
    static History of(Slot slot, List<AuditTrail.Deed> deeds, int most, String self, Reader reader) {
        return new History(
                slot.id(),
                deeds.stream()
                        .limit(most)
                        .map(deed -> deed(deed, slot.zone(), self, reader))
                        .toList(),
                deeds.size() > most ? deeds.get(most - 1).id() : null);
    }

    private static Deed deed(AuditTrail.Deed deed, ZoneId zone, String self, Reader reader) {
        var words = reader.words();
        var key = "deskDeed." + deed.action();
        var known = words.appliesTo(key);
        return new Deed(
                at(deed.at(), zone, reader),
                deed.at(),
                who(deed, self, reader),
                known ? words.say(key, number(deed.detail()), from(deed.detail(), zone, reader)) : null,
                known ? null : deed.action(),
                deed.booking(),
                deed.visitor() == null ? words.say("deskBooking") : deed.visitor());
    }

    private static String who(AuditTrail.Deed deed, String self, Reader reader) {
        if (deed.subject().equals(BY_ITSELF)) {
            return reader.words().say("deskByItself");
        }
        if (deed.subject().equals(self)) {
            return reader.words().say("deskYou");
        }
        var colleague = deed.colleague();
        return colleague == null ? reader.words().say("deskColleague") : colleague;
    }

    private static String number(JsonNode detail) {
        return NUMBERS.stream()
                .map(detail::path)
                .filter(JsonNode::isNumber)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }

    private static String from(JsonNode detail, ZoneId zone, Reader reader) {
        var from = detail.path("from");
        return from.isTextual() ? at(Instant.parse(from.asText()), zone, reader) : "";
    }

    private static String at(Instant instant, ZoneId zone, Reader reader) {
        var time = instant.atZone(zone);
        return reader.times().shortDayOfYear(time.toLocalDate()) + " "
                + reader.times().clock(time);
    }
}

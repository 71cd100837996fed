package org.goldenbridge.event.programme;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What is on: the content, of which sessions are the times and places. */
@Entity
public class Event extends PanacheEntityBase {
    @Id
    UUID id;

    /** Counted up by Hibernate; the first stored state has 0. */
    @Version
    long version;

    String centreId;
    EventKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText title;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    LocalizedText description;

    Audience audience;

    @Nullable
    Level level;

    @Nullable
    Integer minimumAge;

    @Nullable
    Integer maximumAge;

    String[] languages;

    @Nullable
    BigDecimal priceAmount;

    @Nullable
    String priceCurrency;

    /** How many places of a session one contact may have; null leaves it open. */
    @Nullable
    Integer placesPerContact;

    Instant createdAt;

    static Event announce(UUID id, EventDraft draft, Instant now) {
        var event = new Event();
        event.id = id;
        event.centreId = Centre.toPlanAt(draft.centreId()).id();
        event.createdAt = now;
        event.describe(draft);
        return event;
    }

    void edit(EventDraft draft) {
        if (!draft.centreId().equals(centreId)) {
            throw Refusal.unprocessable("centre-is-fixed", "An event stays with the centre that announced it.")
                    .at("/centreId", "must stay " + centreId);
        }
        describe(draft);
    }

    private void describe(EventDraft draft) {
        if (draft.minimumAge() != null && draft.maximumAge() != null && draft.minimumAge() > draft.maximumAge()) {
            throw Refusal.unprocessable("ages-out-of-order", "The minimum age is above the maximum age.")
                    .at("/minimumAge", "must not be above maximumAge");
        }
        kind = draft.kind();
        title = draft.title();
        description = draft.description();
        audience = draft.audience();
        level = draft.level();
        minimumAge = draft.minimumAge();
        maximumAge = draft.maximumAge();
        languages = draft.languages() == null
                ? new String[0]
                : draft.languages().stream().distinct().toArray(String[]::new);
        var price = draft.price();
        priceAmount = price == null ? null : price.amount();
        priceCurrency = price == null ? null : price.currency();
        placesPerContact = draft.placesPerContact();
    }

    /** What a place costs; nothing is said where it costs nothing. */
    @Nullable
    Price price() {
        return priceAmount == null || priceCurrency == null ? null : new Price(priceAmount, priceCurrency);
    }

    /** The event of that id, for a session to be planned of it. */
    public static Event toSchedule(UUID id) {
        return Event.<Event>findByIdOptional(id)
                .orElseThrow(() -> Refusal.unprocessable("unknown-event", "There is no such event.")
                        .at("/eventId", "is not an event"));
    }

    /** The events after the given one, of a centre and a kind or of all, in the order in which they were announced. */
    static List<Event> listed(@Nullable String centre, @Nullable EventKind kind, UUID after, int most) {
        return Event.<Event>find(
                        "id > ?1 and (?2 is null or centreId = ?2) and (?3 is null or kind = ?3) order by id",
                        after,
                        centre,
                        kind)
                .page(0, most)
                .list();
    }

    static Event required(UUID id) {
        return Event.<Event>findByIdOptional(id).orElseThrow(() -> Refusal.notFound("There is no such event."));
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String centreId() {
        return centreId;
    }

    public LocalizedText title() {
        return title;
    }

    /** What a session shows of its event. */
    public EventSummary summary() {
        return new EventSummary(id, kind, title, audience, level, minimumAge, maximumAge, List.of(languages), price());
    }
}

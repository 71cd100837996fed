package org.goldenbridge.event.programme;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
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

    /** The umbrella it stands under. */
    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable
    Programme programme;

    PublicStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    LocalizedText cancelReason;

    /** Since when the public knows of it; null for a draft, and for one that was cancelled while it was a draft. */
    @Nullable
    Instant announcedAt;

    @Nullable
    Instant cancelledAt;

    Instant createdAt;

    static Event draft(UUID id, EventDraft draft, @Nullable Programme programme, Instant now) {
        var event = new Event();
        event.id = id;
        event.centreId = Centre.toPlanAt(draft.centreId()).id();
        event.status = PublicStatus.DRAFT;
        event.createdAt = now;
        event.describe(draft, programme);
        return event;
    }

    /** Tells the public of it, once what the public needs is there. Its sessions may come later. */
    void announce(Instant now) {
        mustNotBeCancelled();
        if (status == PublicStatus.ANNOUNCED) {
            throw Refusal.conflict("already-announced", "The event is announced already.");
        }
        Centre.toPlanAt(centreId).mustRead(title);
        status = PublicStatus.ANNOUNCED;
        announcedAt = now;
    }

    void cancel(@Nullable LocalizedText reason, Instant now) {
        mustNotBeCancelled();
        status = PublicStatus.CANCELLED;
        cancelReason = reason;
        cancelledAt = now;
    }

    /**
     * Takes the cancellation back: it is what it was before, a draft or announced.
     *
     * @return when it had been cancelled
     */
    Instant restore() {
        if (cancelledAt == null) {
            throw Refusal.conflict("not-cancelled", "The event is not cancelled.");
        }
        var since = cancelledAt;
        status = announcedAt == null ? PublicStatus.DRAFT : PublicStatus.ANNOUNCED;
        cancelledAt = null;
        cancelReason = null;
        return since;
    }

    private void mustNotBeCancelled() {
        if (status == PublicStatus.CANCELLED) {
            throw Refusal.conflict("event-cancelled", "The event is cancelled. Announce a new one.");
        }
    }

    /** Whether it was announced. */
    public boolean isPublic() {
        return announcedAt != null;
    }

    /** Whether the caller may know of it: everybody once it was announced, before that the desk of its centre. */
    public boolean isVisibleTo(Caller caller) {
        // Who asks comes first: a token that is no good is refused, and not passed over where it does not matter.
        return caller.actsFor(centreId, Roles.desk()) || isPublic();
    }

    void edit(EventDraft draft, @Nullable Programme programme) {
        if (!draft.centreId().equals(centreId)) {
            throw Refusal.unprocessable("centre-is-fixed", "An event stays with the centre that announced it.")
                    .at("/centreId", "must stay " + centreId);
        }
        mustNotBeCancelled();
        if (draft.draft() != null && draft.draft() != (status == PublicStatus.DRAFT)) {
            throw Refusal.unprocessable(
                            "fixed-field",
                            status == PublicStatus.DRAFT
                                    ? "An edit announces nothing. Send POST /v1/events/" + id + "/announcement."
                                    : "What was announced cannot become a draft again. Cancel it instead.")
                    .at("/draft", "must stay " + (status == PublicStatus.DRAFT));
        }
        describe(draft, programme);
        if (status == PublicStatus.ANNOUNCED) {
            Centre.toPlanAt(centreId).mustRead(title);
        }
    }

    private void describe(EventDraft draft, @Nullable Programme programme) {
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
        this.programme = programme;
    }

    /** What a place costs; nothing is said where it costs nothing. */
    @Nullable
    Price price() {
        return priceAmount == null || priceCurrency == null ? null : new Price(priceAmount, priceCurrency);
    }

    /** The event of that id, for a session to be planned of it; it is not cancelled before the transaction ends. */
    public static Event toSchedule(UUID id) {
        return schedulable(Event.findByIdOptional(id, LockModeType.PESSIMISTIC_READ));
    }

    /** The same for who only asks what would come of it. */
    public static Event toForesee(UUID id) {
        return schedulable(Event.findByIdOptional(id));
    }

    private static Event schedulable(Optional<Event> found) {
        var event = found.orElseThrow(() -> Refusal.unprocessable("unknown-event", "There is no such event.")
                .at("/eventId", "is not an event"));
        event.mustNotBeCancelled();
        return event;
    }

    /**
     * Which events are asked for.
     *
     * @param programmes only those that stand under one of these; null for all
     */
    record Filter(
            List<String> centres,
            List<EventKind> kinds,
            @Nullable PublicStatus status,
            @Nullable List<UUID> programmes) {}

    /** The events after the given one that the reader may know of, in the order in which they were made. */
    static List<Event> listed(Filter asked, Insight insight, UUID after, int most) {
        var hql = new StringBuilder("from Event e left join fetch e.programme where e.id > :after");
        var parameters = new HashMap<String, Object>(Map.of("after", after));
        if (!insight.everywhere()) {
            hql.append(" and (e.announcedAt is not null");
            if (!insight.centres().isEmpty()) {
                hql.append(" or e.centreId in :mine");
                parameters.put("mine", insight.centres());
            }
            hql.append(')');
        }
        restrict(hql, parameters, "e.centreId in", "centres", any(asked.centres()));
        restrict(hql, parameters, "e.kind in", "kinds", any(asked.kinds()));
        restrict(hql, parameters, "e.status =", "status", asked.status());
        restrict(hql, parameters, "e.programme.id in", "programmes", asked.programmes());
        return Event.<Event>find(hql.append(" order by e.id").toString(), parameters)
                .page(0, most)
                .list();
    }

    /** Null, which restricts nothing, where nothing is named. */
    private static @Nullable List<?> any(List<?> named) {
        return named.isEmpty() ? null : named;
    }

    private static void restrict(
            StringBuilder hql, Map<String, Object> parameters, String test, String name, @Nullable Object value) {
        if (value != null) {
            hql.append(" and ").append(test).append(" :").append(name);
            parameters.put(name, value);
        }
    }

    /** The events of a centre under those programmes that still take place, in one order. */
    static PanacheQuery<Event> ownIn(String centre, List<UUID> programmes) {
        return Event.find(
                "centreId = ?1 and programme.id in ?2 and status <> ?3 order by id",
                centre,
                programmes,
                PublicStatus.CANCELLED);
    }

    /** The event of that id. */
    public static Event required(UUID id) {
        return Event.<Event>findByIdOptional(id).orElseThrow(() -> Refusal.notFound("There is no such event."));
    }

    /** The event, for who may know of it. */
    static Event visible(UUID id, Caller caller) {
        var event = required(id);
        if (!event.isVisibleTo(caller)) {
            throw Refusal.notFound("There is no such event.");
        }
        return event;
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

    /** Its whole content, as an edit would send it. */
    EventDraft content() {
        return new EventDraft(
                centreId,
                kind,
                title,
                description,
                audience,
                level,
                minimumAge,
                maximumAge,
                List.of(languages),
                price(),
                placesPerContact,
                programme == null ? null : programme.id,
                null);
    }

    /** What a session shows of its event. */
    public EventSummary summary() {
        return new EventSummary(
                id, kind, status, title, audience, level, minimumAge, maximumAge, List.of(languages), price());
    }
}

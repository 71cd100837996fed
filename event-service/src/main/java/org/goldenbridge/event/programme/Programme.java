package org.goldenbridge.event.programme;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.LocalizedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An umbrella over events of several centres and cities; programmes stand in a tree. */
@Entity
public class Programme extends PanacheEntityBase {
    @Id
    UUID id;

    @Version
    long version;

    ProgrammeKind kind;

    /** The centre that answers for it; null is the network. */
    @Nullable
    String centreId;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText title;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    LocalizedText description;

    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable
    Programme parent;

    LocalDate startsOn;
    LocalDate endsOn;
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

    static Programme draft(UUID id, ProgrammeDraft draft, @Nullable Programme parent, Instant now) {
        var programme = new Programme();
        programme.id = id;
        programme.centreId = draft.centreId() == null
                ? null
                : Centre.toPlanAt(draft.centreId()).id();
        programme.status = PublicStatus.DRAFT;
        programme.createdAt = now;
        programme.describe(draft, parent);
        return programme;
    }

    void edit(ProgrammeDraft draft, @Nullable Programme parent, List<Leg> legs) {
        if (!Objects.equals(draft.centreId(), centreId)) {
            throw Refusal.unprocessable("fixed-field", "A programme stays with who made it.")
                    .at("/centreId", "must stay " + (centreId == null ? "left out" : centreId));
        }
        mustNotBeCancelled();
        if (!legs.isEmpty() && draft.kind() != ProgrammeKind.TOURING_EXHIBITION) {
            throw Refusal.conflict("has-legs", "It has legs, as only a touring exhibition has. Remove them first.");
        }
        describe(draft, parent);
        legs.forEach(this::mustCover);
        if (status == PublicStatus.ANNOUNCED) {
            mustBeReadable();
        }
    }

    private void describe(ProgrammeDraft draft, @Nullable Programme parent) {
        if (draft.endsOn().isBefore(draft.startsOn())) {
            throw Refusal.unprocessable("ends-before-it-starts", "The last day is before the first.")
                    .at("/endsOn", "must not be before startsOn");
        }
        kind = draft.kind();
        title = draft.title();
        description = draft.description();
        startsOn = draft.startsOn();
        endsOn = draft.endsOn();
        this.parent = parent;
    }

    /** Tells the public of it, once what the public needs is there. */
    void announce(Instant now) {
        mustNotBeCancelled();
        if (status == PublicStatus.ANNOUNCED) {
            throw Refusal.conflict("already-announced", "The programme is announced already.");
        }
        mustBeReadable();
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
            throw Refusal.conflict("not-cancelled", "The programme is not cancelled.");
        }
        var since = cancelledAt;
        status = announcedAt == null ? PublicStatus.DRAFT : PublicStatus.ANNOUNCED;
        cancelledAt = null;
        cancelReason = null;
        return since;
    }

    void mustNotBeCancelled() {
        if (status == PublicStatus.CANCELLED) {
            throw Refusal.conflict("programme-cancelled", "The programme is cancelled.");
        }
    }

    private void mustBeReadable() {
        if (centreId != null) {
            Centre.toPlanAt(centreId).mustRead(title);
        }
    }

    /** A leg takes place while the programme does. */
    void mustCover(Leg leg) {
        if (leg.opensOn.isBefore(startsOn) || leg.closesOn.isAfter(endsOn)) {
            throw Refusal.unprocessable(
                            "leg-outside-programme",
                            "The leg from " + leg.opensOn + " to " + leg.closesOn
                                    + " is not within the programme's days, " + startsOn + " to " + endsOn + ".")
                    .at("/opensOn", "must be within the programme, as closesOn");
        }
    }

    /** Its whole content, as an edit would send it. */
    ProgrammeDraft content() {
        return new ProgrammeDraft(
                kind, centreId, title, description, parent == null ? null : parent.id, startsOn, endsOn);
    }

    boolean isPublic() {
        return announcedAt != null;
    }

    /** Whether the caller answers for it: the desk of its centre, an administrator for the network's own. */
    boolean isOf(Caller caller) {
        return centreId == null
                ? caller.actsFor(Caller.WHOLE, Roles.ADMINISTRATOR)
                : caller.actsFor(centreId, Roles.desk());
    }

    /**
     * The centre whose events are cancelled with it.
     *
     * @throws Refusal 422 {@code no-own-events} when it is the network's
     */
    String ownCentre() {
        if (centreId == null) {
            throw Refusal.unprocessable(
                            "no-own-events",
                            "The network has no events of its own. Cancel the programme alone; each centre cancels its events.")
                    .at("/withEvents", "must be false");
        }
        return centreId;
    }

    /** Lets the request go on only for who answers for that centre; null is the network. */
    static void mustActFor(Caller caller, @Nullable String centreId) {
        if (centreId == null) {
            caller.mustActFor(Caller.WHOLE, Roles.ADMINISTRATOR);
        } else {
            caller.mustActFor(centreId, Roles.desk());
        }
    }

    /** Lets the request go on only for a manager of that centre, or for an administrator; null is the network. */
    static void mustAnswerFor(Caller caller, @Nullable String centreId) {
        if (centreId == null) {
            caller.mustActFor(Caller.WHOLE, Roles.ADMINISTRATOR);
        } else {
            caller.mustActFor(centreId, Roles.management());
        }
    }

    /**
     * The programme to put something into: one that is announced, or that the caller answers for. It holds still until the
     * transaction ends, so that it is not announced or cancelled meanwhile.
     *
     * @param at what in the request names it
     */
    static Programme toHold(UUID id, Caller caller, String at) {
        var programme = Programme.<Programme>findByIdOptional(id, LockModeType.PESSIMISTIC_READ)
                .filter(found -> found.isPublic() || found.isOf(caller))
                .orElseThrow(() -> Refusal.unprocessable("unknown-programme", "There is no such programme.")
                        .at(at, "is not a programme that is announced or yours"));
        programme.mustNotBeCancelled();
        return programme;
    }

    static Programme required(UUID id) {
        return Programme.<Programme>findByIdOptional(id)
                .orElseThrow(() -> Refusal.notFound("There is no such programme."));
    }

    /** The programme, for who may know of it. */
    static Programme visible(UUID id, Caller caller) {
        var programme = required(id);
        if (!programme.isOf(caller) && !programme.isPublic()) {
            throw Refusal.notFound("There is no such programme.");
        }
        return programme;
    }
}

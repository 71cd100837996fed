package org.goldenbridge.event.programme;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.platform.problem.Refusal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Where a touring exhibition stands from when to when. It claims no room: the desk of the place plans an event with
 * sessions there when it wants one.
 */
@Entity
class Leg extends PanacheEntityBase {
    @Id
    UUID id;

    @Version
    long version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Programme programme;

    @Nullable
    String centreId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    LegVenue venue;

    @Nullable
    UUID spaceId;

    LocalDate opensOn;
    LocalDate closesOn;
    int setUpDays;
    int transitDaysBefore;

    static Leg add(UUID id, Programme programme, LegDraft draft, List<Leg> others) {
        var leg = new Leg();
        leg.id = id;
        leg.programme = programme;
        leg.stand(draft, others);
        return leg;
    }

    /** Takes its place on the tour, as far as the others leave it. */
    void stand(LegDraft draft, List<Leg> others) {
        if ((draft.centreId() == null) == (draft.venue() == null)) {
            throw Refusal.badRequest("invalid-request", "A leg is at a centre or at a venue.")
                    .at("/centreId", "this or venue is needed, and not both");
        }
        if (draft.closesOn().isBefore(draft.opensOn())) {
            throw Refusal.unprocessable("ends-before-it-starts", "It closes before it opens.")
                    .at("/closesOn", "must not be before opensOn");
        }
        centreId = draft.centreId() == null
                ? null
                : Centre.toPlanAt(draft.centreId()).id();
        venue = draft.venue();
        spaceId = draft.spaceId() == null ? null : space(draft.spaceId());
        opensOn = draft.opensOn();
        closesOn = draft.closesOn();
        setUpDays = draft.setUpDays() == null ? 0 : draft.setUpDays();
        transitDaysBefore = draft.transitDaysBefore() == null ? 0 : draft.transitDaysBefore();
        programme.mustCover(this);
        others.stream().filter(this::overlaps).findFirst().ifPresent(other -> {
            throw Refusal.conflict(
                            "legs-overlap",
                            "Its things are elsewhere then: from " + other.leavesOn() + " to " + other.closesOn
                                    + " they are on the way to another leg, set up there, or shown. This leg takes them from "
                                    + leavesOn() + " to " + closesOn + ".")
                    .with("legId", other.id);
        });
    }

    private UUID space(UUID id) {
        var space = Space.toPlanIn(id);
        if (!space.centreId().equals(centreId)) {
            throw Refusal.unprocessable("space-of-another-centre", "The space belongs to another centre.")
                    .at("/spaceId", "is not a space of the leg's centre");
        }
        return space.id();
    }

    private boolean overlaps(Leg other) {
        return !other.id.equals(id)
                && !leavesOn().isAfter(other.closesOn)
                && !other.leavesOn().isAfter(closesOn);
    }

    /** Changes with what is shown of its centre. */
    long centreVersion() {
        var centre = centreId == null ? null : Centre.<Centre>findById(centreId);
        return centre == null ? 0 : centre.version();
    }

    /** The day on which its things leave for it. */
    LocalDate leavesOn() {
        return setUpFrom().minusDays(transitDaysBefore);
    }

    /** The day on which its things are there and setting up begins. */
    LocalDate setUpFrom() {
        return opensOn.minusDays(setUpDays);
    }

    /** The legs of a programme in their order. As they never overlap, the days on which they open are that order. */
    static List<Leg> of(Programme programme) {
        return list("programme = ?1 order by opensOn", programme);
    }

    static Leg required(UUID programme, UUID id) {
        return Leg.<Leg>find("id = ?1 and programme.id = ?2", id, programme)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.notFound("There is no such leg."));
    }
}

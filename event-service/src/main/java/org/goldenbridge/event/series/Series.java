package org.goldenbridge.event.series;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.event.programme.Event;
import org.goldenbridge.event.schedule.SeriesPlace;
import org.goldenbridge.event.schedule.Venue;
import org.goldenbridge.platform.problem.Refusal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An event that repeats by a rule. Its sessions are made from it; it is kept so that they can be changed together. */
@Entity
class Series extends PanacheEntityBase {
    @Id
    UUID id;

    @Version
    long version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Event event;

    String centreId;
    String rule;

    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    LocalDateTime startsOn;

    int minutes;

    /** The zone in which the wall times are meant: that of the place. */
    String zone;

    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable
    Space space;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Venue venue;

    /** The course of which its sessions are the lessons. */
    @Nullable
    UUID courseId;

    @Nullable
    Integer capacityLimit;

    @JdbcTypeCode(SqlTypes.JSON)
    WallDates exceptions;

    @JdbcTypeCode(SqlTypes.JSON)
    WallDates extraDates;

    @Nullable
    String hoursOverride;

    SeriesStatus status;

    /** The series of which this one was the later part, before it was split. */
    @Nullable
    UUID follows;

    String plannedBy;
    Instant createdAt;

    static Series plan(UUID id, Event event, Pattern pattern, String plannedBy, Instant now) {
        var series = new Series();
        series.id = id;
        series.event = event;
        series.centreId = event.centreId();
        series.status = SeriesStatus.RUNNING;
        series.plannedBy = plannedBy;
        series.createdAt = now;
        series.become(pattern);
        return series;
    }

    /** The later part of this series, as one of its own. */
    Series followedBy(UUID next, Pattern pattern, String changedBy, Instant now) {
        var later = plan(next, event, pattern, changedBy, now);
        later.follows = id;
        return later;
    }

    void become(Pattern pattern) {
        var recurrence = pattern.recurrence();
        var place = pattern.place();
        rule = recurrence.rule().text();
        startsOn = recurrence.startsOn();
        minutes = Math.toIntExact(pattern.lasts().toMinutes());
        zone = place.zone().getId();
        space = place.space();
        venue = place.venue();
        courseId = place.courseId();
        capacityLimit = place.capacityLimit();
        exceptions = new WallDates(recurrence.exceptions());
        extraDates = new WallDates(recurrence.extraDates());
        hoursOverride = place.hoursOverride();
    }

    void cancel() {
        status = SeriesStatus.CANCELLED;
    }

    void mustBeRunning() {
        if (status == SeriesStatus.CANCELLED) {
            throw Refusal.conflict("series-cancelled", "The series is cancelled. Plan a new one.");
        }
    }

    /**
     * What it repeats.
     *
     * @param alsoExcepted occurrences whose sessions were cancelled by themselves, which are exceptions like the others
     */
    Pattern pattern(Collection<LocalDateTime> alsoExcepted) {
        var recurrence = new Recurrence(startsOn, new Rule(rule), exceptions.dates(), extraDates.dates());
        var all = new java.util.TreeSet<>(exceptions.dates());
        all.addAll(alsoExcepted);
        return new Pattern(
                recurrence.without(all),
                Duration.ofMinutes(minutes),
                new SeriesPlace(space, venue, courseId, ZoneId.of(zone), capacityLimit, hoursOverride));
    }

    @Nullable
    UUID spaceId() {
        return space == null ? null : space.id();
    }

    static Series required(UUID id) {
        return Series.<Series>findByIdOptional(id).orElseThrow(Series::unknown);
    }

    /** The series, for this transaction alone to change: whoever comes second waits and then sees another version. */
    static Series toChange(UUID id) {
        return Objects.requireNonNullElseGet(Series.<Series>findById(id, LockModeType.PESSIMISTIC_WRITE), () -> {
            throw unknown();
        });
    }

    private static Refusal unknown() {
        return Refusal.notFound("There is no such series.");
    }
}

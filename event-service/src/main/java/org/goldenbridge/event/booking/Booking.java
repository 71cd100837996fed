package org.goldenbridge.event.booking;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.platform.problem.Refusal;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A booking as it is read; it is written by the functions {@code book} and {@code cancel_booking} alone. */
@Entity
@Immutable
class Booking extends PanacheEntityBase {
    @Id
    UUID id;

    @ManyToOne(optional = false)
    Opportunity opportunity;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Visitor visitor;

    int places;
    BookingStatus status;
    String bookedBy;
    Instant bookedAt;

    @Nullable
    Instant cancelledAt;

    @Nullable
    UUID allocationId;

    /** In years; one for each place. */
    Integer @Nullable [] ages;

    /** The enrolment of whom this is a lesson instead of one they missed. */
    @Nullable
    UUID makeUpFor;

    @Nullable
    UUID missedLesson;

    @Nullable
    BigDecimal priceAmount;

    @Nullable
    String priceCurrency;

    @Nullable
    Instant paidAt;

    /** What it costs altogether; nothing is said where it costs nothing. */
    @Nullable
    Price price() {
        return priceAmount == null || priceCurrency == null ? null : new Price(priceAmount, priceCurrency);
    }

    static Booking required(UUID id) {
        return Booking.<Booking>find("from Booking b join fetch b.visitor where b.id = ?1", id)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.notFound("There is no such booking."));
    }

    /** The bookings of a session or course after the given one, in the order in which they were made. */
    static List<Booking> of(UUID opportunity, UUID after, int limit) {
        return Booking.<Booking>find(
                        "from Booking b join fetch b.visitor where b.opportunity.id = ?1 and b.id > ?2 order by b.id",
                        opportunity,
                        after)
                .page(0, limit)
                .list();
    }
}

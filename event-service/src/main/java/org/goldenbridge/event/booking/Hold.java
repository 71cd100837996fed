package org.goldenbridge.event.booking;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** Places kept for somebody for a while, before it is said who comes. */
@Entity
class Hold extends PanacheEntityBase {
    @Id
    UUID id;

    @ManyToOne(optional = false)
    Opportunity opportunity;

    int places;
    Status status;
    String heldBy;
    Instant heldAt;
    Instant expiresAt;

    /** For whom the places are. */
    @Nullable
    String note;

    @Nullable
    Instant endedAt;

    /** The cancelled booking that can still be undone; null for a hold that somebody made. */
    @Nullable
    UUID bookingId;

    /** The same for a group that was taken off the waiting list. */
    @Nullable
    UUID entryId;

    /** What became of it. */
    enum Status {
        LIVE,
        RELEASED,
        EXPIRED,
        USED;

        @Override
        @JsonValue
        public String toString() {
            return Words.of(this);
        }

        @Converter(autoApply = true)
        static class Column extends Words.Column<Status> {
            Column() {
                super(Status.class);
            }
        }
    }

    static Hold keep(Opportunity opportunity, HoldDraft draft, String by, Instant now) {
        var hold = new Hold();
        hold.id = Ids.next();
        hold.opportunity = opportunity;
        hold.places = draft.places();
        hold.note = draft.note();
        hold.status = Status.LIVE;
        hold.heldBy = by;
        hold.heldAt = now;
        hold.expiresAt = now.plus(draft.length());
        return hold;
    }

    /** Gives the places back before their time; one that has ended stays as it ended. */
    boolean release(Instant now) {
        if (status != Status.LIVE) {
            return false;
        }
        status = Status.RELEASED;
        endedAt = now;
        return true;
    }

    static Hold required(UUID id) {
        return Hold.<Hold>findByIdOptional(id).orElseThrow(() -> Refusal.notFound("There is no such hold."));
    }

    static List<Hold> of(UUID opportunity, UUID after, int most) {
        return Hold.<Hold>find(
                        "opportunity.id = ?1 and id > ?2 and bookingId is null and entryId is null order by id",
                        opportunity,
                        after)
                .page(0, most)
                .list();
    }
}

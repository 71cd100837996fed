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
import org.goldenbridge.platform.text.VisibleText;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** Places that a partner fills until a date; what is left then goes back to the public. */
@Entity
class Allocation extends PanacheEntityBase {
    @Id
    UUID id;

    @ManyToOne(optional = false)
    Opportunity opportunity;

    String partner;
    int places;
    int used;
    Instant releaseAt;
    Status status;
    String madeBy;
    Instant madeAt;

    @Nullable
    Instant endedAt;

    /** Whether it still runs. */
    enum Status {
        LIVE,
        RELEASED;

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

    static Allocation make(
            Opportunity opportunity, String partner, int places, Instant releaseAt, String by, Instant now) {
        var allocation = new Allocation();
        allocation.id = Ids.next();
        allocation.opportunity = opportunity;
        allocation.partner = VisibleText.name(partner);
        allocation.places = places;
        allocation.releaseAt = releaseAt;
        allocation.status = Status.LIVE;
        allocation.madeBy = by;
        allocation.madeAt = now;
        return allocation;
    }

    /**
     * Ends it before its date; one that has ended stays as it ended.
     *
     * @return how many places nobody has used
     */
    int release(Instant now) {
        if (status == Status.RELEASED) {
            return 0;
        }
        status = Status.RELEASED;
        endedAt = now;
        return places - used;
    }

    static Allocation required(UUID id) {
        return Allocation.<Allocation>findByIdOptional(id)
                .orElseThrow(() -> Refusal.notFound("There is no such allocation."));
    }

    static List<Allocation> of(UUID opportunity, UUID after, int most) {
        return Allocation.<Allocation>find("opportunity.id = ?1 and id > ?2 order by id", opportunity, after)
                .page(0, most)
                .list();
    }
}

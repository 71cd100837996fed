package org.goldenbridge.event.booking;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** A group that waits for places. Offers are made by the function {@code settle_places} alone. */
@Entity
class WaitingListEntry extends PanacheEntityBase {
    @Id
    UUID id;

    @ManyToOne(optional = false)
    Opportunity opportunity;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Visitor visitor;

    int places;
    int priority;

    /** In years; one for each place. */
    Integer @Nullable [] ages;

    Status status;
    String joinedBy;
    Instant joinedAt;

    /** How many smaller groups have passed it because it did not fit yet. */
    int passed;

    @Nullable
    Instant endedAt;

    /** What became of it. */
    enum Status {
        WAITING,
        OFFERED,
        ACCEPTED,
        DECLINED,
        LAPSED,
        LEFT,
        ENDED;

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

    boolean isLive() {
        return status == Status.WAITING || status == Status.OFFERED;
    }

    void end(Status how, Instant now) {
        status = how;
        endedAt = now;
    }

    static WaitingListEntry required(UUID id) {
        return WaitingListEntry.<WaitingListEntry>find(
                        "from WaitingListEntry e join fetch e.visitor where e.id = ?1", id)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.notFound("There is no such entry of a waiting list."));
    }

    /** As it stands in the database now, whatever this transaction had read of it before. */
    static WaitingListEntry fresh(UUID id) {
        getEntityManager().flush();
        getEntityManager().clear();
        return required(id);
    }

    /** Those of a session or course after the given one, in the order in which they joined. */
    static List<WaitingListEntry> of(UUID opportunity, UUID after, int most) {
        return WaitingListEntry.<WaitingListEntry>find(
                        "from WaitingListEntry e join fetch e.visitor where e.opportunity.id = ?1 and e.id > ?2 order by e.id",
                        opportunity,
                        after)
                .page(0, most)
                .list();
    }
}

package org.goldenbridge.event.schedule;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A space that the centre keeps for itself for a while. It claims the space's cells as a session does. */
@Entity
@Table(name = "space_block")
class Block extends PanacheEntityBase {
    @Id
    UUID id;

    @Version
    long version;

    String centreId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Space space;

    Instant startsAt;
    Instant endsAt;
    String reason;
    String blockedBy;
    Instant createdAt;

    /** Whether it lost a part of the space when the space was divided anew. */
    boolean clashing;

    @Nullable
    Instant removedAt;

    static Block of(UUID id, Space space, Interval when, String reason, String by, Instant now) {
        var block = new Block();
        block.id = id;
        block.centreId = space.centreId();
        block.space = space;
        block.startsAt = when.start();
        block.endsAt = when.end();
        block.reason = reason.strip();
        block.blockedBy = by;
        block.createdAt = now;
        return block;
    }

    /** Gives the space back; a block that is removed already stays as it is. */
    void remove(Instant now) {
        if (removedAt == null) {
            removedAt = now;
            clashing = false;
        }
    }

    /** Makes it this transaction's alone to change, its space before it, and reads it as it is then. */
    void lock() {
        Space.lock(List.of(space.id()));
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
    }

    Interval when() {
        return new Interval(startsAt, endsAt);
    }

    static Block required(UUID id) {
        return Block.<Block>findByIdOptional(id).orElseThrow(() -> Refusal.notFound("There is no such block."));
    }

    /** The blocks of a centre that stand at some time between two instants, in the order in which they were made. */
    static List<Block> standing(String centre, Instant from, Instant to, UUID after, int most) {
        return Block.<Block>find(
                        "from Block b join fetch b.space where b.centreId = ?1 and b.removedAt is null and b.endsAt > ?2"
                                + " and b.startsAt < ?3 and b.id > ?4 order by b.id",
                        centre,
                        from,
                        to,
                        after)
                .page(0, most)
                .list();
    }
}

package org.goldenbridge.centre.centre;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.time.WallTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** When a centre, or one space of it, is closed outside its weekly hours. */
@Entity
class Closure extends PanacheEntityBase {
    @Id
    UUID id;

    String centreId;

    /** Counted up by Hibernate; the first stored state has 0. */
    @Version
    long version;

    /** The space that is closed; null when it is the whole centre. */
    @Nullable
    UUID spaceId;

    Instant startsAt;
    Instant endsAt;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText reason;

    static Closure announce(UUID id, Centre centre, ClosureDraft draft) {
        var closure = new Closure();
        closure.id = id;
        closure.centreId = centre.id;
        closure.describe(centre, draft);
        return closure;
    }

    void edit(Centre centre, ClosureDraft draft) {
        if (!draft.centreId().equals(centreId)) {
            throw Refusal.unprocessable("fixed-field", "A closure stays with its centre.")
                    .at("/centreId", "must stay " + centreId);
        }
        describe(centre, draft);
    }

    private void describe(Centre centre, ClosureDraft draft) {
        centre.mustBeInUse();
        var from = WallTime.instant(draft.startsAt(), centre.zone.id(), "/startsAt");
        var until = WallTime.instant(draft.endsAt(), centre.zone.id(), "/endsAt");
        if (!until.isAfter(from)) {
            throw Refusal.unprocessable("ends-before-it-starts", "A closure must end after it starts.")
                    .at("/endsAt", "must be later than startsAt");
        }
        if (draft.spaceId() != null && !isSpaceOf(centreId, draft.spaceId())) {
            throw Refusal.unprocessable("unknown-space", "The centre " + centreId + " has no such space.")
                    .at("/spaceId", "is not a space of the centre");
        }
        spaceId = draft.spaceId();
        startsAt = from;
        endsAt = until;
        reason = draft.reason();
    }

    /** Asked of the table alone: spaces know of centres, and not the other way round. */
    private static boolean isSpaceOf(String centreId, UUID spaceId) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select exists (select from space where id = :space and centre_id = :centre)")
                .setParameter("space", spaceId)
                .setParameter("centre", centreId)
                .getSingleResult();
    }

    static Closure required(UUID id) {
        return Closure.<Closure>findByIdOptional(id).orElseThrow(() -> Refusal.notFound("There is no such closure."));
    }

    /** The closures of a centre that are not over, in the order of their start. */
    static List<Closure> notOver(String centreId, Instant now) {
        return list("centreId = ?1 and endsAt > ?2 order by startsAt, id", centreId, now);
    }

    /** The closures, of a centre or of all, that are not over, in the order in which they were announced. */
    static List<Closure> notOver(@Nullable String centreId, Instant now, UUID afterId, int atMost) {
        return Closure.<Closure>find(
                        "endsAt > ?1 and id > ?2 and (?3 is null or centreId = ?3) order by id", now, afterId, centreId)
                .page(0, atMost)
                .list();
    }
}

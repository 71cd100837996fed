package org.goldenbridge.centre.space;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A room of a centre, a hall that can be divided, or a part of one. What a session claims are cells: each space has one of
 * its own, and a hall with parts is made of theirs, so that hall and part exclude each other.
 */
@Entity
class Space extends PanacheEntityBase {
    @Id
    UUID id;

    String centreId;

    /** Counted up by Hibernate; the first stored state has 0. */
    @Version
    long version;

    boolean withdrawn;
    String code;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText name;

    SpaceKind kind;
    int capacity;
    int setUpMinutes;
    int clearingMinutes;
    boolean divisible;

    /** The hall that it is a part of. */
    @Nullable
    UUID partOf;

    UUID cell;

    /** Opens a space in a centre that is locked. */
    static Space open(UUID id, UUID cell, SpaceDraft draft) {
        var space = new Space();
        space.id = id;
        space.centreId = draft.centreId();
        space.cell = cell;
        space.divisible = draft.isDivisible();
        space.partOf = draft.partOf();
        if (space.partOf != null) {
            space.mustFitInto(findById(space.partOf));
        }
        space.describe(draft);
        return space;
    }

    private void mustFitInto(@Nullable Space hall) {
        if (hall == null || hall.withdrawn || !hall.centreId.equals(centreId)) {
            throw Refusal.unprocessable("unknown-space", "The centre " + centreId + " has no such hall.")
                    .at("/partOf", "is not a hall of the centre that is in use");
        }
        if (!hall.divisible) {
            throw Refusal.unprocessable("not-divisible", "The space " + hall.code + " cannot be divided.")
                    .at("/partOf", "must be a space that was opened as divisible");
        }
        if (divisible) {
            throw Refusal.unprocessable("not-divisible", "A part of a hall cannot be divided again.")
                    .at("/divisible", "must be false for a part");
        }
    }

    /** Replaces what is known of it, in a centre that is locked. */
    void edit(SpaceDraft draft) {
        mustBeInUse();
        mustStay("/centreId", centreId, draft.centreId());
        mustStay("/partOf", partOf, draft.partOf());
        mustStay("/divisible", divisible, draft.isDivisible());
        describe(draft);
    }

    private static void mustStay(String pointer, @Nullable Object is, @Nullable Object wanted) {
        if (!Objects.equals(is, wanted)) {
            throw Refusal.unprocessable(
                            "fixed-field", "A space keeps its centre, its hall and its divisibility. Open another one.")
                    .at(pointer, "must stay " + is);
        }
    }

    private void describe(SpaceDraft draft) {
        if (isTaken(centreId, draft.code(), id)) {
            throw Refusal.conflict(
                            "already-there", "The centre " + centreId + " has a space " + draft.code() + " already.")
                    .at("/code", "is taken");
        }
        code = draft.code();
        name = draft.name();
        kind = draft.kind();
        capacity = draft.capacity();
        setUpMinutes = draft.setUpMinutes() == null ? 0 : draft.setUpMinutes();
        clearingMinutes = draft.clearingMinutes() == null ? 0 : draft.clearingMinutes();
    }

    /** Takes it out of use; it stays known. */
    void withdraw() {
        withdrawn = true;
    }

    private void mustBeInUse() {
        if (withdrawn) {
            throw Refusal.conflict("withdrawn", "The space " + code + " is no longer in use and cannot be changed.");
        }
    }

    /**
     * What a session in it claims. The cells of a part that was withdrawn stay with its hall: what is planned in it still
     * stands against what is planned in the hall.
     */
    List<UUID> cells() {
        var parts = divisible ? Space.<Space>list("partOf = ?1 order by id", id) : List.<Space>of();
        return parts.isEmpty()
                ? List.of(cell)
                : parts.stream().map(part -> part.cell).toList();
    }

    private static boolean isTaken(String centreId, String code, UUID except) {
        return count("centreId = ?1 and code = ?2 and not withdrawn and id <> ?3", centreId, code, except) > 0;
    }

    static Space required(UUID id) {
        return Space.<Space>findByIdOptional(id).orElseThrow(() -> Refusal.notFound("There is no such space."));
    }

    /** The spaces in use, of a centre or of all, in the order in which they were opened. */
    static List<Space> inUse(List<String> centreIds, UUID afterId, int atMost) {
        return Space.<Space>find(
                        "not withdrawn and id > ?1 and (?3 = true or centreId in ?2) order by id",
                        afterId,
                        centreIds,
                        centreIds.isEmpty())
                .page(0, atMost)
                .list();
    }
}

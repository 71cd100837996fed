package org.goldenbridge.event.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** How programmes stand below each other. The rule of the tree is a function of the database, so that its trigger and we agree. */
@ApplicationScoped
public class ProgrammeTree {
    private static final String VISIBLE = """
            (p.announced_at is not null
             or case when p.centre_id is null then cast(:network as boolean)
                     else cast(:everywhere as boolean) or p.centre_id = any(cast(:centres as text[])) end)""";

    private final EntityManager entities;

    @Inject
    ProgrammeTree(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A programme with all that stands below it, as far as the reader may know of it.
     *
     * @return the ids; none when the reader may not know of the programme itself
     */
    @SuppressWarnings("unchecked")
    public UUID[] below(UUID programme, Insight insight) {
        List<UUID> ids = entities.createNativeQuery("""
                        with recursive tree (id) as (
                            select p.id from programme p where p.id = :root and %s
                            union all
                            select p.id from programme p join tree on p.parent_id = tree.id where %s)
                        select id from tree""".formatted(VISIBLE, VISIBLE), UUID.class)
                .setParameter("root", programme)
                .setParameter("network", insight.network())
                .setParameter("everywhere", insight.everywhere())
                .setParameter("centres", insight.centreIds())
                .getResultList();
        return ids.toArray(UUID[]::new);
    }

    /** A programme with all of the same centre that stands below it without a gap, each before its parts. */
    @SuppressWarnings("unchecked")
    List<UUID> own(Programme programme) {
        return entities.createNativeQuery("""
                        with recursive tree (id, depth) as (
                            select cast(:root as uuid), 1
                            union all
                            select p.id, tree.depth + 1 from programme p join tree on p.parent_id = tree.id
                            where p.centre_id is not distinct from cast(:centre as text))
                        select id from tree order by depth, id""", UUID.class)
                .setParameter("root", programme.id)
                .setParameter("centre", programme.centreId)
                .getResultList();
    }

    /**
     * The events that the cancellation of a programme with its events would cancel now, for who answers for it.
     *
     * @throws Refusal 422 {@code no-own-events} when it is the network's
     */
    public List<UUID> eventsCancelledWith(UUID programmeId, Caller caller) {
        var programme = Programme.required(programmeId);
        Programme.mustActFor(caller, programme.centreId);
        return Event.ownIn(programme.ownCentre(), own(programme)).list().stream()
                .map(Event::id)
                .toList();
    }

    /** Makes everybody else who changes the tree, or the status of something in it, wait until this transaction ends. */
    void lock() {
        entities.createNativeQuery("select 1 from lock_programme_tree()").getResultList();
    }

    /**
     * Lets the programme stand below the parent when that leaves a tree of at most five levels; the caller holds the lock.
     *
     * @throws Refusal 422 {@code programme-in-itself} or {@code too-deep}
     */
    void mustFit(UUID programme, @Nullable UUID parent) {
        if (parent == null) {
            return;
        }
        var fault = (String) entities.createNativeQuery("select programme_misplaced(:programme, :parent)", String.class)
                .setParameter("programme", programme)
                .setParameter("parent", parent)
                .getSingleResult();
        if ("circle".equals(fault)) {
            throw Refusal.unprocessable("programme-in-itself", "The programme would be a part of itself.")
                    .at("/parentId", "stands below this programme");
        }
        if (fault != null) {
            throw Refusal.unprocessable("too-deep", "Programmes stand in five levels at most.")
                    .at("/parentId", "is too deep for this programme and its parts");
        }
    }
}

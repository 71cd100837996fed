package org.goldenbridge.event.programme;

import jakarta.persistence.EntityManager;
import java.util.UUID;

/** What a form makes has an id that was chosen when the form was shown: sent twice, it finds what it has made. */
public final class MadeOnce {
    private MadeOnce() {}

    /** Makes everybody else who would make something of that id wait until this transaction ends; before it is looked for. */
    public static void hold(EntityManager entities, UUID id) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
                .setParameter("key", id.getMostSignificantBits() ^ id.getLeastSignificantBits())
                .getSingleResult();
    }
}

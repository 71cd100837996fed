package org.goldenbridge.centre.partner;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.centre.address.Country;
import org.goldenbridge.centre.address.WebAddress;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An institution that shares the programme or the collection of the network. */
@Entity
class Partner extends PanacheEntityBase {
    @Id
    UUID id;

    /** Counted up by Hibernate; the first stored state has 0. */
    @Version
    long version;

    boolean withdrawn;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText name;

    PartnerKind kind;
    Country country;

    @Nullable
    WebAddress website;

    static Partner enter(UUID id, PartnerDraft draft) {
        var partner = new Partner();
        partner.id = id;
        partner.describe(draft);
        return partner;
    }

    void edit(PartnerDraft draft) {
        if (withdrawn) {
            throw Refusal.conflict("withdrawn", "The partnership has ended; the partner cannot be changed.");
        }
        describe(draft);
    }

    private void describe(PartnerDraft draft) {
        name = draft.name();
        kind = draft.kind();
        country = draft.country();
        website = draft.website();
    }

    /** Ends the partnership; the partner stays known. */
    void withdraw() {
        withdrawn = true;
    }

    static Partner required(UUID id) {
        return Partner.<Partner>findByIdOptional(id).orElseThrow(() -> Refusal.notFound("There is no such partner."));
    }

    /** The partners whose partnership has not ended, in the order in which they were entered. */
    static List<Partner> inUse(UUID afterId, int atMost) {
        return Partner.<Partner>find("not withdrawn and id > ?1 order by id", afterId)
                .page(0, atMost)
                .list();
    }
}

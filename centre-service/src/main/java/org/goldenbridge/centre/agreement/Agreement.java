package org.goldenbridge.centre.agreement;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goldenbridge.centre.centre.Centres;
import org.goldenbridge.centre.partner.Partners;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What the network has agreed with a partner institution, and for which centres. */
@Entity
class Agreement extends PanacheEntityBase {
    @Id
    UUID id;

    UUID partnerId;

    /** Counted up by Hibernate; the first stored state has 0. */
    @Version
    long version;

    boolean withdrawn;
    AgreementKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText title;

    LocalDate startsOn;

    @Nullable
    LocalDate endsOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    LocalizedText scope;

    @JdbcTypeCode(SqlTypes.JSON)
    List<AgreementDocument> documents;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    AgreementAccess access;

    @ElementCollection
    @CollectionTable(name = "agreement_centre", joinColumns = @JoinColumn(name = "agreement_id"))
    @Column(name = "centre_id")
    Set<String> centres = new HashSet<>();

    static Agreement enter(UUID id, AgreementDraft draft) {
        Partners.mustBeInUse(draft.partnerId());
        var agreement = new Agreement();
        agreement.id = id;
        agreement.partnerId = draft.partnerId();
        agreement.describe(draft);
        return agreement;
    }

    void edit(AgreementDraft draft) {
        if (withdrawn) {
            throw Refusal.conflict("withdrawn", "The agreement was ended and cannot be changed.");
        }
        if (!draft.partnerId().equals(partnerId)) {
            throw Refusal.unprocessable("fixed-field", "An agreement stays with its partner. Enter another one.")
                    .at("/partnerId", "must stay " + partnerId);
        }
        describe(draft);
    }

    private void describe(AgreementDraft draft) {
        if (draft.endsOn() != null && draft.endsOn().isBefore(draft.startsOn())) {
            throw Refusal.unprocessable("ends-before-it-starts", "An agreement must not end before it starts.")
                    .at("/endsOn", "must not be before startsOn");
        }
        for (int i = 0; i < draft.centres().size(); i++) {
            Centres.mustExist(draft.centres().get(i), "/centres/" + i);
        }
        kind = draft.kind();
        title = draft.title();
        startsOn = draft.startsOn();
        endsOn = draft.endsOn();
        scope = draft.scope();
        documents = draft.documents() == null ? List.of() : List.copyOf(draft.documents());
        access = draft.access();
        centres.retainAll(draft.centres());
        centres.addAll(draft.centres());
    }

    /** Ends it or takes it back; it stays known. */
    void withdraw() {
        withdrawn = true;
    }

    List<String> centres() {
        return centres.stream().sorted().toList();
    }

    static Agreement required(UUID id) {
        return Agreement.<Agreement>findByIdOptional(id)
                .orElseThrow(() -> Refusal.notFound("There is no such agreement."));
    }

    /** The agreements that were not ended, in the order in which they were entered. */
    static List<Agreement> inUse(UUID afterId, int atMost) {
        return Agreement.<Agreement>find("not withdrawn and id > ?1 order by id", afterId)
                .page(0, atMost)
                .list();
    }

    /** As {@link #inUse}, those alone that cover one of the centres. */
    static List<Agreement> covering(List<String> centres, UUID afterId, int atMost) {
        return Agreement.<Agreement>find(
                        "from Agreement a where not a.withdrawn and a.id > ?1 and exists "
                                + "(select 1 from a.centres covered where covered in ?2) order by a.id",
                        afterId,
                        centres)
                .page(0, atMost)
                .list();
    }
}

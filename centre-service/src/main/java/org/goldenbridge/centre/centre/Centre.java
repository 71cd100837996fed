package org.goldenbridge.centre.centre;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.goldenbridge.centre.address.Country;
import org.goldenbridge.centre.address.WebAddress;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.LocalizedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A cultural centre with its weekly opening hours. Its version also counts the changes of its closures. */
@Entity
class Centre extends PanacheEntityBase {
    @Id
    String id;

    /** Counted up by Hibernate; the first stored state has 0. */
    @Version
    long version;

    boolean withdrawn;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText name;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText address;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText city;

    Country country;

    @Nullable
    String postalCode;

    @Nullable
    Double latitude;

    @Nullable
    Double longitude;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Access access;

    Zone zone;

    @Nullable
    Integer areaSquareMetres;

    @Nullable
    LocalDate openedOn;

    @Nullable
    String phone;

    @Nullable
    String email;

    @Nullable
    WebAddress website;

    @ElementCollection
    @CollectionTable(name = "opening_interval", joinColumns = @JoinColumn(name = "centre_id"))
    Set<OpeningInterval> openingHours = new HashSet<>();

    static Centre open(CentreDraft draft) {
        if (draft.id().equals(Caller.WHOLE)) {
            throw Refusal.unprocessable("reserved-word", "The word " + Caller.WHOLE + " stands for all centres.")
                    .at("/id", "must be another word");
        }
        if (findById(draft.id()) != null) {
            throw alreadyThere(draft.id());
        }
        var centre = new Centre();
        centre.id = draft.id();
        centre.describe(draft);
        return centre;
    }

    static Refusal alreadyThere(String id) {
        return Refusal.conflict("already-there", "There is a centre " + id + " already.")
                .at("/id", "is taken");
    }

    void edit(CentreDraft draft) {
        mustBeInUse();
        if (!draft.id().equals(id)) {
            throw Refusal.unprocessable("fixed-field", "The id of a centre never changes.")
                    .at("/id", "must stay " + id);
        }
        describe(draft);
    }

    private void describe(CentreDraft draft) {
        name = draft.name();
        address = draft.address();
        city = draft.city();
        country = draft.country();
        postalCode = draft.postalCode();
        latitude = draft.latitude();
        longitude = draft.longitude();
        access = draft.access();
        zone = draft.zone();
        areaSquareMetres = draft.areaSquareMetres();
        openedOn = draft.openedOn();
        var contact = draft.contact();
        phone = contact == null ? null : contact.phone();
        email = contact == null ? null : contact.email();
        website = contact == null ? null : contact.website();
    }

    /** Closes it for good; it stays known. */
    void withdraw() {
        withdrawn = true;
    }

    void setOpeningHours(OpeningHours hours) {
        mustBeInUse();
        hours.check();
        openingHours.clear();
        openingHours.addAll(hours.weekly());
    }

    OpeningHours openingHours() {
        return new OpeningHours(openingHours.stream().sorted().toList());
    }

    @Nullable
    Contact contact() {
        return phone == null && email == null && website == null ? null : new Contact(phone, email, website);
    }

    void mustBeInUse() {
        if (withdrawn) {
            throw Refusal.conflict("withdrawn", "The centre " + id + " has closed for good and cannot be changed.");
        }
    }

    static Centre required(String id) {
        return Centre.<Centre>findByIdOptional(id).orElseThrow(() -> noSuchCentre(id));
    }

    /** To be changed: nobody else changes it, or what belongs to it, before this transaction ends. */
    static Centre locked(String id) {
        return Centre.<Centre>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> noSuchCentre(id));
    }

    private static Refusal noSuchCentre(String id) {
        return Refusal.notFound("There is no centre " + id + ".");
    }

    /** The centres in use, in the order of their ids. */
    static List<Centre> inUse(String afterId, int atMost) {
        return Centre.<Centre>find("not withdrawn and id > ?1 order by id", afterId)
                .page(0, atMost)
                .list();
    }
}

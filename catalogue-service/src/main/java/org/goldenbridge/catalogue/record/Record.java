package org.goldenbridge.catalogue.record;

import static java.util.Objects.requireNonNull;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.goldenbridge.catalogue.marc.Comparison;
import org.goldenbridge.catalogue.marc.Description;
import org.goldenbridge.catalogue.marc.FieldChange;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.marc.MarcXml;
import org.goldenbridge.catalogue.marc.Matching;
import org.goldenbridge.catalogue.marc.Terms;
import org.goldenbridge.platform.problem.Refusal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a title, a film or a replica is described by. The MARC record is kept whole and is the source of truth; everything
 * that is searched is derived from it. A record is changed under its row lock, and each change leaves the state that it
 * replaced in the history.
 */
@Entity
@SuppressWarnings("JavaLangClash") // the field's own word, the same in the API, the facts and the database
class Record extends PanacheEntityBase {
    @Id
    UUID id;

    /** Counted up by every change; the first state has 0. */
    long version;

    /** The centre that keeps the description. */
    String centreId;

    RecordKind kind;
    RecordState state;

    /** Not for the public: partners see it as deleted. */
    boolean hidden;

    @Nullable
    UUID mergedInto;

    String marcxml;

    /** The tags that a cataloguer edited by hand; an import does not write over them. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> editedTags;

    /** The harvesting sets it is in. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> sets;

    String title;

    @Nullable
    Integer year;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> languages;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> terms;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> matchKeys;

    Instant createdAt;
    Instant changedAt;

    /** Worked out when it is asked for, and when the description changes. */
    @Transient
    @Nullable
    Description description;

    static Record enter(
            UUID id,
            String centreId,
            RecordKind kind,
            boolean hidden,
            MarcRecord marc,
            String organisation,
            Author author) {
        var record = draft(id, centreId, kind, hidden, marc, organisation, author);
        record.enter(author);
        return record;
    }

    /** A record that is whole and has yet to be entered. */
    static Record draft(
            UUID id,
            String centreId,
            RecordKind kind,
            boolean hidden,
            MarcRecord marc,
            String organisation,
            Author author) {
        var record = new Record();
        record.id = id;
        record.centreId = centreId;
        record.kind = kind;
        record.state = RecordState.ACTIVE;
        record.hidden = hidden;
        record.editedTags = author.importId() == null ? Comparison.tags(marc) : List.of();
        record.createdAt = author.at();
        record.changedAt = author.at();
        record.describe(OwnNumber.give(marc, id, organisation, author.at()));
        record.sets = Sets.of(kind, List.of(centreId));
        return record;
    }

    /** Enters what was drafted; its history begins. */
    void enter(Author author) {
        persist();
        RecordChange.first(this, author).persist();
    }

    /**
     * Replaces the description by a cataloguer's; what differs counts as edited by hand from now on.
     *
     * @return whether anything is different now
     */
    boolean edit(
            String centreId, RecordKind kind, boolean hidden, MarcRecord marc, String organisation, Author author) {
        mustStand();
        var kept = OwnNumber.give(marc, id, organisation, author.at());
        if (centreId.equals(this.centreId)
                && kind == this.kind
                && hidden == this.hidden
                && OwnNumber.saysTheSame(kept, marc())) {
            return false;
        }
        var edited = new TreeSet<>(editedTags);
        differences(kept).forEach(change -> edited.add(change.tag()));
        change(RecordAction.EDITED, author);
        this.centreId = centreId;
        this.kind = kind;
        this.hidden = hidden;
        editedTags = List.copyOf(edited);
        describe(kept);
        placeInSets();
        return true;
    }

    /**
     * Takes a source's description over, for a record that stands or that the undoing of an import had deleted.
     *
     * @param released tags edited by hand that a person has given to the source
     * @param holders the centres that hold an item of it
     */
    void overlay(
            MarcRecord marc, Set<String> released, String organisation, Author author, Collection<String> holders) {
        change(RecordAction.IMPORTED, author);
        state = RecordState.ACTIVE;
        editedTags = editedTags.stream().filter(tag -> !released.contains(tag)).toList();
        describe(OwnNumber.give(marc, id, organisation, author.at()));
        placeInSets(holders);
    }

    /** Deletes the record; it stays known, as deleted. */
    void delete(Author author) {
        mustStand();
        if (Item.isHeld(id)) {
            throw Refusal.conflict(
                    "has-items", "The record still has items. Withdraw them, or move them to another record, first.");
        }
        change(RecordAction.DELETED, author);
        state = RecordState.DELETED;
    }

    /** Brings a deleted record back as it was. */
    void restore(Author author) {
        if (state != RecordState.DELETED) {
            throw Refusal.conflict("not-deleted", "Only a deleted record can be restored; this one is " + state + ".");
        }
        change(RecordAction.RESTORED, author);
        state = RecordState.ACTIVE;
        placeInSets();
    }

    /** Gives this record's place to another one that describes the same. */
    void mergeInto(Record other, Author author) {
        mustStand();
        change(RecordAction.MERGED, author, other.id);
        state = RecordState.MERGED;
        mergedInto = other.id;
    }

    /** Takes another record's place: its items are here now, and its terms lead here. */
    void absorb(Record other, Author author) {
        mustStand();
        change(RecordAction.ABSORBED, author, other.id);
        placeInSets();
    }

    /**
     * Puts back the state that a change had replaced.
     *
     * @param holders the centres that hold an item of it
     */
    void putBack(RecordChange undone, Author author, Collection<String> holders) {
        change(RecordAction.IMPORT_UNDONE, author);
        if (undone.beforeMarcxml == null) {
            state = RecordState.DELETED;
            return;
        }
        centreId = requireNonNull(undone.beforeCentreId);
        kind = requireNonNull(undone.beforeKind);
        state = requireNonNull(undone.beforeState);
        hidden = requireNonNull(undone.beforeHidden);
        editedTags = requireNonNull(undone.beforeEditedTags);
        describe(OwnNumber.give(MarcXml.read(undone.beforeMarcxml), id, organisation(), author.at()));
        placeInSets(holders);
    }

    /** Keeps the state as it is, whole, in the history; the next version begins. */
    private void change(RecordAction action, Author author) {
        change(action, author, null);
    }

    private void change(RecordAction action, Author author, @Nullable UUID other) {
        RecordChange.of(this, action, author, other).persist();
        version++;
        changedAt = author.at().isBefore(changedAt) ? changedAt : author.at(); // another instance's clock may be ahead
    }

    private String organisation() {
        return marc().control("003").orElse("");
    }

    private void describe(MarcRecord marc) {
        var says = Description.of(marc);
        description = says;
        marcxml = MarcXml.write(marc);
        title = says.title();
        year = says.year();
        languages = says.languages();
        terms = Terms.of(marc);
        matchKeys = Matching.keys(marc);
    }

    /** Works out the sets anew, from the keeping centre and those that hold an item. */
    void placeInSets() {
        placeInSets(Item.centresOf(id));
    }

    private void placeInSets(Collection<String> holders) {
        var centres = new ArrayList<>(holders);
        centres.add(centreId);
        sets = Sets.of(kind, centres);
    }

    /** What the record says, for people. */
    Description description() {
        var known = description;
        if (known == null) {
            known = Description.of(marc());
            description = known;
        }
        return known;
    }

    MarcRecord marc() {
        return MarcXml.read(marcxml);
    }

    /** How this record would change, field by field. */
    List<FieldChange> differences(MarcRecord other) {
        return Comparison.between(marc(), other);
    }

    /** Whether the public and partners see it. */
    boolean isShown() {
        return state == RecordState.ACTIVE && !hidden;
    }

    private void mustStand() {
        if (state != RecordState.ACTIVE) {
            throw Refusal.conflict("withdrawn", "The record is " + state + " and cannot be changed.");
        }
    }

    /** The record that has taken this one's place, and its place, and so on: the one that did not give its own away. */
    Record survivor() {
        var survivor = this;
        while (survivor.mergedInto != null) {
            survivor = required(survivor.mergedInto);
        }
        return survivor;
    }

    static Record required(UUID id) {
        return Record.<Record>findByIdOptional(id).orElseThrow(() -> Refusal.notFound("There is no such record."));
    }

    /** The record under its row lock: whatever changes it or its items waits for the others. */
    static Record locked(UUID id) {
        return Record.<Record>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.notFound("There is no such record."));
    }

    /** Those of the records that there are, under their row locks, taken in the order of their ids. */
    static List<Record> locked(Collection<UUID> ids) {
        return Record.<Record>find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}

package org.goldenbridge.catalogue.record;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.outbox.Outbox;

/**
 * What imports and harvests do with records, many at a time, in the caller's transaction. Each method that writes returns
 * what was written; {@link #tell} says it to the feeds and to the other services, once for all of them, before commit.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Cataloguing {
    private final EntityManager entities;
    private final Outbox outbox;
    private final String organisation;

    @Inject
    Cataloguing(
            EntityManager entities,
            Outbox outbox,
            @ConfigProperty(name = "goldenbridge.catalogue.organisation-code") String organisation) {
        this.entities = entities;
        this.outbox = outbox;
        this.organisation = organisation;
    }

    /**
     * A record as an import compares with it.
     *
     * @param mayComeAgain whether it is deleted and no person deleted it: its source did, or the import that brought it was
     *     undone
     * @param editedTags what a cataloguer edited by hand
     * @param holders the centres that hold an item of it
     */
    public record Known(
            UUID id,
            long version,
            RecordState state,
            boolean mayComeAgain,
            RecordKind kind,
            String title,
            MarcRecord marc,
            Set<String> editedTags,
            List<String> holders) {
        /** Whether a centre holds an item of it. */
        public boolean isHeld() {
            return !holders.isEmpty();
        }
    }

    /**
     * A record was written and has yet to be told.
     *
     * @param version the version that it has now
     */
    public record Written(UUID id, long version, Outbox.Word word) {}

    /** The records with these ids, as they are now. */
    public Map<UUID, Known> known(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : known(Record.<Record>list("id in ?1", ids));
    }

    /** As {@link #known(Collection)}, under their row locks, which are taken in the order of the ids. */
    public Map<UUID, Known> locked(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : known(Record.locked(ids));
    }

    private Map<UUID, Known> known(List<Record> records) {
        var mayComeAgain = mayComeAgain(records);
        var holders = Item.holders(records.stream().map(record -> record.id).toList());
        return records.stream()
                .map(record -> new Known(
                        record.id,
                        record.version,
                        record.state,
                        mayComeAgain.contains(record.id),
                        record.kind,
                        record.title,
                        record.marc(),
                        Set.copyOf(record.editedTags),
                        holders.getOrDefault(record.id, List.of())))
                .collect(Collectors.toMap(Known::id, Function.identity()));
    }

    private Set<UUID> mayComeAgain(List<Record> records) {
        var deleted = records.stream()
                .filter(record -> record.state == RecordState.DELETED)
                .map(record -> record.id)
                .toList();
        return deleted.isEmpty()
                ? Set.of()
                : Set.copyOf(entities.createQuery("""
                                select c.recordId from RecordChange c join Record r on r.id = c.recordId and r.version = c.version
                                where c.recordId in ?1 and c.importId is not null""", UUID.class)
                        .setParameter(1, deleted)
                        .getResultList());
    }

    /**
     * An active record that has a match key.
     *
     * @param keys all its match keys
     */
    public record Match(UUID id, RecordKind kind, List<String> keys) {}

    /**
     * Which active records have these match keys: {@code isbn:9785020000000}, {@code issn:…}, {@code title:…}; in the order of
     * their ids, and no more of one key than would ever be looked through.
     */
    @SuppressWarnings("unchecked")
    public Map<String, List<Match>> matching(Collection<String> keys) {
        var found = new HashMap<String, List<Match>>();
        if (!keys.isEmpty()) {
            List<Object[]> rows = entities.createNativeQuery("""
                            select wanted.key, r.id, r.kind, r.match_keys from unnest(cast(:keys as text[])) as wanted (key)
                            cross join lateral (select id, kind, match_keys from record
                                                where match_keys @> array[wanted.key] and state = 'active' limit 20) as r
                            order by r.id""")
                    .setParameter("keys", keys.toArray(String[]::new))
                    .getResultList();
            var kinds = new RecordKind.Column();
            rows.forEach(row -> found.computeIfAbsent((String) row[0], key -> new ArrayList<>())
                    .add(new Match(
                            (UUID) row[1],
                            requireNonNull(kinds.convertToEntityAttribute((String) row[2])),
                            List.of((String[]) row[3]))));
        }
        return found;
    }

    /** What a source delivers, with the number that it has there in 035, as it would stand in the catalogue. */
    public static MarcRecord numbered(MarcRecord delivered) {
        return OwnNumber.withFormerNumber(delivered);
    }

    /** A new record that is made ready and has yet to be entered; all that takes a while has been thought of. */
    public static final class Prepared {
        private final Record record;
        private final Author author;

        private Prepared(Record record, Author author) {
            this.record = record;
            this.author = author;
        }
    }

    /** Makes a new record ready; needs no transaction. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Prepared prepare(String centreId, RecordKind kind, MarcRecord marc, Author author) {
        return new Prepared(Record.draft(Ids.next(), centreId, kind, false, marc, organisation, author), author);
    }

    /** Enters a new record. */
    public Written enter(Prepared prepared) {
        prepared.record.enter(prepared.author);
        return written(prepared.record, List.of());
    }

    /**
     * Lets a source's description stand as the record's; the caller has decided which of its fields are taken, and holds the
     * row lock.
     *
     * @param ours from {@link #locked}
     * @param released tags edited by hand that a person has given to the source
     */
    public Written overlay(Known ours, MarcRecord marc, Set<String> released, Author author) {
        var record = Record.required(ours.id());
        var sets = record.sets;
        record.overlay(marc, released, organisation, author, ours.holders());
        return written(record, sets);
    }

    /** Deletes a record that its source has deleted; the caller holds the row lock and knows that it has no items. */
    public Written delete(UUID id, Author author) {
        var record = Record.required(id);
        record.delete(author);
        return written(record, record.sets);
    }

    /**
     * Undoes the latest change of each: puts back what was there before, or deletes what was not there.
     *
     * @param ours from {@link #locked}
     */
    public List<Written> undo(Collection<Known> ours, Author author) {
        var changes = RecordChange.making(ours.stream().collect(Collectors.toMap(Known::id, Known::version)));
        return ours.stream()
                .map(each -> {
                    var record = Record.required(each.id());
                    var sets = record.sets;
                    record.putBack(requireNonNull(changes.get(each.id())), author, each.holders());
                    return written(record, sets);
                })
                .toList();
    }

    private static Written written(Record record, List<String> setsBefore) {
        return new Written(record.id, record.version, word(record, setsBefore));
    }

    static Outbox.Word word(Record record, List<String> setsBefore) {
        return new Outbox.Word(
                RecordChanged.of(record), Sets.moved(record.id, record.isShown(), setsBefore, record.sets));
    }

    /** Tells the feeds and the other services what was written. */
    public void tell(List<Written> written) {
        outbox.appendAll(written.stream().map(Written::word).toList());
    }
}

package org.goldenbridge.catalogue.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.RedirectionException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.catalogue.access.Roles;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;

/** What people do with records, one at a time, and who sees which. */
@ApplicationScoped
class RecordDesk {
    private static final int PERMANENT_REDIRECT = 308;

    private final EntityManager entities;
    private final Outbox outbox;
    private final Caller caller;
    private final ReaderLanguage reader;
    private final Clock clock;
    private final String organisation;

    @Inject
    RecordDesk(
            EntityManager entities,
            Outbox outbox,
            Caller caller,
            ReaderLanguage reader,
            Clock clock,
            @ConfigProperty(name = "goldenbridge.catalogue.organisation-code") String organisation) {
        this.entities = entities;
        this.outbox = outbox;
        this.caller = caller;
        this.reader = reader;
        this.clock = clock;
        this.organisation = organisation;
    }

    /** At most so many of the records asked for, with what is held of them, newest first, older than the given one. */
    List<RecordView> find(RecordQuery asked, String afterId, int atMost) {
        var older = afterId.isEmpty() ? "" : " and id < ?";
        var query = entities.createNativeQuery(
                        "select * from record where " + numbered(asked.condition() + older) + " order by id desc",
                        Record.class)
                .setMaxResults(atMost);
        int nth = 1;
        for (var value : asked.parameters()) {
            query.setParameter(nth++, value);
        }
        if (!afterId.isEmpty()) {
            query.setParameter(nth, UUID.fromString(afterId));
        }
        @SuppressWarnings("unchecked")
        var found = (List<Record>) query.getResultList();
        var holdings = Holding.of(found.stream().map(record -> record.id).toList());
        return found.stream()
                .map(record -> RecordView.of(record, holdings.getOrDefault(record.id, List.of())))
                .toList();
    }

    /** JPA wants its question marks numbered. */
    private static String numbered(String condition) {
        var numbered = new StringBuilder();
        int nth = 0;
        for (var part : condition.split("(?<=\\?)", -1)) {
            numbered.append(part);
            if (part.endsWith("?")) {
                numbered.append(++nth);
            }
        }
        return numbered.toString();
    }

    /**
     * A record for one who may see it.
     *
     * @param part what is asked for of it, such as {@code /marc}; where it was merged, the same is found at the survivor
     */
    Record shown(UUID id, String part) {
        var record = Record.required(id);
        if (record.hidden && !isStaff()) {
            throw Refusal.notFound("There is no such record.");
        }
        if (record.state == RecordState.MERGED) {
            var survivor = record.survivor();
            throw new RedirectionException(PERMANENT_REDIRECT, URI.create("/v1/records/" + survivor.id + part));
        }
        return record;
    }

    /** A record that is there, for one who may see it. */
    Record standing(UUID id, String part) {
        var record = shown(id, part);
        if (record.state != RecordState.ACTIVE) {
            throw Refusal.notFound("The record is deleted. Its history, and restoring it, are for staff.");
        }
        return record;
    }

    /** Whether the caller works at any of the centres. */
    private boolean isStaff() {
        return !caller.units(Roles.everyone()).isEmpty();
    }

    Record enter(UUID id, RecordDraft draft) {
        var record = Record.enter(
                id, draft.centreId(), draft.kind(), draft.isHidden(), draft.checked(), organisation, author());
        tell(record, List.of());
        return record;
    }

    void edit(Record record, RecordDraft draft) {
        var sets = record.sets;
        if (record.edit(draft.centreId(), draft.kind(), draft.isHidden(), draft.checked(), organisation, author())) {
            tell(record, sets);
        }
    }

    void delete(Record record) {
        record.delete(author());
        tell(record, record.sets);
    }

    void restore(Record record) {
        var sets = record.sets;
        record.restore(author());
        tell(record, sets);
    }

    private void tell(Record record, List<String> setsBefore) {
        outbox.appendAll(List.of(Cataloguing.word(record, setsBefore)));
    }

    Author author() {
        return Author.of(caller.name(), clock.instant());
    }

    /** The tag of what a record says, without what is held of it. */
    String tag(Record record) {
        return EntityTags.of(record.version, reader);
    }

    /** The tag of a record with what is held of it: an item changes it, and makes no new version. */
    String tag(Record record, List<Holding> holdings) {
        var digest = UUID.nameUUIDFromBytes(holdings.toString().getBytes(StandardCharsets.UTF_8));
        return EntityTags.of(record.version, reader, digest.toString().substring(0, 8));
    }
}

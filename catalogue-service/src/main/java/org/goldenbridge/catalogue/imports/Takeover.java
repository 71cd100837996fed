package org.goldenbridge.catalogue.imports;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.marc.MarcXml;
import org.goldenbridge.catalogue.record.Author;
import org.goldenbridge.catalogue.record.Cataloguing;
import org.goldenbridge.catalogue.record.Cataloguing.Known;
import org.goldenbridge.catalogue.record.Cataloguing.Prepared;
import org.goldenbridge.catalogue.record.Cataloguing.Written;
import org.goldenbridge.catalogue.record.RecordState;
import org.jspecify.annotations.Nullable;

/** Takes a batch of rows over into the catalogue, whose records it holds locked, and gathers what came of them. */
final class Takeover {
    private static final String CHANGED_SINCE = "The record was changed after the plan was made; it was left as it is.";
    private static final String CAME_SINCE =
            "The source's record came into the catalogue by another import after the plan was made.";

    private final Job job;
    private final Cataloguing cataloguing;
    private final Author author;
    private final Map<UUID, Known> known;
    private final Map<String, Links.Link> linked;
    private final Set<UUID> changed = new HashSet<>();
    private final List<Written> written = new ArrayList<>();
    private final List<Links.Fresh> fresh = new ArrayList<>();
    private final List<Row.Settled> settled = new ArrayList<>();

    private Takeover(
            Job job, Cataloguing cataloguing, Author author, Map<UUID, Known> known, Map<String, Links.Link> linked) {
        this.job = job;
        this.cataloguing = cataloguing;
        this.author = author;
        this.known = known;
        this.linked = linked;
    }

    /** Locks the records that the batch is about. */
    static Takeover prepare(
            Job job, List<Applying.Planned> batch, Links links, Cataloguing cataloguing, Author author) {
        var taken = batch.stream().filter(each -> each.delivered() != null).toList();
        var known = cataloguing.locked(taken.stream()
                .map(each -> each.row().recordId())
                .filter(Objects::nonNull)
                .toList());
        var linked = links.find(
                job.sourceId(),
                taken.stream()
                        .map(each -> requireNonNull(each.delivered()).sourceRecordId())
                        .toList());
        return new Takeover(job, cataloguing, author, known, linked);
    }

    /** What was written to the catalogue, and is to be told. */
    List<Written> written() {
        return written;
    }

    /** Which links come of it. */
    List<Links.Fresh> fresh() {
        return fresh;
    }

    /** What came of the rows; none for those of which nothing comes. */
    List<Row.Settled> settled() {
        return settled;
    }

    /** Takes one row over. */
    void take(Applying.Planned planned) {
        var row = planned.row();
        var delivered = planned.delivered();
        if (delivered == null) {
            leave(planned);
        } else if (planned.prepared() != null) {
            enter(row, delivered, planned.prepared());
        } else if (isOvertaken(row, delivered)) {
            settled.add(row.settled(RowResult.OVERTAKEN, CHANGED_SINCE));
        } else {
            change(row, delivered, requireNonNull(known.get(row.recordId())));
        }
    }

    /** What is the same is noted as delivered again; of the rest nothing is taken. */
    private void leave(Applying.Planned planned) {
        var row = planned.row();
        if (row.outcome() != Outcome.SAME) {
            settled.add(row.settled(RowResult.SKIPPED, null));
        } else if (row.sourceRecordId() != null && row.recordId() != null && row.recordVersion() != null) {
            link(
                    row.sourceRecordId(),
                    row.recordId(),
                    row.recordVersion(),
                    Delivered.digest(planned.frame(), job),
                    null);
        }
    }

    private void enter(Row row, Delivered delivered, Prepared prepared) {
        if (linked.containsKey(delivered.sourceRecordId())) {
            settled.add(row.settled(RowResult.OVERTAKEN, CAME_SINCE));
        } else {
            apply(row, delivered, cataloguing.enter(prepared));
        }
    }

    /** Whether the record, or which one it is, is no longer as it was when the plan was made. */
    private boolean isOvertaken(Row row, Delivered delivered) {
        var ours = known.get(row.recordId());
        var link = linked.get(delivered.sourceRecordId());
        var isLinkedAsPlanned = row.isMatchedByContent()
                ? link == null
                : link != null && link.recordId().equals(row.recordId());
        return ours == null
                || !isLinkedAsPlanned
                || !Objects.equals(ours.version(), row.recordVersion())
                || changed.contains(ours.id());
    }

    private void change(Row row, Delivered delivered, Known ours) {
        if (delivered.marc().isDeletion()) {
            delete(row, delivered, ours);
        } else if (ours.state() == RecordState.DELETED) {
            var comesBack = Overlay.withEdited(delivered.marc(), ours.marc(), ours.editedTags());
            apply(row, delivered, cataloguing.overlay(ours, comesBack, Set.of(), author));
        } else {
            overlay(row, delivered, ours);
        }
    }

    private void delete(Row row, Delivered delivered, Known ours) {
        if (ours.isHeld()) {
            settled.add(row.settled(RowResult.OVERTAKEN, "The record has items since the plan was made; it stays."));
        } else if (row.outcome() == Outcome.CONFLICT && row.decision() != Decision.TAKE) {
            settled.add(row.settled(RowResult.SKIPPED, null));
        } else {
            apply(row, delivered, cataloguing.delete(ours.id(), author));
        }
    }

    private void overlay(Row row, Delivered delivered, Known ours) {
        var isReleased = row.decision() == Decision.TAKE;
        var merged = new Overlay(job.overlay(), isItsOwn(delivered))
                .merge(ours.marc(), Cataloguing.numbered(delivered.marc()), isReleased ? Set.of() : ours.editedTags());
        if (merged.changesAnything()) {
            apply(row, delivered, cataloguing.overlay(ours, merged.record(), released(isReleased, merged), author));
        } else {
            settled.add(row.settled(RowResult.SKIPPED, null));
            link(delivered.sourceRecordId(), ours.id(), ours.version(), delivered.digest(), delivered.original());
        }
    }

    private boolean isItsOwn(Delivered delivered) {
        var link = linked.get(delivered.sourceRecordId());
        return link != null && link.isItsOwn();
    }

    /** The tags that are the source's again. */
    private static Set<String> released(boolean isReleased, Overlay.Merged merged) {
        var tags = new HashSet<String>();
        if (isReleased) {
            merged.changes().forEach(change -> tags.add(change.tag()));
        }
        return tags;
    }

    private void apply(Row row, Delivered delivered, Written done) {
        written.add(done);
        changed.add(done.id());
        settled.add(row.applied(done.id(), done.version()));
        link(delivered.sourceRecordId(), done.id(), done.version(), delivered.digest(), delivered.original());
    }

    private void link(String number, UUID record, long version, byte[] digest, @Nullable MarcRecord original) {
        fresh.add(new Links.Fresh(
                number,
                record,
                HexFormat.of().formatHex(digest),
                version,
                original == null ? null : MarcXml.write(original)));
    }
}

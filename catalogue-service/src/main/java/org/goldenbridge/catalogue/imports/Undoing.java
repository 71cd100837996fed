package org.goldenbridge.catalogue.imports;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.goldenbridge.catalogue.record.Author;
import org.goldenbridge.catalogue.record.Cataloguing;
import org.goldenbridge.catalogue.record.Cataloguing.Known;

/**
 * The third step, if a person wants it: puts the records back as they were before the import, but for those on which somebody
 * has worked since.
 */
@Singleton
class Undoing implements Step<Row> {
    private static final String CHANGED_SINCE =
            "The record was changed after the import was applied; it stays as it is.";
    private static final String HELD = "The record has items; it stays.";

    private final Rows rows;
    private final Links links;
    private final Cataloguing cataloguing;
    private final Clock clock;

    Undoing(Rows rows, Links links, Cataloguing cataloguing, Clock clock) {
        this.rows = rows;
        this.links = links;
        this.cataloguing = cataloguing;
        this.clock = clock;
    }

    @Override
    public List<Row> next(Job job, FileReader file, int atMost) {
        return rows.after(job.importId(), job.row(), atMost);
    }

    @Override
    public Job behind(Job job, List<Row> batch) {
        var last = batch.get(batch.size() - 1);
        return job.movedTo(last.position() + last.length(), last.nth());
    }

    @Override
    public Job work(Job job, List<Row> batch) {
        links.lock(job.sourceId());
        var applied =
                batch.stream().filter(row -> row.result() == RowResult.APPLIED).toList();
        var known = cataloguing.locked(
                applied.stream().map(Row::recordId).filter(Objects::nonNull).toList());
        var undone = new ArrayList<Known>();
        var settled = new ArrayList<Row.Settled>();
        for (var row : applied) {
            var ours = known.get(row.recordId());
            if (ours == null || !Objects.equals(ours.version(), row.resultVersion())) {
                settled.add(row.settled(RowResult.KEPT, CHANGED_SINCE));
            } else if (row.outcome() == Outcome.NEW && ours.isHeld()) {
                settled.add(row.settled(RowResult.KEPT, HELD));
            } else {
                settled.add(row.settled(RowResult.UNDONE, null));
                undone.add(ours);
            }
        }
        cataloguing.tell(cataloguing.undo(undone, new Author(job.by(), clock.instant(), job.importId())));
        takeLinksBack(job, batch, settled);
        return settle(job, batch, settled);
    }

    /** A record that the import only recognised as one of ours is as strange to us as before. */
    private void takeLinksBack(Job job, List<Row> batch, List<Row.Settled> settled) {
        var kept = settled.stream()
                .filter(each -> each.result() == RowResult.KEPT)
                .map(each -> each.row().nth())
                .toList();
        // What overtook a row was another import, whose link it is.
        links.unlink(
                job.sourceId(),
                batch.stream()
                        .filter(row -> row.isMatchedByContent() && row.sourceRecordId() != null)
                        .filter(row -> row.result() != RowResult.OVERTAKEN)
                        .filter(row -> !kept.contains(row.nth()))
                        .toList());
        links.forgetDigests(
                job.sourceId(),
                settled.stream()
                        .filter(each -> each.result() == RowResult.UNDONE)
                        .map(each -> each.row().sourceRecordId())
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Override
    public Job giveUp(Job job, Row one, String sentence) {
        return settle(
                job,
                List.of(one),
                one.result() == RowResult.APPLIED ? List.of(one.settled(RowResult.KEPT, sentence)) : List.of());
    }

    private Job settle(Job job, List<Row> batch, List<Row.Settled> settled) {
        rows.settle(job.importId(), settled);
        var tally = new Counts.Tally(job.counts());
        settled.forEach(each -> tally.turn(each.row().result(), each.result()));
        return behind(job, batch).with(tally.counts());
    }
}

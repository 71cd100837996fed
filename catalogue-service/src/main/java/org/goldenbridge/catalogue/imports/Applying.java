package org.goldenbridge.catalogue.imports;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.goldenbridge.catalogue.marc.Frame;
import org.goldenbridge.catalogue.marc.Reading;
import org.goldenbridge.catalogue.record.Author;
import org.goldenbridge.catalogue.record.Cataloguing;
import org.goldenbridge.catalogue.record.Cataloguing.Prepared;
import org.jspecify.annotations.Nullable;

/** The second step: carries the plan out, row by row along the file, as far as the catalogue is still as it was planned for. */
@Singleton
class Applying implements Step<Applying.Planned> {
    private final Rows rows;
    private final Links links;
    private final Cataloguing cataloguing;
    private final Clock clock;

    Applying(Rows rows, Links links, Cataloguing cataloguing, Clock clock) {
        this.rows = rows;
        this.links = links;
        this.cataloguing = cataloguing;
        this.clock = clock;
    }

    /**
     * A row of the plan, with the record that it is about.
     *
     * @param delivered what is to be taken; null where nothing is
     * @param prepared the new record that is made of it; null where none is
     */
    record Planned(
            Row row,
            Frame frame,
            @Nullable Delivered delivered,
            @Nullable Prepared prepared) {
        boolean isNew() {
            return prepared != null;
        }
    }

    @Override
    public List<Planned> next(Job job, FileReader file, int atMost) {
        var frames = file.next(job, atMost);
        var planned = frames.isEmpty() ? List.<Row>of() : rows.after(job.importId(), job.row(), frames.size());
        if (planned.size() != frames.size()) {
            throw new IllegalStateException("Import " + job.importId() + " has " + planned.size() + " rows for "
                    + frames.size() + " records behind " + job.row());
        }
        var author = new Author(job.by(), clock.instant(), job.importId());
        var batch = new ArrayList<Planned>();
        for (int nth = 0; nth < frames.size(); nth++) {
            batch.add(prepare(job, planned.get(nth), frames.get(nth), author));
        }
        return batch;
    }

    private Planned prepare(Job job, Row row, Frame frame, Author author) {
        if (!row.isToBeTaken()) {
            return new Planned(row, frame, null, null);
        }
        if (!(Reading.of(frame) instanceof Reading.Readable reading)) {
            throw new IllegalStateException("What could be read for the plan can be read again: " + frame.number());
        }
        var delivered = Delivered.of(frame, reading, job);
        var prepared = row.recordId() == null
                ? cataloguing.prepare(job.centreId(), job.kindOf(delivered.marc()), delivered.marc(), author)
                : null;
        return new Planned(row, frame, delivered, prepared);
    }

    @Override
    public Job behind(Job job, List<Planned> batch) {
        var last = batch.get(batch.size() - 1).row();
        return job.movedTo(last.position() + last.length(), last.nth());
    }

    @Override
    public Job work(Job job, List<Planned> batch) {
        links.lock(job.sourceId());
        var author = new Author(job.by(), clock.instant(), job.importId());
        var takeover = Takeover.prepare(job, batch, links, cataloguing, author);
        // New records first: they are then written before what is noted of any record.
        batch.stream().filter(Planned::isNew).forEach(takeover::take);
        batch.stream().filter(each -> !each.isNew()).forEach(takeover::take);
        cataloguing.tell(takeover.written());
        links.put(job.sourceId(), takeover.fresh());
        return settle(job, batch, takeover.settled());
    }

    @Override
    public Job giveUp(Job job, Planned one, String sentence) {
        return settle(job, List.of(one), List.of(one.row().settled(RowResult.SKIPPED, sentence)));
    }

    private Job settle(Job job, List<Planned> batch, List<Row.Settled> settled) {
        rows.settle(job.importId(), settled);
        var tally = new Counts.Tally(job.counts());
        settled.forEach(each -> tally.turn(each.row().result(), each.result()));
        return behind(job, batch).with(tally.counts());
    }
}

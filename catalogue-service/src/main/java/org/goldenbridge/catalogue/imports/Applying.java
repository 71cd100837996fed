package org.goldenbridge.catalogue.imports;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.goldenbridge.catalogue.marc.Frame;
import org.goldenbridge.catalogue.marc.Reading;
import org.goldenbridge.catalogue.record.Author;
import org.goldenbridge.catalogue.record.Cataloguing;
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
     */
    record Planned(Row row, Frame frame, @Nullable Delivered delivered) {}

    @Override
    public List<Planned> next(Job job, FileReader file, int atMost) {
        var frames = file.next(job, atMost);
        var planned = frames.isEmpty() ? List.<Row>of() : rows.after(job.importId(), job.row(), frames.size());
        if (planned.size() != frames.size()) {
            throw new IllegalStateException("Import " + job.importId() + " has " + planned.size() + " rows for "
                    + frames.size() + " records behind " + job.row());
        }
        var batch = new ArrayList<Planned>();
        for (int nth = 0; nth < frames.size(); nth++) {
            var row = planned.get(nth);
            var frame = frames.get(nth);
            batch.add(new Planned(row, frame, row.isToBeTaken() ? read(frame, job) : null));
        }
        return batch;
    }

    private static Delivered read(Frame frame, Job job) {
        if (Reading.of(frame) instanceof Reading.Readable reading) {
            return Delivered.of(frame, reading, job);
        }
        throw new IllegalStateException("What could be read for the plan can be read again: " + frame.number());
    }

    @Override
    public Job work(Job job, List<Planned> batch) {
        links.lock(job.sourceId());
        var author = new Author(job.by(), clock.instant(), job.importId());
        var takeover = Takeover.prepare(job, batch, links, cataloguing, author);
        batch.forEach(takeover::take);
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
        var last = batch.get(batch.size() - 1).row();
        return job.movedTo(last.position() + last.length(), last.nth(), tally.counts());
    }
}

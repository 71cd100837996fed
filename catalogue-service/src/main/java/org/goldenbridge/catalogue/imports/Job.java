package org.goldenbridge.catalogue.imports;

import java.util.List;
import java.util.UUID;
import org.goldenbridge.catalogue.marc.FileForm;
import org.goldenbridge.catalogue.marc.MarcFile;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.record.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * A step of an import, as the worker that has the lease knows it.
 *
 * @param worker who has the lease
 * @param step planning, applying or undoing
 * @param by the user name of the person who let the step begin
 * @param position bytes of the file behind the last record that is done
 * @param row number of the last record that is done
 * @param rows how many records the file has, as far as it is planned
 */
record Job(
        UUID importId,
        UUID worker,
        ImportState step,
        String sourceId,
        String centreId,
        @Nullable RecordKind kind,
        List<OverlayRule> overlay,
        FileForm form,
        String by,
        long position,
        long row,
        long rows,
        Counts counts) {

    static Job of(Import it, UUID worker) {
        var by = switch (it.state) {
            case APPLYING -> it.appliedBy;
            case UNDOING -> it.undoneBy;
            default -> it.byName;
        };
        return new Job(
                it.id,
                worker,
                it.state,
                it.sourceId,
                it.centreId,
                it.kind,
                it.overlay,
                it.form(),
                by == null ? it.byName : by,
                it.position,
                it.row,
                it.rows,
                it.counts);
    }

    /** The step behind some more records. */
    Job movedTo(long newPosition, long newRow) {
        var newRows = step == ImportState.PLANNING ? newRow : rows;
        return new Job(
                importId,
                worker,
                step,
                sourceId,
                centreId,
                kind,
                overlay,
                form,
                by,
                newPosition,
                newRow,
                newRows,
                counts);
    }

    Job with(Counts newCounts) {
        return new Job(
                importId, worker, step, sourceId, centreId, kind, overlay, form, by, position, row, rows, newCounts);
    }

    /** Where the file is read on. */
    MarcFile.Start start() {
        return new MarcFile.Start(position, row + 1);
    }

    /** What a record of the file describes. */
    RecordKind kindOf(MarcRecord record) {
        return kind == null ? Kinds.of(record) : kind;
    }

    /** All beside a record's bytes that decides what comes of it. */
    String terms() {
        return form + " " + overlay + " ";
    }
}

package org.goldenbridge.catalogue.imports;

import java.util.List;
import java.util.stream.Collectors;
import org.goldenbridge.catalogue.record.Cataloguing;
import org.goldenbridge.catalogue.record.Cataloguing.Known;
import org.goldenbridge.catalogue.record.RecordState;

/** What the plan says of a record of the file, given what the catalogue has. */
final class Verdict {
    private final Candidate candidate;
    private final Known ours;
    private final MatchedBy by;

    /** @param ours the record as which it was recognised */
    Verdict(Candidate candidate, Known ours, MatchedBy by) {
        this.candidate = candidate;
        this.ours = ours;
        this.by = by;
    }

    private static Row.Draft row(Candidate candidate, Outcome outcome) {
        return Row.of(candidate.delivered().frame(), outcome)
                .of(candidate.sourceRecordId(), candidate.title())
                .remarks(candidate.delivered().warnings());
    }

    private Row.Draft ours(Outcome outcome) {
        return row(candidate, outcome).matched(ours.id(), ours.version(), by);
    }

    static Row brandNew(Candidate candidate) {
        return row(candidate, Outcome.NEW).row();
    }

    static Row sameAsBefore(Candidate candidate, Links.Link link) {
        return row(candidate, Outcome.SAME)
                .matched(link.recordId(), link.version(), MatchedBy.SOURCE_ID)
                .row();
    }

    static Row repeated(Candidate candidate, long before) {
        return row(candidate, Outcome.CONFLICT)
                .remark("The file has a record with this number before, at byte " + before + "; that one counts.")
                .row();
    }

    static Row ambiguous(Candidate candidate, Recognition.Recognised as) {
        return row(candidate, Outcome.CONFLICT)
                .remark("By " + as.by() + " it could be any of several records: "
                        + as.records().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + ". Merge them, or describe it by hand.")
                .row();
    }

    static Row matchedTwice(Candidate candidate, Recognition.Recognised as, long before) {
        return row(candidate, Outcome.CONFLICT)
                .remark("By " + as.by() + " it would be the record "
                        + as.records().get(0) + ", which another record of the file is, at byte " + before + ".")
                .row();
    }

    static Row ofUnknownDeletion(Candidate candidate) {
        return row(candidate, Outcome.SAME)
                .remark("The source has deleted it; the catalogue does not have it from there.")
                .row();
    }

    /** The record is described by another number of the source, since a cataloguer made one of two. */
    static Row supplanted(Candidate candidate, Links.Link link) {
        return row(candidate, Outcome.SAME)
                .matched(link.recordId(), link.version(), MatchedBy.SOURCE_ID)
                .remark("The record was merged into one that the source has under another number; that one counts.")
                .row();
    }

    /** @param isItsOwn whether the record came from this source in the first place */
    Row ofDeletion(boolean isItsOwn) {
        if (ours.state() != RecordState.ACTIVE) {
            return ours(Outcome.SAME)
                    .remark("The source has deleted it, and so has the catalogue.")
                    .row();
        }
        if (!isItsOwn) {
            return ours(Outcome.SAME)
                    .remark("The source has deleted it; the record stays, for it did not come from there.")
                    .row();
        }
        if (ours.isHeld()) {
            return ours(Outcome.CONFLICT)
                    .remark("The source has deleted it; the record stays, for it has items.")
                    .row();
        }
        var deletion = ours(ours.editedTags().isEmpty() ? Outcome.CHANGED : Outcome.CONFLICT)
                .changes(List.of());
        return ours.editedTags().isEmpty()
                ? deletion.remark("The source has deleted it; the record is deleted.")
                        .row()
                : deletion.remark("The source has deleted it; the record stays, for a cataloguer has worked on it.")
                        .row();
    }

    Row ofChange(Overlay overlay) {
        if (ours.state() == RecordState.MERGED) {
            return ours(Outcome.CONFLICT)
                    .remark("The record has given its place to another one.")
                    .row();
        }
        if (ours.state() == RecordState.DELETED) {
            return ours.mayComeAgain()
                    ? ours(Outcome.NEW)
                            .remark("The record was deleted by an import; it comes back.")
                            .row()
                    : ours(Outcome.CONFLICT)
                            .remark("The record was deleted by hand. Restore it first, if it is to come again.")
                            .row();
        }
        var merged = overlay.merge(ours.marc(), Cataloguing.numbered(candidate.marc()), ours.editedTags());
        if (merged.changes().isEmpty()) {
            return ours(Outcome.SAME).row();
        }
        return merged.keepsAnything()
                ? ours(Outcome.CONFLICT)
                        .changes(merged.changes())
                        .remark("A cataloguer edited fields that the source has otherwise; they are kept.")
                        .row()
                : ours(Outcome.CHANGED).changes(merged.changes()).row();
    }
}

package org.goldenbridge.catalogue.imports;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.catalogue.imports.Recognition.Recognised;
import org.goldenbridge.catalogue.marc.Frame;
import org.goldenbridge.catalogue.marc.Reading;
import org.goldenbridge.catalogue.record.Cataloguing;
import org.goldenbridge.catalogue.record.Cataloguing.Known;
import org.jspecify.annotations.Nullable;

/** The first step: says of each record of the file what would come of it, and changes nothing in the catalogue. */
@Singleton
class Planning implements Step<Planning.Read> {
    private final Rows rows;
    private final Links links;
    private final Recognition recognition;
    private final Cataloguing cataloguing;

    Planning(Rows rows, Links links, Recognition recognition, Cataloguing cataloguing) {
        this.rows = rows;
        this.links = links;
        this.recognition = recognition;
        this.cataloguing = cataloguing;
    }

    /**
     * What stands in the file, and what came of reading it.
     *
     * @param candidate the record; null when it cannot be read
     * @param reason why not
     */
    record Read(Frame frame, @Nullable Candidate candidate, String reason) {}

    @Override
    public List<Read> next(Job job, FileReader file, int atMost) {
        return file.next(job, atMost).stream().map(frame -> read(frame, job)).toList();
    }

    private static Read read(Frame frame, Job job) {
        var reading = Reading.of(frame);
        return reading instanceof Reading.Readable readable
                ? new Read(frame, Candidate.of(Delivered.of(frame, readable, job)), "")
                : new Read(frame, null, ((Reading.Unreadable) reading).reason());
    }

    @Override
    public Job behind(Job job, List<Read> batch) {
        var last = batch.get(batch.size() - 1).frame();
        return job.movedTo(last.position() + last.length(), last.number());
    }

    @Override
    public Job work(Job job, List<Read> batch) {
        var verdicts = verdicts(
                job,
                batch.stream().map(Read::candidate).filter(Objects::nonNull).toList());
        var planned = batch.stream()
                .map(read -> read.candidate() == null
                        ? unreadable(read.frame(), read.reason())
                        : Objects.requireNonNull(verdicts.get(read.candidate().number())))
                .toList();
        return enter(job, planned);
    }

    @Override
    public Job giveUp(Job job, Read one, String sentence) {
        return enter(job, List.of(unreadable(one.frame(), sentence)));
    }

    private static Row unreadable(Frame frame, String reason) {
        return Row.of(frame, Outcome.UNREADABLE).remark(reason).row();
    }

    private Job enter(Job job, List<Row> planned) {
        rows.insert(job.importId(), planned);
        var tally = new Counts.Tally(job.counts());
        planned.forEach(row -> tally.add(row.outcome()));
        var last = planned.get(planned.size() - 1);
        return job.movedTo(last.position() + last.length(), last.nth()).with(tally.counts());
    }

    /** What comes of each, by its number in the file. */
    private Map<Long, Row> verdicts(Job job, List<Candidate> candidates) {
        var numbers = candidates.stream().map(Candidate::sourceRecordId).toList();
        var linked = links.find(job.sourceId(), numbers);
        var earlier = new HashMap<>(rows.positionsOf(job.importId(), numbers));
        var found = new HashMap<Long, Row>();
        var unknown = new ArrayList<Candidate>();
        var differing = new ArrayList<Linked>();
        for (var each : candidates) {
            var before = earlier.putIfAbsent(each.sourceRecordId(), each.position());
            var link = linked.get(each.sourceRecordId());
            if (before != null) {
                found.put(each.number(), Verdict.repeated(each, before));
            } else if (link == null) {
                unknown.add(each);
            } else if (link.isWhatCame(each.delivered().digest())) {
                found.put(each.number(), Verdict.sameAsBefore(each, link));
            } else if (link.isSupplanted()) {
                found.put(each.number(), Verdict.supplanted(each, link));
            } else {
                differing.add(new Linked(each, link));
            }
        }
        compare(job, differing, found);
        recognise(job, unknown, found);
        return found;
    }

    /** A record that the source delivered before, and which one of ours it is. */
    private record Linked(Candidate candidate, Links.Link link) {
        UUID ours() {
            return link.recordId();
        }

        boolean isDeletion() {
            return candidate.marc().isDeletion();
        }
    }

    private void compare(Job job, List<Linked> differing, Map<Long, Row> found) {
        var known = cataloguing.known(differing.stream().map(Linked::ours).toList());
        for (var each : differing) {
            var verdict = new Verdict(each.candidate(), required(known, each.ours()), MatchedBy.SOURCE_ID);
            found.put(
                    each.candidate().number(),
                    each.isDeletion()
                            ? verdict.ofDeletion(each.link().isItsOwn())
                            : verdict.ofChange(
                                    new Overlay(job.overlay(), each.link().isItsOwn())));
        }
    }

    private static Known required(Map<UUID, Known> known, UUID id) {
        var found = known.get(id);
        if (found == null) {
            throw new IllegalStateException("What was found a moment ago is gone: record " + id);
        }
        return found;
    }

    /** Those that the source delivers for the first time. */
    private void recognise(Job job, List<Candidate> unknown, Map<Long, Row> found) {
        var recognised = recognition.recognise(
                job, unknown.stream().filter(each -> !each.marc().isDeletion()).toList());
        var single = recognised.values().stream()
                .filter(it -> it.records().size() == 1)
                .map(it -> it.records().get(0))
                .toList();
        var known = cataloguing.known(single);
        var earlier = new HashMap<UUID, Long>(rows.positionsMatching(job.importId(), single));
        for (var each : unknown) {
            var as = recognised.get(each.number());
            found.put(each.number(), verdict(job, each, as, known, earlier));
        }
    }

    private static Row verdict(
            Job job, Candidate each, @Nullable Recognised as, Map<UUID, Known> known, Map<UUID, Long> earlier) {
        if (each.marc().isDeletion()) {
            return Verdict.ofUnknownDeletion(each);
        }
        if (as == null) {
            return Verdict.brandNew(each);
        }
        if (as.records().size() > 1) {
            return Verdict.ambiguous(each, as);
        }
        var ours = as.records().get(0);
        var before = earlier.putIfAbsent(ours, each.position());
        return before != null
                ? Verdict.matchedTwice(each, as, before)
                : new Verdict(each, required(known, ours), as.by()).ofChange(new Overlay(job.overlay(), false));
    }
}

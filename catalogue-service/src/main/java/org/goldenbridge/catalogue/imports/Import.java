package org.goldenbridge.catalogue.imports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenbridge.catalogue.marc.Encoding;
import org.goldenbridge.catalogue.marc.FileForm;
import org.goldenbridge.catalogue.record.RecordKind;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.words.Words;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A file that is taken in: first planned, then applied by a person, then perhaps undone, each as one step. People change its
 * state under its row lock; while a step goes on, a {@link Worker} moves it on by {@link Leases}.
 */
@Entity
class Import extends PanacheEntityBase {
    @Id
    UUID id;

    /** Counted up by every change and by every batch of a step; the first state has 0. */
    @Version
    long version;

    String sourceId;
    String centreId;

    /** What its new records describe; null when each is to be judged by itself. */
    @Nullable
    RecordKind kind;

    String fileName;

    @JdbcTypeCode(SqlTypes.JSON)
    List<OverlayRule> overlay;

    ImportState state;

    /** Why the file was refused. */
    @Nullable
    String refusal;

    String byName;
    Instant createdAt;

    @Nullable
    Instant plannedAt;

    @Nullable
    Instant appliedAt;

    @Nullable
    String appliedBy;

    @Nullable
    Instant undoneAt;

    @Nullable
    String undoneBy;

    /** The attempt to send the file that counts. */
    @Nullable
    UUID upload;

    @Nullable
    String format;

    @Nullable
    String encoding;

    long bytes;

    /** How many bytes of the file the step that goes on has behind it. */
    long position;

    /** How many records of the file the step that goes on has behind it. */
    long row;

    /** How many records the file has, as far as it is planned. */
    long rows;

    @JdbcTypeCode(SqlTypes.JSON)
    Counts counts;

    /** Since when the file is no longer kept: of an applied one, all but what could not be read. */
    @Nullable
    Instant fileForgottenAt;

    static Import begin(UUID id, ImportSource source, ImportDraft draft, String byName, Instant at) {
        var begun = new Import();
        begun.id = id;
        begun.sourceId = source.id;
        begun.centreId = source.centreId;
        begun.overlay = source.overlay;
        begun.kind = draft.kind();
        begun.fileName = draft.fileName();
        begun.state = ImportState.RECEIVING;
        begun.byName = byName;
        begun.createdAt = at;
        begun.counts = Counts.NONE;
        return begun;
    }

    /** Begins an attempt to send the file; earlier attempts count no more. */
    void receive(UUID attempt) {
        mustBe("receive a file", ImportState.RECEIVING);
        upload = attempt;
    }

    /** The whole file has come. */
    void planIt(UUID attempt, FileForm form, long size) {
        mustBeTheAttempt(attempt);
        state = ImportState.PLANNING;
        format = Words.of(form.format()).replace('_', '-');
        encoding = form.encoding() == null ? null : form.encoding().name();
        bytes = size;
    }

    /** What came is no file of MARC records. */
    void refuse(UUID attempt, String sentence) {
        mustBeTheAttempt(attempt);
        state = ImportState.REFUSED;
        refusal = sentence;
    }

    private void mustBeTheAttempt(UUID attempt) {
        mustBe("receive a file", ImportState.RECEIVING);
        if (!attempt.equals(upload)) {
            throw Refusal.conflict(
                    "upload-overtaken",
                    "The file of this import is being sent again, from its beginning, by another request.");
        }
    }

    /** Lets the plan be carried out. */
    void apply(String name) {
        mustBe("be applied", ImportState.PLANNED);
        state = ImportState.APPLYING;
        appliedBy = name;
        beginStep();
    }

    /** Lets what was applied be taken back. */
    void undo(String name) {
        mustBe("be undone", ImportState.APPLIED);
        state = ImportState.UNDOING;
        undoneBy = name;
        beginStep();
    }

    private void beginStep() {
        position = 0;
        row = 0;
    }

    /** Gives it up before anything was applied; a planning that goes on ends with its batch. */
    void withdraw() {
        mustBe("be withdrawn", ImportState.RECEIVING, ImportState.PLANNING, ImportState.PLANNED);
        state = ImportState.WITHDRAWN;
    }

    /** Lets a person decide about a row of the plan. */
    void mustAwaitDecisions() {
        mustBe("be decided about", ImportState.PLANNED);
    }

    private void mustBe(String what, ImportState... states) {
        if (!Arrays.asList(states).contains(state)) {
            var when = Arrays.stream(states).map(Words::of).collect(Collectors.joining(", "));
            throw Refusal.conflict(
                            "wrong-state",
                            "The import is " + state + ". It can " + what + " when it is " + when + "." + next())
                    .with("state", Words.of(state));
        }
    }

    /** What can be done with it as it is. */
    private String next() {
        return switch (state) {
            case RECEIVING -> " Send its file first.";
            case PLANNING, APPLYING, UNDOING -> " Wait until this step is done.";
            case PLANNED -> " It can be applied or withdrawn.";
            case APPLIED -> " It can be undone.";
            case UNDONE, REFUSED, WITHDRAWN -> " It is over: begin another import.";
        };
    }

    boolean isAppliedOrUndone() {
        return state == ImportState.APPLIED || state == ImportState.UNDONE;
    }

    /**
     * Lets the bytes of a record be read.
     *
     * @throws Refusal 404 when they are no longer kept
     */
    void mustKeepBytesOf(Row row) {
        if (state == ImportState.WITHDRAWN) {
            throw Refusal.notFound("The import was withdrawn; its file is forgotten.");
        }
        if (fileForgottenAt != null && row.outcome() != Outcome.UNREADABLE) {
            throw Refusal.notFound("The bytes of record " + row.nth()
                    + " are no longer kept: the import is over, and its file was forgotten at " + fileForgottenAt
                    + ".");
        }
    }

    /** What the file is; known once it has come. */
    FileForm form() {
        if (format == null) {
            throw new IllegalStateException("The file of import " + id + " has not come");
        }
        return new FileForm(
                FileForm.Format.valueOf(
                        format.toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                encoding == null ? null : Encoding.valueOf(encoding));
    }

    static Import required(UUID id) {
        return Import.<Import>findByIdOptional(id).orElseThrow(() -> Refusal.notFound("There is no such import."));
    }

    /** The import under its row lock. */
    static Import locked(UUID id) {
        return Import.<Import>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.notFound("There is no such import."));
    }

    /**
     * Imports, newest first.
     *
     * @param centres whose they are; null for all
     * @param before only those that were begun earlier
     */
    static List<Import> before(@Nullable List<String> centres, UUID before, int atMost) {
        var found = centres == null
                ? Import.<Import>find("id < ?1 order by id desc", before)
                : Import.<Import>find("id < ?1 and centreId in ?2 order by id desc", before, centres);
        return found.page(0, atMost).list();
    }
}

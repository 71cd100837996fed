package org.goldenbridge.catalogue.imports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import org.goldenbridge.platform.problem.Refusal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Where records come from: a partner's catalogue, a publisher's list, a centre's own card index. */
@Entity
class ImportSource extends PanacheEntityBase {
    @Id
    String id;

    /** Counted up by Hibernate; the first stored state has 0. */
    @Version
    long version;

    /** The centre that takes the source's files in, and keeps the descriptions that come with them. */
    String centreId;

    String name;

    /** What it may do to which fields; the first rule that names a tag counts. */
    @JdbcTypeCode(SqlTypes.JSON)
    List<OverlayRule> overlay;

    boolean withdrawn;

    static ImportSource enter(ImportSourceDraft draft) {
        if (findById(draft.id()) != null) {
            throw Refusal.conflict("already-there", "There is a source " + draft.id() + " already.")
                    .at("/id", "is taken");
        }
        var source = new ImportSource();
        source.id = draft.id();
        source.centreId = draft.centreId();
        source.describe(draft);
        return source;
    }

    void edit(ImportSourceDraft draft) {
        if (withdrawn) {
            throw Refusal.conflict("withdrawn", "The source was withdrawn; it cannot be changed.");
        }
        mustStay("id", id, draft.id());
        mustStay("centreId", centreId, draft.centreId());
        describe(draft);
    }

    private static void mustStay(String field, String now, String wanted) {
        if (!now.equals(wanted)) {
            throw Refusal.unprocessable("fixed-field", "A source keeps its id and its centre. Enter another source.")
                    .at("/" + field, "must stay " + now);
        }
    }

    private void describe(ImportSourceDraft draft) {
        name = draft.name();
        overlay = List.copyOf(draft.rules());
    }

    /** Takes no more files from it; what came from it stays. */
    void withdraw() {
        withdrawn = true;
    }

    static ImportSource required(String id) {
        return ImportSource.<ImportSource>findByIdOptional(id)
                .orElseThrow(() -> Refusal.notFound("There is no source " + id + "."));
    }

    /**
     * The source that a file comes from.
     *
     * @throws Refusal 422 {@code unknown-source} when there is none of that id, or it was withdrawn
     */
    static ImportSource inUse(String id) {
        ImportSource source = findById(id);
        if (source == null || source.withdrawn) {
            throw Refusal.unprocessable("unknown-source", "There is no such source, or it was withdrawn.")
                    .at("/sourceId", "is not the id of a source in use");
        }
        return source;
    }

    /**
     * The sources in use, in the order of their ids.
     *
     * @param centres whose they are; null for all
     */
    static List<ImportSource> inUse(@Nullable List<String> centres, String afterId, int atMost) {
        var found = centres == null
                ? ImportSource.<ImportSource>find("not withdrawn and id > ?1 order by id", afterId)
                : ImportSource.<ImportSource>find(
                        "not withdrawn and id > ?1 and centreId in ?2 order by id", afterId, centres);
        return found.page(0, atMost).list();
    }
}

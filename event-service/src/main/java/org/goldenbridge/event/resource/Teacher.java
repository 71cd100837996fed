package org.goldenbridge.event.resource;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.platform.problem.Refusal;

/** Who teaches at a centre. To the claims a teacher is a cell: one session has them at a time. */
@Entity
public class Teacher extends PanacheEntityBase {
    @Id
    UUID id;

    @Version
    long version;

    String centreId;
    String name;
    boolean withdrawn;
    Instant createdAt;

    static Teacher add(UUID id, TeacherDraft draft, Instant now) {
        var teacher = new Teacher();
        teacher.id = id;
        teacher.centreId = Centre.toPlanAt(draft.centreId()).id();
        teacher.name = draft.name().strip();
        teacher.createdAt = now;
        return teacher;
    }

    void edit(TeacherDraft draft) {
        if (withdrawn) {
            throw Refusal.conflict("withdrawn", name + " no longer teaches here and cannot be changed.");
        }
        if (!draft.centreId().equals(centreId)) {
            throw Refusal.unprocessable("fixed-field", "A teacher stays with their centre.")
                    .at("/centreId", "must stay " + centreId);
        }
        name = draft.name().strip();
    }

    /** Plans nobody with them any more; what is planned stays. */
    void withdraw() {
        withdrawn = true;
    }

    /** The teachers with whom a centre can plan, in the order asked for. */
    public static List<Teacher> toPlanWith(List<UUID> ids, Centre centre) {
        var known = byId(ids);
        return ids.stream()
                .map(id -> {
                    var pointer = "/teacherIds/" + ids.indexOf(id);
                    var teacher = known.get(id);
                    if (teacher == null || teacher.withdrawn) {
                        throw Refusal.unprocessable(
                                        "unknown-teacher", "There is no such teacher, or they no longer teach here.")
                                .at(pointer, "is not a teacher that can be planned with");
                    }
                    if (!teacher.centreId.equals(centre.id())) {
                        throw Refusal.unprocessable(
                                        "teacher-of-another-centre",
                                        teacher.name + " teaches at " + teacher.centreId + ".")
                                .at(pointer, "must be a teacher of " + centre.id());
                    }
                    return teacher;
                })
                .toList();
    }

    /** Those of the given ones that there are. */
    public static Map<UUID, Teacher> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : Teacher.<Teacher>list("id in ?1", ids).stream()
                        .collect(Collectors.toMap(teacher -> teacher.id, Function.identity()));
    }

    static Teacher required(UUID id) {
        return Teacher.<Teacher>findByIdOptional(id).orElseThrow(() -> Refusal.notFound("There is no such teacher."));
    }

    /** Those who teach, at a centre or anywhere, in the order in which they were added. */
    static List<Teacher> teaching(List<String> centres, UUID after, int most) {
        return Teacher.<Teacher>find(
                        "not withdrawn and id > ?1 and (?3 = true or centreId in ?2) order by id",
                        after,
                        centres,
                        centres.isEmpty())
                .page(0, most)
                .list();
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String name() {
        return name;
    }
}

package org.goldenbridge.event.schedule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenbridge.event.resource.Equipment;
import org.goldenbridge.event.resource.Teacher;

/** The teachers and the equipment that some sessions name, read at once for all of them. */
record Needed(Map<UUID, Teacher> teachers, Map<UUID, Equipment> equipment) {
    static Needed by(Collection<Session> sessions) {
        return new Needed(
                Teacher.byId(sessions.stream()
                        .flatMap(session -> Stream.of(session.teacherIds))
                        .distinct()
                        .toList()),
                Equipment.byId(sessions.stream()
                        .flatMap(session -> Stream.of(session.equipment.ids()))
                        .distinct()
                        .toList()));
    }

    static Needed by(Session session) {
        return by(List.of(session));
    }

    /** Grows whenever something changes that is shown of them. */
    long version() {
        return Stream.concat(
                        teachers.values().stream().map(Teacher::version),
                        equipment.values().stream().map(Equipment::version))
                .mapToLong(Long::longValue)
                .sum();
    }
}

package org.goldenbridge.event.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A session as it was planned: what a form starts from that changes it.
 *
 * @param startsAt wall time of the place
 * @param endsAt wall time of the place
 * @param capacityLimit its own limit; null where the room's holds
 * @param isLesson whether it belongs to a course, which says how many may come
 * @param seriesId the series of which it is an occurrence; null for none
 * @param seriesStart by which the series knows it
 */
public record AsPlanned(
        UUID id,
        long version,
        String centreId,
        UUID eventId,
        LocalizedText title,
        Place place,
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        @Nullable Integer capacityLimit,
        @Nullable String hoursOverride,
        List<UUID> teacherIds,
        List<EquipmentNeed> equipment,
        boolean isLesson,
        @Nullable UUID seriesId,
        @Nullable LocalDateTime seriesStart) {

    static AsPlanned of(Session session) {
        var zone = ZoneId.of(session.zone);
        return new AsPlanned(
                session.id,
                session.version,
                session.centreId,
                session.event.id(),
                session.event.title(),
                new Place(session.spaceId(), session.venue, session.online),
                session.startsAt.atZone(zone).toLocalDateTime(),
                session.endsAt.atZone(zone).toLocalDateTime(),
                session.capacityLimit,
                session.hoursOverride,
                List.of(session.teacherIds),
                session.equipment.all(),
                session.courseId != null,
                session.seriesId,
                session.seriesStart);
    }
}

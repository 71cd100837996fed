package org.goldenbridge.event.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A session as the desk sees it, drafts included.
 *
 * @param version that a change has to name
 * @param centre whose desk it is at
 * @param programme under which its event stands
 * @param space where it is; null at a venue or online
 * @param place the name of the space or the venue; null online
 * @param setUpMinutes before the start for which it has the space as well
 * @param clearingMinutes after the end for which it has the space as well
 * @param taken places that are booked, held or offered
 * @param waiting how many people wait
 * @param isAnnounced whether the public knows of it
 * @param clashes whether its space was closed or withdrawn after it was planned
 * @param lacksEquipment whether what it needs is no longer there
 */
record Slot(
        UUID id,
        long version,
        String centre,
        UUID event,
        @Nullable UUID programme,
        EventKind kind,
        LocalizedText title,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        @Nullable UUID space,
        @Nullable LocalizedText place,
        int setUpMinutes,
        int clearingMinutes,
        int capacity,
        int taken,
        int waiting,
        boolean isCancelled,
        boolean isAnnounced,
        boolean clashes,
        boolean lacksEquipment) {

    Instant claimsFrom() {
        return startsAt.minusSeconds(60L * setUpMinutes);
    }

    Instant claimsUntil() {
        return endsAt.plusSeconds(60L * clearingMinutes);
    }

    /** On which day it begins, where it is. */
    LocalDate day() {
        return startsAt.atZone(zone).toLocalDate();
    }

    boolean isOn(Instant now) {
        return !startsAt.isAfter(now) && endsAt.isAfter(now);
    }

    int left() {
        return Math.max(0, capacity - taken);
    }
}

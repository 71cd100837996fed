package org.goldenbridge.event.linkeddata;

import java.time.LocalDate;
import java.util.UUID;
import org.goldenbridge.event.programme.ProgrammeKind;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * An event or a programme that the public knows of.
 *
 * @param programme what a programme is; null for an event
 * @param centre who answers for it; null is the network
 * @param startsOn the first day of a programme
 * @param parent the programme it stands under
 */
record Announced(
        UUID id,
        @Nullable ProgrammeKind programme,
        LocalizedText title,
        @Nullable LocalizedText description,
        boolean cancelled,
        ScheduleEntry.@Nullable AtCentre centre,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        ScheduleEntry.@Nullable UnderProgramme parent) {}

package org.goldenbridge.event.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.outbox.Fact;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The fact {@code org.goldenbridge.programme.changed.v1}: a programme is announced, edited, cancelled, or its legs changed. */
record ProgrammeChanged(
        UUID id,
        @Nullable String centreId,
        long version,
        ProgrammeKind kind,
        LocalizedText title,
        @Nullable LocalizedText description,
        @Nullable UUID parentId,
        LocalDate startsOn,
        LocalDate endsOn,
        PublicStatus status,
        @Nullable LocalizedText cancelReason,
        List<LegTold> legs) {
    static final String TOPIC = "event.programmes";

    /** A leg as the others are told of it. */
    record LegTold(
            UUID id,
            @Nullable String centreId,
            @Nullable LegVenue venue,
            @Nullable UUID spaceId,
            LocalDate opensOn,
            LocalDate closesOn,
            int setUpDays,
            int transitDaysBefore) {
        static LegTold of(Leg leg) {
            return new LegTold(
                    leg.id,
                    leg.centreId,
                    leg.venue,
                    leg.spaceId,
                    leg.opensOn,
                    leg.closesOn,
                    leg.setUpDays,
                    leg.transitDaysBefore);
        }
    }

    static Fact of(Programme programme, List<Leg> legs) {
        var parent = programme.parent;
        var data = new ProgrammeChanged(
                programme.id,
                programme.centreId,
                programme.version,
                programme.kind,
                programme.title,
                programme.description,
                parent == null || !parent.isPublic() ? null : parent.id,
                programme.startsOn,
                programme.endsOn,
                programme.status,
                programme.cancelReason,
                legs.stream().map(LegTold::of).toList());
        return new Fact(TOPIC, "org.goldenbridge.programme.changed.v1", programme.id.toString(), data);
    }
}

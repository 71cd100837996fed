package org.goldenbridge.event.linkeddata;

import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.ProgrammeKind;

/** What our words are called at schema.org. */
final class Types {
    static final String CONTEXT = "https://schema.org";
    static final String EDUCATION = "EducationEvent";

    private Types() {}

    static String of(EventKind kind) {
        return switch (kind) {
            case CONCERT -> "MusicEvent";
            case SCREENING -> "ScreeningEvent";
            case EXHIBITION -> "ExhibitionEvent";
            case LITERARY_EVENING -> "LiteraryEvent";
            case TASTING -> "FoodEvent";
            case FESTIVAL -> "Festival";
            case WORKSHOP, MASTERCLASS, COURSE, LECTURE, SEMINAR, TRAINING -> EDUCATION;
            case PRESENTATION, CONFERENCE, ROUND_TABLE, CEREMONY, OTHER -> "Event";
        };
    }

    static String of(ProgrammeKind kind) {
        return switch (kind) {
            case FESTIVAL, DAYS_OF_CULTURE -> "Festival";
            case TOURING_EXHIBITION -> "ExhibitionEvent";
            case SEASON, FORUM, OTHER -> "EventSeries";
        };
    }

    /** Whoever can only wait finds it sold out: schema.org has no word for a waiting list. */
    static String of(Availability places) {
        return CONTEXT + "/"
                + switch (places) {
                    case PLENTY -> "InStock";
                    case FEW -> "LimitedAvailability";
                    case NONE, WAITING_LIST -> "SoldOut";
                };
    }
}

package org.goldenbridge.local.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One centre with all it has: what the files of its folder hold.
 *
 * @param manager the account that furnishes the centre and plans its programme
 * @param clerk the account that books visitors in
 */
record Centre(
        String manager,
        String clerk,
        Profile profile,
        List<Space> spaces,
        List<Equipment> equipment,
        List<Closure> closures,
        List<Visitor> visitors,
        List<Event> events) {

    String id() {
        return profile.id();
    }

    ZoneId zone() {
        return profile.zone();
    }

    record Profile(
            String id,
            String country,
            ZoneId zone,
            String postalCode,
            double latitude,
            double longitude,
            Access access,
            int areaSquareMetres,
            LocalDate openedOn,
            Map<String, String> name,
            Map<String, String> address,
            Map<String, String> city,
            Map<String, String> contact,
            List<Hours> openingHours) {}

    /** How one gets there and in. */
    record Access(boolean stepFree, boolean hearingLoop, Map<String, String> transport) {}

    /** The hours of some days of the week. */
    record Hours(List<DayOfWeek> days, LocalTime opens, LocalTime closes) {}

    /** @param partOf the code of the divisible hall this is a part of */
    record Space(
            String code,
            String kind,
            int capacity,
            int setUpMinutes,
            int clearingMinutes,
            boolean divisible,
            @Nullable String partOf,
            Map<String, String> name) {}

    record Equipment(String code, int quantity, Map<String, String> name) {}

    /** @param party how many places this visitor takes */
    record Visitor(String name, String contact, String language, int party) {
        /** What is sent to book them in. */
        Body asksForPlaces() {
            var visitor = new Body().with("name", name).with("contact", contact).with("language", language);
            return new Body().with("visitor", visitor).with("places", party);
        }
    }
}

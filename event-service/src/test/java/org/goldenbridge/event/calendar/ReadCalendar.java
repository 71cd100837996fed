package org.goldenbridge.event.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RDate;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/** A calendar as another reads it, who knows of time zones what the calendar itself says. */
final class ReadCalendar {

    final Calendar calendar;
    private final Map<String, NavigableMap<Instant, ZoneOffset>> zones = new HashMap<>();

    private ReadCalendar(Calendar calendar) {
        this.calendar = calendar;
        for (VTimeZone zone : calendar.<VTimeZone>getComponents(Component.VTIMEZONE)) {
            zones.put(
                    zone.getRequiredProperty(Property.TZID).getValue(),
                    onsets(zone, Instant.now().plus(1_500, ChronoUnit.DAYS)));
        }
    }

    static ReadCalendar of(byte[] bytes) {
        try {
            return new ReadCalendar(new CalendarBuilder().build(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserException e) {
            throw new AssertionError(new String(bytes, StandardCharsets.UTF_8), e);
        }
    }

    List<VEvent> sessions() {
        return calendar.getComponents(Component.VEVENT);
    }

    /** The sessions by their ids, without the host behind them. */
    Map<String, VEvent> byId() {
        return sessions().stream().collect(Collectors.toMap(ReadCalendar::id, session -> session));
    }

    static String id(VEvent session) {
        return value(session, Property.UID).replaceFirst("@.*", "");
    }

    static String value(VEvent session, String property) {
        return session.getProperty(property).map(Property::getValue).orElse("");
    }

    /** Which moment a time of the session is, by the zone that the calendar describes. */
    Instant instant(VEvent session, String property) {
        var time = session.getRequiredProperty(property);
        if (time.getValue().endsWith("Z")) {
            return LocalDateTime.parse(time.getValue().replace("Z", ""), ZoneDefinition.LOCAL)
                    .toInstant(ZoneOffset.UTC);
        }
        var local = LocalDateTime.parse(time.getValue(), ZoneDefinition.LOCAL);
        var onsets = zones.get(time.getRequiredParameter(Parameter.TZID).getValue());
        return onsets.values().stream()
                .distinct()
                .map(local::toInstant)
                .filter(instant -> local.equals(LocalDateTime.ofInstant(
                        instant, onsets.floorEntry(instant).getValue())))
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    /** From when on which offset is observed: the latest onset counts (RFC 5545, 3.6.5). */
    static NavigableMap<Instant, ZoneOffset> onsets(VTimeZone zone, Instant last) {
        var found = new TreeMap<Instant, ZoneOffset>();
        for (var observance : zone.getObservances()) {
            DtStart<LocalDateTime> start = observance.getRequiredProperty(Property.DTSTART);
            TzOffsetFrom before = observance.getRequiredProperty(Property.TZOFFSETFROM);
            TzOffsetTo after = observance.getRequiredProperty(Property.TZOFFSETTO);
            var onsets = new ArrayList<>(List.of(start.getDate()));
            observance
                    .<RRule<LocalDateTime>>getProperty(Property.RRULE)
                    .ifPresent(rule -> onsets.addAll(
                            rule.getRecur().getDates(start.getDate(), LocalDateTime.ofInstant(last, ZoneOffset.UTC))));
            observance
                    .<RDate<LocalDateTime>>getProperty(Property.RDATE)
                    .ifPresent(dates -> onsets.addAll(dates.getDates()));
            onsets.forEach(onset -> found.put(onset.toInstant(before.getOffset()), after.getOffset()));
        }
        return found;
    }
}

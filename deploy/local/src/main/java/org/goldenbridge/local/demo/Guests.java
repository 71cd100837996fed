package org.goldenbridge.local.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Who comes to a session or a course: always the same people to the same one, so that loading again books nobody twice. */
final class Guests {
    private static final int SMALL_PARTY = 4;
    private static final int PAIR = 2;

    /** So many who come alone are asked last, and fill the gaps that groups leave. */
    private static final int FILLERS = 8;

    private Guests() {}

    /** Who comes to a session alone; whoever is enrolled in its course comes anyway. */
    static List<Centre.Visitor> of(PlannedSession session) {
        var visitors = new ArrayList<>(session.centre().visitors());
        if (session.event().course() != null) {
            visitors.removeAll(of(new PlannedCourse(session.centre(), session.event())));
        }
        return of(visitors, session.key(), session.wanted(), session.capacity());
    }

    /** Who enrols in a course: one by one, or in pairs. */
    static List<Centre.Visitor> of(PlannedCourse course) {
        var visitors = course.centre().visitors().stream()
                .filter(visitor -> visitor.party() <= PAIR)
                .toList();
        return of(visitors, course.key(), course.wanted(), course.event().capacity());
    }

    /** Under which a guest is booked in: the same whenever and however often the network is loaded. */
    static String key(String of, Centre.Visitor guest) {
        return "demo/" + of + "/" + Integer.toHexString(guest.contact().hashCode());
    }

    private static List<Centre.Visitor> of(List<Centre.Visitor> all, String key, int wanted, int capacity) {
        var visitors = new ArrayList<>(all);
        Collections.shuffle(visitors, new Random(key.hashCode()));
        var fillers = visitors.stream()
                .filter(visitor -> visitor.party() == 1)
                .limit(FILLERS)
                .toList();
        visitors.removeAll(fillers);
        visitors.addAll(fillers);
        var guests = new ArrayList<Centre.Visitor>();
        int left = wanted;
        for (var visitor : visitors) {
            if (visitor.party() <= left && suits(visitor, capacity)) {
                guests.add(visitor);
                left -= visitor.party();
            }
        }
        return guests;
    }

    /** A school class does not take half of a masterclass. */
    private static boolean suits(Centre.Visitor visitor, int capacity) {
        return visitor.party() <= SMALL_PARTY || visitor.party() * 3 <= capacity;
    }
}

package org.goldenbridge.local.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Who comes to a session: always the same people to the same one, so that loading again books nobody twice. */
final class Guests {
    private static final int SMALL_PARTY = 4;

    /** So many who come alone are asked last, and fill the gaps that groups leave. */
    private static final int FILLERS = 8;

    private Guests() {}

    static List<Centre.Visitor> of(PlannedSession session) {
        var visitors = new ArrayList<>(session.centre().visitors());
        Collections.shuffle(visitors, new Random(session.key().hashCode()));
        var fillers = visitors.stream()
                .filter(visitor -> visitor.party() == 1)
                .limit(FILLERS)
                .toList();
        visitors.removeAll(fillers);
        visitors.addAll(fillers);
        var guests = new ArrayList<Centre.Visitor>();
        int left = session.wanted();
        for (var visitor : visitors) {
            if (visitor.party() <= left && suits(visitor, session)) {
                guests.add(visitor);
                left -= visitor.party();
            }
        }
        return guests;
    }

    /** A school class does not take half of a masterclass. */
    private static boolean suits(Centre.Visitor visitor, PlannedSession session) {
        return visitor.party() <= SMALL_PARTY || visitor.party() * 3 <= session.capacity();
    }
}

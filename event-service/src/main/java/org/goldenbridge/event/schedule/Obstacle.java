package org.goldenbridge.event.schedule;

import java.util.List;

/**
 * What stands against a session at its time and place.
 *
 * @param code of the problem that it would be refused with
 * @param clashes who has the room or the teacher
 * @param shortages of which equipment there is too little
 */
record Obstacle(String code, String detail, List<Clash> clashes, List<Shortage> shortages) {}

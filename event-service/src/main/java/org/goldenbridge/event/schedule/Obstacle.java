package org.goldenbridge.event.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands against a session at its time and place.
 *
 * @param code of the problem that it would be refused with
 * @param teacher who teaches elsewhere then, when it is that
 * @param clashes who has the room or the teacher
 * @param shortages of which equipment there is too little
 */
public record Obstacle(
        String code, String detail, @Nullable String teacher, List<Clash> clashes, List<Shortage> shortages) {}

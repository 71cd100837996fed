package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.resource.Equipment;
import org.goldenbridge.platform.problem.Refusal;

/** The equipment of one session, each stock once. */
record EquipmentNeeds(@JsonValue List<EquipmentNeed> all) {
    static final EquipmentNeeds NONE = new EquipmentNeeds(List.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    EquipmentNeeds {}

    /** What a session of the centre asks for, checked by itself; whether it is free is for the claim to say. */
    static EquipmentNeeds asked(List<EquipmentNeed> needs, Centre centre) {
        var seen = new HashSet<UUID>();
        for (int i = 0; i < needs.size(); i++) {
            var need = needs.get(i);
            var pointer = "/equipment/" + i;
            Equipment.toPlanWith(need.equipmentId(), centre, pointer + "/equipmentId");
            if (!seen.add(need.equipmentId())) {
                throw Refusal.badRequest("invalid-request", "The same equipment is asked for twice; give the sum once.")
                        .at(pointer + "/equipmentId", "is there already");
            }
            if (need.perPerson() != null && need.perPerson() > need.quantity()) {
                throw Refusal.badRequest("invalid-request", "What is asked for is not enough for one person.")
                        .at(pointer + "/perPerson", "must not be above quantity");
            }
        }
        return new EquipmentNeeds(List.copyOf(needs));
    }

    UUID[] ids() {
        return all.stream().map(EquipmentNeed::equipmentId).sorted().toArray(UUID[]::new);
    }

    /** The least of a number and of the people for whom each stock is enough. */
    int limit(int people) {
        var least = people;
        for (var need : all) {
            if (need.perPerson() != null) {
                least = Math.min(least, need.quantity() / need.perPerson());
            }
        }
        return least;
    }
}

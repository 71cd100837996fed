package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.resource.Equipment;
import org.jspecify.annotations.Nullable;

/** Reads the claims that concern a question, in two statements however many times are asked about. */
@ApplicationScoped
class Diaries {
    private final Claims claims;
    private final Stocks stocks;

    @Inject
    Diaries(Claims claims, Stocks stocks) {
        this.claims = claims;
        this.stocks = stocks;
    }

    /**
     * What is taken within an interval.
     *
     * @param cells of rooms and teachers
     * @param except whose claims do not count, because it would give them back
     */
    Diary read(UUID[] cells, List<EquipmentNeed> needs, Interval within, @Nullable UUID except) {
        var diary = new Diary();
        for (var row : claims.taken(cells, within, except)) {
            diary.take(row.get("cell_id", UUID.class), during(row));
        }
        if (!needs.isEmpty()) {
            var ids = needs.stream().map(EquipmentNeed::equipmentId).toList();
            Equipment.byId(ids).forEach((id, equipment) -> diary.stock(id, equipment.stock()));
            for (var row : stocks.taken(ids, within, except)) {
                diary.use(row.get("equipment_id", UUID.class), during(row), row.get("quantity", Integer.class));
            }
        }
        return diary;
    }

    static Interval during(Tuple row) {
        return new Interval(row.get("from", Instant.class), row.get("to", Instant.class));
    }
}

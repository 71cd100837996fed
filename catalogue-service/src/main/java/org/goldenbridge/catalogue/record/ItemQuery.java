package org.goldenbridge.catalogue.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which items are asked for.
 *
 * @param byStaff who sees the items of hidden records too
 */
record ItemQuery(
        @Nullable UUID record,
        @Nullable String centre,
        @Nullable String barcode,
        boolean byStaff) {
    /** The same words for the same question, so that a cursor of another one is refused. */
    String name() {
        return "items " + record + " " + centre + " " + barcode;
    }

    /** At most so many, behind the given one, in the order in which they were entered. */
    List<Item> find(UUID afterId, int atMost) {
        var condition = new StringBuilder("not withdrawn and id > :after");
        var parameters = new HashMap<String, Object>(Map.of("after", afterId));
        if (record != null) {
            condition.append(" and recordId = :record");
            parameters.put("record", record);
        }
        if (centre != null) {
            condition.append(" and centreId = :centre");
            parameters.put("centre", centre);
        }
        if (barcode != null) {
            condition.append(" and barcode = :barcode");
            parameters.put("barcode", barcode);
        }
        if (!byStaff) {
            condition.append(" and recordId in (select r.id from Record r where r.state = :active and not r.hidden)");
            parameters.put("active", RecordState.ACTIVE);
        }
        return Item.<Item>find(condition + " order by id", parameters)
                .page(0, atMost)
                .list();
    }
}

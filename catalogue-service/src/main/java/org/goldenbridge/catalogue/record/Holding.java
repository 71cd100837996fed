package org.goldenbridge.catalogue.record;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many copies of a record a centre holds. */
@Schema(description = "How many copies a centre holds.", examples = """
                {"centreId": "beijing", "items": 2, "available": 1}""")
record Holding(
        @NotNull String centreId,

        @Schema(description = "All that are not withdrawn.") int items,

        @Schema(description = "Those that can be had now.") int available) {
    /** What is held of each of the records, in the order of the centres; a record that nobody holds is not in the map. */
    static Map<UUID, List<Holding>> of(List<UUID> records) {
        return records.isEmpty()
                ? Map.of()
                : Item.getEntityManager()
                        .createQuery("""
                                select i.recordId, i.centreId, count(*), count(case when i.status = ?2 then 1 end)
                                from Item i where i.recordId in ?1 and not i.withdrawn
                                group by i.recordId, i.centreId order by i.recordId, i.centreId""", Object[].class)
                        .setParameter(1, records)
                        .setParameter(2, ItemStatus.AVAILABLE)
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                row -> (UUID) row[0],
                                Collectors.mapping(
                                        row -> new Holding(
                                                (String) row[1],
                                                ((Long) row[2]).intValue(),
                                                ((Long) row[3]).intValue()),
                                        Collectors.toList())));
    }
}

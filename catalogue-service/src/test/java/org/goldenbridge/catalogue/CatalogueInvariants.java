package org.goldenbridge.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.stream.Collectors;
import org.goldenbridge.testing.TestPostgres;

/**
 * What holds whatever was done to records and items, checked on the tables themselves. Each check is a query for what breaks
 * it; the rows it finds are the message.
 */
public final class CatalogueInvariants {
    /** The sets that a record should be in, worked out from who keeps and holds it and what it is. */
    private static final String SETS = """
            (select array_agg(s order by s collate "C") from (
                select 'centre:' || r.centre_id as s
                union select 'centre:' || i.centre_id from item i where i.record_id = r.id and not i.withdrawn
                union select 'kind:' || case r.kind when 'rare-book' then 'book' else r.kind end
                union select 'kind:book:rare-book' where r.kind = 'rare-book') as expected)""";

    private CatalogueInvariants() {}

    /** Checks the records that these centres keep, when everything that was told has been numbered. */
    public static void hold(Collection<String> centres) {
        CatalogueFixtures.awaitFeeds();
        var kept = "r.centre_id in ("
                + centres.stream().map(centre -> "'" + centre + "'").collect(Collectors.joining(", ")) + ")";
        historiesAreComplete(kept);
        itemsAreWhereTheyBelong(kept);
        feedsAreComplete(kept);
        none("merged records lead to one that is not merged, not in a circle", """
                with recursive chain (first, id, depth) as (
                    select r.id, r.merged_into, 1 from record r where %s and r.state = 'merged'
                    union all
                    select c.first, n.merged_into, c.depth + 1 from chain c join record n on n.id = c.id
                    where n.state = 'merged' and c.depth < 100)
                select first::text from chain where depth = 100""".formatted(kept));
    }

    private static void historiesAreComplete(String kept) {
        none("each version of a record is in its history, from 0 to the present one", """
                select r.id::text from record r left join record_change c on c.record_id = r.id where %s
                group by r.id having count(c.*) <> r.version + 1 or min(c.version) <> 0 or max(c.version) <> r.version""".formatted(kept));
        none("each version of an item is in its history", """
                select i.id::text from item i join record r on r.id = i.record_id
                left join item_change c on c.item_id = i.id where %s
                group by i.id having count(c.*) <> i.version + 1 or min(c.version) <> 0 or max(c.version) <> i.version""".formatted(kept));
        none("time does not go backwards in a history", """
                select c.record_id::text from record_change c join record_change n
                    on n.record_id = c.record_id and n.version = c.version + 1
                join record r on r.id = c.record_id where %s and n.at < c.at - interval '1 minute'""".formatted(kept));
    }

    private static void itemsAreWhereTheyBelong(String kept) {
        none("an item that is not withdrawn belongs to a record that stands", """
                select i.id::text from item i join record r on r.id = i.record_id
                where %s and not i.withdrawn and r.state <> 'active'""".formatted(kept));
        none(
                "a barcode is on one item",
                "select barcode from item where not withdrawn group by barcode having count(*) > 1");
        none(
                "the sets of a record agree with who keeps and holds it",
                "select r.id || ' ' || r.sets::text || ' should be ' || %s::text from record r where %s and r.state = 'active' and r.sets <> %s"
                        .formatted(SETS, kept, SETS));
    }

    private static void feedsAreComplete(String kept) {
        var shown = "(r.state = 'active' and not r.hidden)";
        for (var format : new String[] {"oai_dc", "marcxml"}) {
            none(format + " has every record once, as deleted when it is not shown", """
                    select r.id::text from record r left join feed_item f on f.feed = '%s' and f.item = r.id::text
                    where %s and (f.item is null or f.deleted = %s)""".formatted(
                            format, kept, shown));
            none(format + " has every record in its sets", """
                    select r.id || ' ' || s from record r cross join unnest(r.sets) as s
                    left join feed_item f on f.feed = '%s/' || s and f.item = r.id::text
                    where %s and (f.item is null or f.deleted = %s)""".formatted(format, kept, shown));
            none(format + " has a record as deleted in every set that it has left", """
                    select r.id || ' ' || f.feed from record r join feed_item f on f.item = r.id::text
                    where %s and f.feed like '%s/%%' and not f.deleted
                        and not substring(f.feed from %d) = any(r.sets)""".formatted(
                            kept, format, format.length() + 2));
        }
    }

    private static void none(String what, String query) {
        assertEquals("", value(query), what);
    }

    private static String value(String query) {
        var found = TestPostgres.value("select string_agg(broken, '; ') from (" + query + ") as found (broken)");
        return found == null ? "" : found;
    }
}

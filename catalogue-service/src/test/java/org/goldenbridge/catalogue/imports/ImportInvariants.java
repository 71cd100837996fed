package org.goldenbridge.catalogue.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.goldenbridge.catalogue.CatalogueInvariants;

/**
 * What holds of the imports of a centre and of the records that they brought, whoever worked on them and whatever came between,
 * checked on the tables themselves. Each check is a query for what breaks it.
 */
final class ImportInvariants {
    /** The record that a row is about. */
    private static final String OURS = "coalesce(r.record_id, r.brought_id)";

    private ImportInvariants() {}

    /** Checks the plans, what came of them, the links, and all that holds of records, their histories and their feeds. */
    static void hold(Desk desk) {
        var here = "i.centre_id = '" + desk.centre + "'";
        plansAreWhole(here);
        whatCameOfThemIsInTheHistories(here);
        nothingIsThereTwiceOrLost(here);
        CatalogueInvariants.hold(List.of(desk.centre));
    }

    private static void plansAreWhole(String here) {
        none("a plan has one row for each record of its file", """
                select i.id::text from import i left join import_row r on r.import_id = i.id where %s
                group by i.id having count(r.*) <> i.rows or coalesce(max(r.nth), 0) <> i.rows""".formatted(here));
        none("no byte of a file belongs to two records", """
                select import_id || ' ' || nth from (
                    select r.*, lag(r.position + r.length) over (partition by import_id order by nth) as before
                    from import_row r join import i on i.id = r.import_id where %s) as r
                where before > position""".formatted(here));
        none("the counts are those of the rows", """
                select i.id || ' ' || word from import i cross join unnest(array['new', 'changed', 'same', 'conflict',
                    'unreadable', 'applied', 'skipped', 'overtaken', 'undone', 'kept']) as word where %s
                and coalesce((i.counts ->> word)::bigint, 0) <> (select count(*) from import_row r
                    where r.import_id = i.id and (r.outcome = word or r.result = word))""".formatted(here));
    }

    private static void whatCameOfThemIsInTheHistories(String here) {
        none("what was applied made a version of its record", """
                select r.import_id || ' ' || r.nth from import_row r join import i on i.id = r.import_id
                where %s and r.result in ('applied', 'undone', 'kept') and not exists (
                    select 1 from record_change c where c.record_id = %s and c.version = r.result_version
                    and c.import_id = r.import_id and c.action <> 'import-undone')""".formatted(here, OURS));
        none("a version that an import made is one row of it", """
                select c.record_id || ' ' || c.version from record_change c join import i on i.id = c.import_id
                where %s and c.action <> 'import-undone' and 1 <> (
                    select count(*) from import_row r where r.import_id = c.import_id and %s = c.record_id
                    and r.result_version = c.version and r.result in ('applied', 'undone', 'kept'))""".formatted(here, OURS));
        none("what was undone was undone once", """
                select i.id::text from import i where %s and
                    (select count(*) from import_row r where r.import_id = i.id and r.result = 'undone') <>
                    (select count(*) from record_change c where c.import_id = i.id and c.action = 'import-undone')""".formatted(here));
    }

    private static void nothingIsThereTwiceOrLost(String here) {
        none("a source's record brings one record of ours", """
                select i.source_id || ' ' || r.source_record_id from import_row r join import i on i.id = r.import_id
                where %s and r.brought_id is not null
                group by i.source_id, r.source_record_id having count(distinct r.brought_id) > 1""".formatted(here));
        none("a record that was brought is linked with what brought it", """
                select r.import_id || ' ' || r.nth from import_row r join import i on i.id = r.import_id
                where %s and r.brought_id is not null and not exists (select 1 from record_source s
                    where s.source_id = i.source_id and s.source_record_id = r.source_record_id)""".formatted(here));
        none("a record that came by an import was brought by a row", """
                select c.record_id::text from record_change c join import i on i.id = c.import_id
                where %s and c.version = 0 and not exists (select 1 from import_row r
                    where r.import_id = i.id and r.brought_id = c.record_id)""".formatted(here));
        none("no link leads to a record that has given its place away", """
                select s.source_id || ' ' || s.source_record_id from record_source s join record r on r.id = s.record_id
                join import_source i on i.id = s.source_id where %s and r.state = 'merged'""".formatted(here));
    }

    private static void none(String what, String query) {
        assertEquals(List.of(), Desk.ask(query + " limit 5"), what);
    }
}

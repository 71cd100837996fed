package org.goldenbridge.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The first step of the relay: gives every committed outbox row the next number and a stamp that never goes backwards,
 * and moves the items of the change feeds, in one transaction. Only the relay that holds the advisory lock runs it, on
 * the connection that holds the lock: when that connection is lost, so is the transaction.
 */
final class Sequencer {
    /** Of the advisory lock ("rely" in ASCII), beside the schema's own number, for several services share a database. */
    private static final int LOCK = 0x72656c79;

    private static final String NUMBER = """
            with place as (
                select last_number, greatest(last_stamp, clock_timestamp()) as stamp from sequencer for update
            ), batch as (
                select id, row_number() over (order by id) as nth
                from (select id from outbox where number is null order by id limit ?) waiting
            ), numbered as (
                update outbox o set number = place.last_number + batch.nth, stamp = place.stamp
                from batch, place where o.id = batch.id
                returning o.number, o.stamp, o.feed_items
            ), moved as (
                insert into feed_item as f (feed, item, number, stamp, deleted)
                select distinct on (i.feed, i.item) i.feed, i.item, n.number, n.stamp, i.deleted
                from numbered n
                cross join lateral jsonb_to_recordset(n.feed_items) as i (feed text, item text, deleted boolean)
                order by i.feed, i.item, n.number desc
                on conflict (feed, item) do update
                set number = excluded.number, stamp = excluded.stamp, deleted = excluded.deleted
            ), closed as (
                insert into numbered_second (second, last_number)
                select date_trunc('second', stamp), max(number) from numbered group by 1
                on conflict (second) do update set last_number = excluded.last_number
            )
            update sequencer s
            set last_number = s.last_number + (select count(*) from numbered), last_stamp = place.stamp
            from place
            returning (select count(*) from numbered)""";

    private final Connection connection;

    Sequencer(Connection connection) {
        this.connection = connection;
    }

    /** Whether this relay leads now; the lock is kept until the connection ends. */
    boolean lead() throws SQLException {
        return isTrue("select pg_try_advisory_lock(" + LOCK + ", hashtext(current_schema()))");
    }

    /** The backend that holds the lock while this relay leads. */
    int backend() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Whether a backend holds the lock, asked on any connection: its own may have ended without anybody here knowing. */
    static boolean leads(Connection connection, int backend) throws SQLException {
        try (var query = connection.prepareStatement("""
                select exists (
                    select from pg_locks
                    where locktype = 'advisory' and granted and objsubid = 2 and pid = ?
                      and database = (select oid from pg_database where datname = current_database())
                      and classid = cast(? as oid) and cast(cast(objid as bigint) as bit(32)) = cast(hashtext(current_schema()) as bit(32)))""")) {
            query.setInt(1, backend);
            query.setLong(2, LOCK);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Whether a committed row has no number yet. */
    boolean isWaiting() throws SQLException {
        return isTrue("select exists (select from outbox where number is null)");
    }

    private boolean isTrue(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /**
     * Numbers at most {@code most} rows.
     *
     * @return how many were numbered
     */
    int number(int most) throws SQLException {
        try (var statement = connection.prepareStatement(NUMBER)) {
            statement.setInt(1, most);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}

package org.goldenbridge.acceptance.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.acceptance.network.Stage;

/** A year with many sessions beside those that are measured; they are gone when it is closed. */
final class FilledYear implements AutoCloseable {
    /** Sessions over a year that are like those that were planned, straight into the tables. */
    private static final String[] FILL = {
        """
        insert into session (id, version, event_id, centre_id, venue, starts_at, ends_at, zone, set_up_minutes,
                                   clearing_minutes, status, planned_by, created_at)
        select md5('read ' || nth)::uuid, 0, model.event_id, model.centre_id, model.venue, at, at + interval '2 hours', model.zone,
               0, 0, 'scheduled', 'bench', now()
        from generate_series(FROM, TO - 1) as nth
        join (select s.*, row_number() over (order by id) as place, count(*) over () as many from session s
              where id = any(?)) model on model.place = nth % model.many + 1,
        lateral (select now() + (nth % 365) * interval '1 day' + (nth % 13) * interval '20 minutes') as start (at)""",
        """
        insert into places (opportunity_id, capacity, taken)
        select md5('read ' || nth)::uuid, 20, 0 from generate_series(FROM, TO - 1) as nth""",
        // Whoever has prepared answers makes them anew: nothing told of these sessions.
        """
        insert into outbox (feed_items)
        values ('[{"feed": "centres", "item": "beijing", "deleted": false}]')"""
    };

    private static final String[] EMPTY = {
        "delete from places where opportunity_id in (select id from session where planned_by = 'bench')",
        "delete from session where planned_by = 'bench'",
        "delete from opportunity o where kind = 'session' and not exists (select from session s where s.id = o.id)"
    };

    private final Stage stage;
    private final List<UUID> models;
    private int filled;

    /**
     * @param models planned through the API, which the others are like
     * @param filled how many are there
     */
    FilledYear(Stage stage, List<UUID> models, int filled) {
        this.stage = stage;
        this.models = models;
        this.filled = filled;
    }

    /** From now on there are so many in it. */
    void fill(int to) {
        var from = filled;
        filled = to;
        try (var connection = stage.network().postgres().connect("event")) {
            for (var sql : FILL) {
                try (var statement = connection.prepareStatement(
                        sql.replace("FROM", "" + from).replace("TO", "" + to))) {
                    if (sql.contains("?")) {
                        statement.setArray(1, connection.createArrayOf("uuid", models.toArray()));
                    }
                    statement.execute();
                }
            }
            connection.createStatement().execute("vacuum analyze session, places");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (var connection = stage.network().postgres().connect("event");
                var statement = connection.createStatement()) {
            for (var sql : EMPTY) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

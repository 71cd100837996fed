package org.goldenbridge.event.desk;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.goldenbridge.event.page.UnreadablePage;
import org.goldenbridge.platform.security.Caller;

/** Notes by which user name colleagues know an account: what was done is recorded by the account's stable name alone. */
@Singleton
class Colleagues {
    private static final int LONGEST = 200;

    private final AgroalDataSource database;
    private final Clock clock;

    /** What this instance has noted, so that a page of the desk writes nothing; as many as work in the network. */
    private final Map<String, String> noted = new ConcurrentHashMap<>();

    Colleagues(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void note(Caller caller) {
        var subject = caller.subject();
        var name = caller.name().substring(0, Math.min(LONGEST, caller.name().length()));
        if (name.isEmpty() || name.equals(noted.get(subject))) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into colleague (subject, name, noted_at) values (?, ?, ?)
                        on conflict (subject) do update set name = excluded.name, noted_at = excluded.noted_at
                        where colleague.name <> excluded.name""")) {
            statement.setString(1, subject);
            statement.setString(2, name);
            statement.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new UnreadablePage(e);
        }
        noted.put(subject, name);
    }
}

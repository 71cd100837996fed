package org.goldenbridge.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * How much waits in the outbox, and for how long. It is down when something has waited for more than a minute, in which Kafka
 * or the relay is away; requests are answered all the same.
 */
@Wellness
@ApplicationScoped
class OutboxHealth implements HealthCheck {
    private static final long PATIENCE_SECONDS = 60;

    private static final String AGE = """
            select coalesce(cast(extract(epoch from clock_timestamp() - min(recorded_at)) as bigint), 0),
                   (select count(*) from (select from outbox limit 10000) some)
            from outbox""";

    private final AgroalDataSource database;

    @Inject
    OutboxHealth(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Outbox");
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(AGE)) {
            row.next();
            return response.status(row.getLong(1) <= PATIENCE_SECONDS)
                    .withData("oldestSeconds", row.getLong(1))
                    .withData("waiting", row.getLong(2))
                    .build();
        } catch (SQLException e) {
            return response.down()
                    .withData("fault", "The database does not answer")
                    .build();
        }
    }
}

package org.goldenbridge.event.publicschedule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The connection over which the change feeds are followed. Not one of the pool: when everybody wants one of those, the feeds must
 * still be followed, or more and more answers would have to be made anew.
 */
@Singleton
class FeedConnection {
    private final String url;
    private final Properties login = new Properties();
    private @Nullable Connection connection;

    FeedConnection(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("ApplicationName", "schedule-changes");
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "10");
        login.setProperty("options", "-c statement_timeout=5s");
    }

    /** The connection, opened when it is not. */
    synchronized Connection open() throws SQLException {
        if (connection == null) {
            connection = DriverManager.getConnection(url, login);
        }
        return connection;
    }

    /** Closes it; the next who asks gets another one. */
    synchronized void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // it is gone, which is what was wanted
            }
            connection = null;
        }
    }
}

package org.goldenbridge.platform.limit;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What agreements grant to the clients of partners. A service that knows agreements has a bean of it; it must answer at once. */
public interface Grants {
    /** How many requests a minute the client may make; null when no agreement in force says. */
    @Nullable
    Integer requestsPerMinute(String client);

    /** Where nothing is known of agreements, nothing is granted. */
    @DefaultBean
    @Singleton
    class None implements Grants {
        @Override
        public @Nullable Integer requestsPerMinute(String client) {
            return null;
        }
    }
}

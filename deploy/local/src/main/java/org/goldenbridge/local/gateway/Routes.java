package org.goldenbridge.local.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which part of the network answers which path: the longest prefix of whole segments wins. */
final class Routes {

    static final String CENTRE = "centre-service";
    static final String EVENT = "event-service";
    static final String CATALOGUE = "catalogue-service";
    static final String KEYCLOAK = "keycloak";

    private static final List<String> INTERNAL =
            List.of("/q", "/auth/admin", "/auth/realms/master", "/auth/health", "/auth/metrics");

    private static final Map<String, String> PREFIXES = new LinkedHashMap<>();

    static {
        route(KEYCLOAK, "/auth");
        route(
                EVENT,
                "/v1/events",
                "/v1/images",
                "/v1/sessions",
                "/v1/bookings",
                "/v1/calls",
                "/v1/holds",
                "/v1/allocations",
                "/v1/waiting-list-entries",
                "/v1/visitors",
                "/v1/teachers",
                "/v1/blocks",
                "/v1/free-times",
                "/v1/session-checks",
                "/v1/closure-checks",
                "/v1/feeds",
                "/v1/calendars",
                "/v1/schedule-changes",
                "/v1/linked-data",
                "/v1/programmes",
                "/v1/series",
                "/v1/courses",
                "/v1/schedule",
                "/whats-on",
                "/robots.txt",
                "/sitemap.xml",
                "/favicon.ico",
                "/screens",
                "/pages",
                "/desk",
                "/openapi/event-service");
        route(
                CATALOGUE,
                "/v1/records",
                "/v1/items",
                "/v1/imports",
                "/v1/import-sources",
                "/v1/record-exports",
                "/v1/holding-centres",
                "/oai",
                "/sru",
                "/desk/catalogue",
                "/openapi/catalogue-service");
    }

    private Routes() {}

    private static void route(String part, String... prefixes) {
        for (var prefix : prefixes) {
            PREFIXES.put(prefix, part);
        }
    }

    /** The part that answers a path; the front door, the API pages and all that is not named are centre-service's. */
    static String partFor(String path) {
        for (var end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            var part = PREFIXES.get(path.substring(0, end));
            if (part != null) {
                return part;
            }
        }
        return CENTRE;
    }

    /**
     * What is for neighbours and administrators, not for the world: the services' own health and metrics, Keycloak's
     * administration and the realm of its administrators.
     */
    static boolean isInternal(String path) {
        return INTERNAL.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    /** The most bytes that a body sent to that path may have. */
    static long bodyLimit(String path) {
        if (path.startsWith("/v1/imports/") && path.endsWith("/file")) {
            return 2L << 30;
        }
        return path.startsWith("/v1/events/") && path.endsWith("/image") ? 5L << 20 : 1L << 20;
    }
}

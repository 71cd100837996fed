package org.goldenbridge.platform.desk;

import io.vertx.ext.web.RoutingContext;

/** How a service that has pages writes what is said at the door of its desk: in its look, in the language of who stands there. */
public interface DoorPage {
    /**
     * The page.
     *
     * @param code of the problem that is told: {@code sign-in-needed}, {@code sign-in-failed}, {@code no-role},
     *     {@code sign-in-away}
     * @param href where to go from there
     */
    String html(RoutingContext context, String code, String href);

    /** The Content-Security-Policy under which it is shown. */
    String policy();
}

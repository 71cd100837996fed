/** The whole network on one machine: PostgreSQL, Kafka, Keycloak, the services and the gateway, each a process of its own. */
@NullMarked
package org.goldenbridge.local;

import org.jspecify.annotations.NullMarked;

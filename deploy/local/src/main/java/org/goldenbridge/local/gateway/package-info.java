/** The one address in front of the services and Keycloak, as an ingress is in front of them in a cluster. */
@NullMarked
package org.goldenbridge.local.gateway;

import org.jspecify.annotations.NullMarked;

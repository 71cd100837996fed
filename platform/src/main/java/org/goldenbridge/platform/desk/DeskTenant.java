package org.goldenbridge.platform.desk;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sign-in at the desk: the authorization code flow (OpenID Connect Core 1.0, 3.1) with PKCE (RFC 7636), beside the bearer
 * tokens of the API. It is written here and not as properties because much of it follows from the public address.
 */
@Singleton
class DeskTenant {
    static final String ID = "desk";
    static final String CLIENT = "goldenbridge-desk";
    static final String END_SESSION = "/protocol/openid-connect/logout";

    /** As long as a session of the realm can last: until then Keycloak decides, and not the cookie. */
    private static final Duration LONGEST_DAY = Duration.ofHours(10);

    private static final int SHORTEST_SECRET = 32;

    private final DeskArea desk;
    private final String realm;
    private final String publicRealm;
    private final Duration connectionTimeout;
    private final String service;
    private final Optional<String> secret;
    private final Optional<String> clientSecret;

    /**
     * @param realm where this service reaches Keycloak
     * @param publicRealm where people reach it, which every token names as its issuer
     * @param secret encrypts the cookies; the same for all instances
     * @param clientSecret what Keycloak knows the desk by
     */
    DeskTenant(
            DeskArea desk,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") String publicRealm,
            @ConfigProperty(name = "quarkus.oidc.connection-timeout") Duration connectionTimeout,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "goldenbridge.desk-secret") Optional<String> secret,
            @ConfigProperty(name = "goldenbridge.desk-client-secret") Optional<String> clientSecret) {
        this.desk = desk;
        this.realm = realm;
        this.publicRealm = publicRealm;
        this.connectionTimeout = connectionTimeout;
        this.service = service;
        this.secret = secret;
        this.clientSecret = clientSecret;
    }

    void open(@Observes Oidc oidc) {
        if (desk.isOpen()) {
            oidc.create(tenant());
        }
    }

    /** Keycloak's page for signing out, which people reach. */
    String endSession() {
        return publicRealm + END_SESSION;
    }

    private OidcTenantConfig tenant() {
        var cookies = secret("goldenbridge.desk-secret", secret);
        return OidcTenantConfig.authServerUrl(realm)
                .tenantId(ID)
                .tenantPaths(desk.path() + "/*")
                .applicationType(ApplicationType.WEB_APP)
                .clientId(CLIENT)
                .credentials(secret("goldenbridge.desk-client-secret", clientSecret))
                .connectionTimeout(connectionTimeout)
                // Nothing is asked of Keycloak before somebody signs in, so that the service starts while it is away.
                .discoveryEnabled(false)
                .jwks()
                .resolveEarly(false)
                .end()
                .authorizationPath(publicRealm + "/protocol/openid-connect/auth")
                .endSessionPath(endSession())
                .tokenPath(realm + "/protocol/openid-connect/token")
                .jwksPath(realm + "/protocol/openid-connect/certs")
                .roles(Roles.Source.accesstoken, "groups")
                .token()
                .issuer(publicRealm)
                .principalClaim("preferred_username")
                .refreshExpired()
                .end()
                .authentication()
                .pkceRequired()
                .stateSecret(cookies)
                .redirectPath(desk.publicUrl() + desk.signIn())
                .restorePathAfterRedirect()
                .forceRedirectHttpsScheme(desk.isHttps())
                .cookieForceSecure(desk.isHttps())
                .cookiePath(desk.path())
                .cookieSuffix(service)
                // Strict would not come with the redirect from a Keycloak of another site, nor with a link in a mail.
                .cookieSameSite(CookieSameSite.LAX)
                .stateCookieSameSite(CookieSameSite.LAX)
                .sessionAgeExtension(LONGEST_DAY)
                .end()
                .tokenStateManager()
                .encryptionSecret(cookies)
                .end()
                .logout()
                .path(desk.signOut())
                .postLogoutPath(desk.publicUrl() + DeskDoor.AFTERWARDS)
                .end()
                .build();
    }

    private static String secret(String name, Optional<String> value) {
        return value.filter(text -> text.length() >= SHORTEST_SECRET)
                .orElseThrow(() -> new ConfigurationException(
                        name + " is needed where there is a desk, of at least " + SHORTEST_SECRET + " characters"));
    }
}

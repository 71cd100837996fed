package org.goldenbridge.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Says where the API is and where to sign in: the public address is known only where the service runs. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class PublicAddress implements OASFilter {
    private static final String CONVENTIONS = """
            What holds for every address under `/v1`:

            - **Languages.** Every text says its own language: `{"fr": "Salle de musique"}`. `lang` or `Accept-Language`
              chooses one, `lang=*` asks for all; `Content-Language` lists those used.
            - **Errors** are problems (RFC 9457, `application/problem+json`): compare `type`, show `detail`.
            - **Lists** come in pages: give the cursor `next` back, or follow the `Link` header. Unknown parameters are
              refused.
            - **Editing** needs `If-Match` with the ETag that was read: 428 without, 412 when somebody was faster. Reads
              answer `If-None-Match` with 304.
            - **Times** are instants in UTC, with the time zone beside them where a place is meant.
            """;

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var config = ConfigProvider.getConfig();
        var address = config.getValue("goldenbridge.public-url", String.class);
        var service = config.getValue("quarkus.application.name", String.class);
        api.setInfo(OASFactory.createInfo()
                .title("Goldenbridge " + service)
                .version("1")
                .description(CONVENTIONS));
        api.setServers(List.of(OASFactory.createServer().url(address).description("The public address")));
        if (isSignInNeeded(api)) {
            describeSignIn(api, address);
        }
    }

    private static boolean isSignInNeeded(OpenAPI api) {
        return api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .anyMatch(operation -> operation.getSecurity() != null
                        && !operation.getSecurity().isEmpty());
    }

    private static void describeSignIn(OpenAPI api, String address) {
        var realm = address + "/auth/realms/goldenbridge/protocol/openid-connect";
        api.getComponents()
                .addSecurityScheme(
                        AccessRules.SIGN_IN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.OAUTH2)
                                .description("Sign in with an account of the network (code flow with PKCE).")
                                .flows(OASFactory.createOAuthFlows()
                                        .authorizationCode(OASFactory.createOAuthFlow()
                                                .authorizationUrl(realm + "/auth")
                                                .tokenUrl(realm + "/token")
                                                .scopes(Map.of()))))
                .addSecurityScheme(
                        AccessRules.TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the realm, for programs."));
    }
}

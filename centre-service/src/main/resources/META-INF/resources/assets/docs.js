// The three descriptions on one page; sign-in by code flow with PKCE as the public client of this page.
window.addEventListener("load", () => {
  const services = ["centre-service", "event-service", "catalogue-service"];
  const ui = SwaggerUIBundle({
    urls: services.map((name) => ({ name, url: `/openapi/${name}` })),
    "urls.primaryName": "event-service",
    dom_id: "#swagger-ui",
    deepLinking: true,
    layout: "StandaloneLayout",
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    persistAuthorization: true,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    validatorUrl: null,
    oauth2RedirectUrl: `${location.origin}/docs/oauth2-redirect`,
  });
  ui.initOAuth({ clientId: "goldenbridge-docs", usePkceWithAuthorizationCodeGrant: true });
});

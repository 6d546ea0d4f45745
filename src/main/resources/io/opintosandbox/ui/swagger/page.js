"use strict";
(() => {
  const registry = "/oppijanumerorekisteri-service";
  const tokens = "/kayttooikeus-service/oauth2/token";

  // Swagger UI sends client id and secret as HTTP Basic, which the token endpoint refuses: it reads only the form.
  // An empty scope is taken out as well, because a scope that is sent must be a known one.
  function credentialsIntoForm(request) {
    const basic = /^Basic (.+)$/.exec(request.headers?.Authorization ?? "");
    if (!basic || new URL(request.url, location.href).pathname !== tokens) {
      return request;
    }
    const bytes = Uint8Array.from(atob(basic[1]), (character) => character.charCodeAt(0));
    const [id, ...secret] = new TextDecoder().decode(bytes).split(":");
    const form = new URLSearchParams(request.body);
    if (!form.get("scope")) {
      form.delete("scope");
    }
    form.set("client_id", id);
    form.set("client_secret", secret.join(":"));
    delete request.headers.Authorization;
    request.body = form.toString();
    return request;
  }

  // The session cookie is hidden from scripts, so the registry is asked. Without a session it answers a redirect.
  async function tellSession() {
    const answer = await fetch(registry + "/cas/prequel", { redirect: "manual", credentials: "same-origin" });
    const open = answer.status === 200;
    document.getElementById("session").textContent = open ? "Session: logged in with CAS." : "Session: none.";
    if (open) {
      const link = document.getElementById("cas-login");
      link.textContent = "log out of CAS";
      link.href = "/cas/logout?service=" + encodeURIComponent(location.origin + location.pathname);
    }
  }

  window.ui = SwaggerUIBundle({
    url: registry + "/v3/api-docs",
    dom_id: "#swagger-ui",
    deepLinking: true,
    docExpansion: "none",
    defaultModelsExpandDepth: -1,
    displayRequestDuration: true,
    filter: true,
    tryItOutEnabled: true,
    validatorUrl: null,
    requestInterceptor: credentialsIntoForm,
  });
  tellSession().catch(() => {});
})();

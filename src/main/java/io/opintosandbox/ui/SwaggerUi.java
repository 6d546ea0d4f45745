package io.opintosandbox.ui;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.opintosandbox.access.session.ServiceGate;
import io.opintosandbox.access.session.ServiceGate.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The registry's own OpenAPI document and Swagger UI over it, both public. Contract: registry-api.md 1.
 *
 * <p>Swagger UI itself comes out of its webjar; the page and its script are ours. Nothing is read before the
 * first call. {@code swagger-ui/login} is an addition to the contract: it takes a browser through CAS and back.
 */
public final class SwaggerUi {
    private static final String DOCUMENT = ServiceGate.REGISTRY + "/v3/api-docs";
    private static final String FOLDER = ServiceGate.REGISTRY + "/swagger-ui";
    private static final String INDEX = FOLDER + "/index.html";

    private final ServiceGate gate;

    public SwaggerUi(ServiceGate gate) {
        this.gate = gate;
    }

    public void addTo(RoutesConfig routes) {
        routes.get(
                DOCUMENT,
                ctx -> ctx.contentType("application/json").result(ours("/io/opintosandbox/registry/openapi.json")));
        routes.get(ServiceGate.REGISTRY + "/swagger-ui.html", SwaggerUi::toIndex);
        routes.get(FOLDER, SwaggerUi::toIndex);
        routes.get(FOLDER + "/login", this::login);
        routes.get(INDEX, ctx -> page(ctx, "index.html", "text/html;charset=UTF-8"));
        routes.get(FOLDER + "/page.css", ctx -> page(ctx, "page.css", "text/css;charset=UTF-8"));
        routes.get(FOLDER + "/page.js", ctx -> page(ctx, "page.js", "text/javascript;charset=UTF-8"));
        asset(routes, "swagger-ui.css", "text/css;charset=UTF-8");
        asset(routes, "swagger-ui-bundle.js", "text/javascript;charset=UTF-8");
        asset(routes, "favicon-32x32.png", "image/png");
    }

    /** Where the webjar's files lie, found out when the first of them is asked for. */
    private static final class Webjar {
        // Another folder in the library, which changes this constant when it is packed (decision 0019).
        private static final String ROOT = "/META-INF/resources/webjars/swagger-ui/";
        private static final String FOLDER = ROOT.concat(version()).concat("/");

        private static String version() {
            try (var in = ours("/io/opintosandbox/ui/swagger/version.txt")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void asset(RoutesConfig routes, String name, String contentType) {
        routes.get(
                FOLDER + "/" + name,
                ctx -> ctx.contentType(contentType)
                        // The name stays the same over versions, so a browser has to ask again after an update.
                        .header("Cache-Control", "no-cache")
                        .result(ours(Webjar.FOLDER.concat(name))));
    }

    private static void page(Context ctx, String name, String contentType) {
        ctx.contentType(contentType)
                .header("Cache-Control", "no-cache")
                .result(ours("/io/opintosandbox/ui/swagger/" + name));
    }

    /**
     * The gate sends a browser without a session to CAS and remembers this path, so that the browser comes
     * back here with a session and goes on to the page.
     */
    private void login(Context ctx) {
        var passage = gate.pass(ctx);
        if (passage instanceof Passage.In) {
            toIndex(ctx);
        } else if (passage instanceof Passage.Expired) {
            // The settings want expired sessions told as 401; a browser that asks for a login means a new one.
            ctx.header(
                            "Set-Cookie",
                            "JSESSIONID=; Path=" + ServiceGate.REGISTRY + "; Max-Age=0; HttpOnly; SameSite=Lax")
                    .header("Location", FOLDER + "/login")
                    .status(302);
        }
    }

    private static void toIndex(Context ctx) {
        ctx.header("Location", INDEX).status(302);
    }

    private static InputStream ours(String resource) {
        var in = SwaggerUi.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("The build lacks " + resource + ".");
        }
        return in;
    }
}

package io.opintosandbox.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.Right;
import io.opintosandbox.access.session.RegistryGate;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The registry's routes as tables: path, right, body, what answers. What tables do not say is said here
 * once: the order of checks, HEAD, OPTIONS and 405. Contract: registry-api.md 1.1.
 *
 * <p>{@code {id:int64}} in a path declares a number, which is checked before the right, as the body is.
 */
public final class RegistryRoutes {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long USUAL_LIMIT = 5 * MEGABYTE;
    private static final long IMPORT_LIMIT = 64 * MEGABYTE;
    private static final Pattern INT64 = Pattern.compile("\\{(\\w+):int64}");
    private static final List<HandlerType> METHODS =
            List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.DELETE, HandlerType.PATCH);

    private final RoutesConfig routes;
    private final Map<String, TreeSet<String>> methodsOfPath = new LinkedHashMap<>();

    public RegistryRoutes(RoutesConfig routes) {
        this.routes = routes;
    }

    /** A text that has no other form. */
    public record PlainText(String value) {}

    /** The table of an API under a path; without {@link Table#requires} any logged-in caller may call. */
    public Table under(String path) {
        return new Table(path, List.of());
    }

    /** The part of the routes that shares a path and a right. */
    public final class Table {
        private final String base;
        private final List<Right> rights;

        private Table(String base, List<Right> rights) {
            this.base = base;
            this.rights = rights;
        }

        /** The same table for callers that have one of the rights, in any organisation. */
        public Table requires(Right... rights) {
            return new Table(base, List.of(rights));
        }

        public Table get(String path, Function<Call, Object> answer) {
            return add(HandlerType.GET, path, answer);
        }

        public Table post(String path, Function<Call, Object> answer) {
            return add(HandlerType.POST, path, answer);
        }

        public <T extends BodyRules.Checked> Table post(
                String path, Class<T> body, BiFunction<Call, T, Object> answer) {
            return add(HandlerType.POST, path, body, USUAL_LIMIT, answer);
        }

        /** A PUT that imports, and therefore may be large. */
        public <T extends BodyRules.Checked> Table putImport(
                String path, Class<T> body, BiFunction<Call, T, Object> answer) {
            return add(HandlerType.PUT, path, body, IMPORT_LIMIT, answer);
        }

        private <T extends BodyRules.Checked> Table add(
                HandlerType method, String path, Class<T> body, long limit, BiFunction<Call, T, Object> answer) {
            var signature = "public java.lang.Object " + body.getPackageName() + "."
                    + method.name().toLowerCase(Locale.ROOT) + "(" + body.getName() + ")";
            route(method, path, (ctx, kutsuja) -> {
                var guard = kutsuja.world().part(SyntheticOnly.class);
                var read = RegistryBodies.read(ctx, body, signature, limit, guard);
                checkRight(kutsuja);
                return answer.apply(new Call(ctx, kutsuja), read);
            });
            return this;
        }

        private Table add(HandlerType method, String path, Function<Call, Object> answer) {
            route(method, path, (ctx, kutsuja) -> {
                checkRight(kutsuja);
                return answer.apply(new Call(ctx, kutsuja));
            });
            return this;
        }

        private void route(HandlerType method, String path, BiFunction<Context, Kutsuja, Object> answer) {
            var numbers =
                    INT64.matcher(path).results().map(found -> found.group(1)).toList();
            var full = RegistryGate.PATH + base + INT64.matcher(path).replaceAll("{$1}");
            Handler handler = ctx -> {
                numbers.forEach(name -> checkNumber(ctx.pathParam(name)));
                write(ctx, answer.apply(ctx, RegistryDoor.kutsuja(ctx)));
            };
            register(method, full, handler);
        }

        private void checkRight(Kutsuja kutsuja) {
            if (!rights.isEmpty() && rights.stream().noneMatch(kutsuja::has)) {
                throw Problem.noRight("the call needs the right " + rights);
            }
        }
    }

    /** A path of the contract that a later version will answer. */
    public void notSimulated(HandlerType method, String path, String operation) {
        register(method, RegistryGate.PATH + path, ctx -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("status", 501);
            body.put("error", "Not Implemented");
            body.put("message", operation + " is not simulated yet");
            body.put("path", ctx.req().getRequestURI());
            ctx.status(501).contentType("application/json").result(Json.bytes(body));
        });
    }

    /** Adds what every path has besides its own methods; called once, after all tables. */
    public void finish() {
        methodsOfPath.forEach((path, methods) -> {
            routes.addHttpHandler(
                    HandlerType.OPTIONS,
                    path,
                    ctx -> ctx.header("Allow", options(methods)).header("Accept-Patch", ""));
        });
        methodsOfPath.forEach((path, methods) -> Stream.concat(METHODS.stream(), Stream.of(HandlerType.HEAD))
                .filter(method -> !(method.equals(HandlerType.HEAD) && methods.contains("GET")))
                .filter(method -> !methods.contains(method.name()))
                .forEach(method -> routes.addHttpHandler(method, path, ctx -> {
                    ctx.header("Allow", String.join(",", methods));
                    throw Problem.wrongMethod(methods);
                })));
    }

    private void register(HandlerType method, String path, Handler handler) {
        routes.addHttpHandler(method, path, handler);
        if (method.equals(HandlerType.GET)) {
            routes.addHttpHandler(HandlerType.HEAD, path, handler);
        }
        methodsOfPath.computeIfAbsent(path, p -> new TreeSet<>()).add(method.name());
    }

    private static String options(Set<String> methods) {
        var all = new TreeSet<>(methods);
        if (methods.contains("GET")) {
            all.add("HEAD");
        }
        all.add("OPTIONS");
        return String.join(",", all);
    }

    private static void checkNumber(String text) {
        try {
            Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.notANumber(text);
        }
    }

    private static void write(Context ctx, Object result) {
        var kutsuja = RegistryDoor.kutsuja(ctx);
        RegistryDoor.auditCookie(ctx, kutsuja);
        var accept = Accept.of(ctx);
        if (result == null) {
            ctx.status(200);
        } else if (result instanceof PlainText text) {
            if (!accept.allowsText()) {
                throw Problem.onlyPlainText();
            }
            ctx.contentType("text/plain;charset=UTF-8").result(text.value());
        } else {
            if (!accept.allowsJson()) {
                throw Problem.notAcceptable();
            }
            ctx.contentType("application/json").result(Json.bytes(result));
        }
    }
}

package io.opintosandbox.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.opintosandbox.access.Right;
import io.opintosandbox.access.session.ServiceGate;
import io.opintosandbox.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The registry's routes as tables: path, guard, query, body, what answers. What tables do not say is said here
 * once: the order of checks, HEAD, OPTIONS and 405. Contract: registry-api.md 1.1.
 *
 * <p>{@code {id:int64}}, {@code {at:time}} and {@code {day:date}} in a path declare the form of a parameter, which is
 * checked before the right, as the query and the body are.
 */
public final class RegistryRoutes {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long USUAL_LIMIT = 5 * MEGABYTE;
    private static final long IMPORT_LIMIT = 64 * MEGABYTE;
    private static final Pattern TYPED = Pattern.compile("\\{(\\w+):(int64|time|date)\\}");
    private static final List<HandlerType> METHODS =
            List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.DELETE, HandlerType.PATCH);

    private final RoutesConfig routes;
    private final Map<String, TreeSet<String>> methodsOfPath = new LinkedHashMap<>();

    public RegistryRoutes(RoutesConfig routes) {
        this.routes = routes;
    }

    /** Answers a call that has both a query and a body. */
    public interface QueryAndBody<Q, T> {
        Object apply(Call call, Q query, T body);
    }

    /** The table of an API under a path; without a guard any logged-in caller may call. */
    public Table under(String path) {
        return new Table(path, Guard.anybody(), USUAL_LIMIT);
    }

    /** All operations in the order in which they were added, for example {@code GET /henkilo/{oid}}. */
    public List<String> operations() {
        List<String> operations = new ArrayList<>();
        methodsOfPath.forEach((path, methods) -> methods.forEach(
                method -> operations.add(method + " " + path.substring(ServiceGate.REGISTRY.length()))));
        return operations;
    }

    /** The part of the routes that shares a path and a guard. */
    public final class Table {
        private final String base;
        private final Guard guard;
        private final long limit;

        private Table(String base, Guard guard, long limit) {
            this.base = base;
            this.guard = guard;
            this.limit = limit;
        }

        /** The same table for callers that have one of the rights, in any organisation. */
        public Table requires(Right... rights) {
            return requires(Guard.roles(rights));
        }

        /** The same table for callers that the guard lets through. */
        public Table requires(Guard guard) {
            return new Table(base, guard, limit);
        }

        /** The same table for bodies as large as an import. */
        public Table large() {
            return new Table(base, guard, IMPORT_LIMIT);
        }

        public Table get(String path, Function<Call, Object> answer) {
            return add(HandlerType.GET, path, answer);
        }

        /** A read whose query is read before the right is looked at. */
        public <Q> Table get(String path, Function<Call, Q> query, BiFunction<Call, Q, Object> answer) {
            return add(HandlerType.GET, path, query, answer);
        }

        public Table post(String path, Function<Call, Object> answer) {
            return add(HandlerType.POST, path, answer);
        }

        public <T extends BodyRules.Checked> Table post(
                String path, Class<T> body, BiFunction<Call, T, Object> answer) {
            return add(HandlerType.POST, path, body, answer);
        }

        /** As the others; the query is read before the body. */
        public <Q, T extends BodyRules.Checked> Table post(
                String path, Function<Call, Q> query, Class<T> body, QueryAndBody<Q, T> answer) {
            return add(HandlerType.POST, path, query, body, answer);
        }

        public Table put(String path, Function<Call, Object> answer) {
            return add(HandlerType.PUT, path, answer);
        }

        public <T extends BodyRules.Checked> Table put(String path, Class<T> body, BiFunction<Call, T, Object> answer) {
            return add(HandlerType.PUT, path, body, answer);
        }

        public Table delete(String path, Function<Call, Object> answer) {
            return add(HandlerType.DELETE, path, answer);
        }

        public <Q> Table delete(String path, Function<Call, Q> query, BiFunction<Call, Q, Object> answer) {
            return add(HandlerType.DELETE, path, query, answer);
        }

        private <T extends BodyRules.Checked> Table add(
                HandlerType method, String path, Class<T> body, BiFunction<Call, T, Object> answer) {
            return add(method, path, call -> null, body, (call, nothing, read) -> answer.apply(call, read));
        }

        private <Q, T extends BodyRules.Checked> Table add(
                HandlerType method, String path, Function<Call, Q> query, Class<T> body, QueryAndBody<Q, T> answer) {
            var target = new RegistryBodies.Target(
                    method.name() + " " + base + path, Signatures.of(base + path, method.name(), body), limit);
            return route(method, path, RegistryBodies::checkContentType, ctx -> {
                var call = call(ctx);
                guard.prepare(call);
                var asked = query.apply(call);
                var read = RegistryBodies.read(ctx, body, target);
                guard.admit(call);
                return answer.apply(call, asked, read);
            });
        }

        private <Q> Table add(
                HandlerType method, String path, Function<Call, Q> query, BiFunction<Call, Q, Object> answer) {
            return route(method, path, ctx -> {}, ctx -> {
                var call = call(ctx);
                guard.prepare(call);
                var asked = query.apply(call);
                guard.admit(call);
                return answer.apply(call, asked);
            });
        }

        private Table add(HandlerType method, String path, Function<Call, Object> answer) {
            return add(method, path, call -> null, (call, nothing) -> answer.apply(call));
        }

        private Table route(
                HandlerType method, String path, Consumer<Context> first, Function<Context, Object> answer) {
            var checks = TYPED.matcher(path)
                    .results()
                    .map(found -> check(found.group(1), found.group(2)))
                    .toList();
            var full = ServiceGate.REGISTRY + base + TYPED.matcher(path).replaceAll("{$1}");
            register(method, full, ctx -> {
                first.accept(ctx);
                checks.forEach(check -> check.accept(ctx));
                write(ctx, answer.apply(ctx));
            });
            return this;
        }
    }

    /** Adds what every path has besides its own methods; called once, after all tables. */
    public void finish() {
        methodsOfPath.forEach((path, methods) -> handle(
                HandlerType.OPTIONS,
                path,
                ctx -> ctx.header("Allow", options(methods)).header("Accept-Patch", "")));
        methodsOfPath.forEach((path, methods) -> Stream.concat(METHODS.stream(), Stream.of(HandlerType.HEAD))
                .filter(method -> !(method.equals(HandlerType.HEAD) && methods.contains("GET")))
                .filter(method -> !methods.contains(method.name()))
                .forEach(method -> handle(method, path, ctx -> {
                    ctx.header("Allow", String.join(",", methods));
                    throw Problem.wrongMethod(methods);
                })));
    }

    private void register(HandlerType method, String path, Consumer<Context> handler) {
        handle(method, path, handler);
        if (method.equals(HandlerType.GET)) {
            handle(HandlerType.HEAD, path, handler);
        }
        methodsOfPath.computeIfAbsent(path, p -> new TreeSet<>()).add(method.name());
    }

    /**
     * The published service compares decoded segments, the router here the text as it came. Clients that encode whole
     * segments write the equals sign as {@code %3D}.
     */
    private void handle(HandlerType method, String path, Consumer<Context> handler) {
        Stream.of("=", "%3D", "%3d")
                .map(equals -> path.replace("=", equals))
                .distinct()
                .forEach(spelling -> routes.addHttpHandler(method, spelling, handler::accept));
    }

    private static String options(Set<String> methods) {
        var all = new TreeSet<>(methods);
        if (methods.contains("GET")) {
            all.add("HEAD");
        }
        all.add("OPTIONS");
        return String.join(",", all);
    }

    private static Consumer<Context> check(String name, String form) {
        return switch (form) {
            case "int64" -> ctx -> Parameters.number(ctx.pathParam(name));
            case "time" -> ctx -> Parameters.time(ctx.pathParam(name));
            default -> ctx -> Parameters.date(ctx.pathParam(name));
        };
    }

    private static Call call(Context ctx) {
        return new Call(ctx, RegistryDoor.kutsuja(ctx));
    }

    private static void write(Context ctx, Object result) {
        RegistryDoor.auditCookie(ctx, RegistryDoor.kutsuja(ctx));
        var answer = Answer.of(result);
        ctx.status(answer.status());
        if (answer.location() != null) {
            ctx.header("Location", answer.location());
        }
        if (answer.body() == null) {
            return;
        }
        var accept = Accept.of(ctx);
        if (answer.body() instanceof Answer.PlainText text) {
            if (!accept.allowsText()) {
                throw Problem.onlyPlainText();
            }
            ctx.contentType("text/plain;charset=UTF-8").result(text.value());
        } else if (answer.body() instanceof Answer.Text text) {
            ctx.contentType(accept.kindOfText().orElseThrow(Problem::notAcceptable))
                    .result(text.value());
        } else {
            if (!accept.allowsJson()) {
                throw Problem.notAcceptable();
            }
            ctx.contentType("application/json").result(Json.bytes(answer.body()));
        }
    }
}

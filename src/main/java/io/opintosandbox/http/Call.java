package io.opintosandbox.http;

import io.javalin.http.Context;
import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.id.SyntheticOnly;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One call to the registry, past the door: who calls, and the parameters of path and query. */
public final class Call {
    private final Context ctx;
    private final Kutsuja kutsuja;

    Call(Context ctx, Kutsuja kutsuja) {
        this.ctx = ctx;
        this.kutsuja = kutsuja;
    }

    public Kutsuja kutsuja() {
        return kutsuja;
    }

    /** The caller's world's front door of a feature. */
    public <T> T feature(Class<T> type) {
        return kutsuja.world().part(type);
    }

    /**
     * A parameter of the path. A hetu that is not synthetic arrives masked, so that it is an unknown one and
     * no later step can store or log it.
     */
    public String text(String name) {
        return kutsuja.world().part(SyntheticOnly.class).mask(ctx.pathParam(name));
    }

    /** What stands behind a part of the path as it came over the wire, percent signs and all. */
    public String rawAfter(String part) {
        var path = ctx.req().getRequestURI();
        return path.substring(path.indexOf(part) + part.length());
    }

    /** A parameter of the path that the table declares as {@code int64}; it has been checked. */
    public long number(String name) {
        return Parameters.number(ctx.pathParam(name));
    }

    /** A parameter of the path that the table declares as {@code time}; it has been checked. */
    public Instant time(String name) {
        return Parameters.time(ctx.pathParam(name));
    }

    /** A parameter of the path that the table declares as {@code date}; it has been checked. */
    public LocalDate date(String name) {
        return Parameters.date(ctx.pathParam(name));
    }

    /** A parameter of the query, masked as {@link #text}; empty when it is not there. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(ctx.queryParam(name)).map(kutsuja.world().part(SyntheticOnly.class)::mask);
    }

    /** All values of a parameter of the query; commas separate values too, as in the published service. */
    public List<String> queryList(String name) {
        return ctx.queryParams(name).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A parameter that must be there. Errors: 400 B. */
    public String required(String name) {
        return query(name).orElseThrow(() -> Problem.missingParameter(name));
    }

    /** A whole number of 32 bits in the query; empty text counts as absent. Errors: 400 A. */
    public Optional<Integer> queryInt(String name) {
        return query(name).filter(text -> !text.isEmpty()).map(Parameters::int32);
    }

    /** A whole number of 64 bits in the query; empty text counts as absent. Errors: 400 A. */
    public Optional<Long> queryLong(String name) {
        return query(name).filter(text -> !text.isEmpty()).map(Parameters::number);
    }

    /** A date in the query; empty text counts as absent. Errors: 400 A. */
    public Optional<LocalDate> queryDate(String name) {
        return query(name).filter(text -> !text.isEmpty()).map(Parameters::date);
    }

    /** A truth value in the query, in the words that the published service knows. Errors: 400 A. */
    public Optional<Boolean> queryBoolean(String name) {
        return query(name).filter(text -> !text.isEmpty()).map(Parameters::truth);
    }

    /** The query as it came, or null. */
    public String rawQuery() {
        return ctx.queryString();
    }

    /** A header of the request. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(ctx.header(name));
    }
}

package io.opintosandbox.http;

import java.util.List;

/**
 * Everything that a registry call can end with besides its result: the catalogue. Thrown by rules, mapped
 * to an answer in one place ({@link ErrorAnswers}). Contract: registry-api.md 2.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The form of an error body; {@code PLAIN} is B of the contract, the rich ones begin as A. */
    enum Body {
        NONE,
        PLAIN,
        RICH,
        RICH_WITH_FIELDS,
        RICH_WITH_QUERY
    }

    private static final String EXCEPTIONS = "fi.vm.sade.oppijanumerorekisteri.exceptions.";

    private final int status;
    private final Body body;
    private final String exception;
    private final transient List<FieldError> fieldErrors;
    private final String why;

    /** One broken rule of 400 A+E. */
    public record FieldError(String code, List<Object> arguments, String message, String field, Object rejectedValue) {}

    private Problem(int status, Body body, String exception, String message, List<FieldError> fieldErrors, String why) {
        super(message, null, false, false);
        this.status = status;
        this.body = body;
        this.exception = exception;
        this.fieldErrors = fieldErrors;
        this.why = why;
    }

    /** 404 B: no such person, import or path. */
    public static Problem notFound(String why) {
        return plain(404, why);
    }

    /** 401 B: the right is missing; never 403, and no new login helps. */
    public static Problem noRight(String why) {
        return plain(401, why);
    }

    /** 409 B: the names differ, or VTJ has made the hetu void. */
    public static Problem conflict(String why) {
        return plain(409, why);
    }

    /** 413 B: the body is larger than this sandbox takes. */
    public static Problem tooLarge(long limit) {
        return plain(413, "the body is over " + limit + " bytes");
    }

    /** 415 B: the body is not JSON. */
    public static Problem notJson() {
        return plain(415, "the body must be application/json");
    }

    /** 406 without a body: the call has been carried out, but the caller accepts no form of its answer. */
    public static Problem notAcceptable() {
        return new Problem(406, Body.NONE, null, null, List.of(), "the answer is not among what Accept allows");
    }

    /** 406 B: the path answers nothing but plain text, and the caller does not want that. */
    public static Problem onlyPlainText() {
        return plain(406, "the path answers text/plain only");
    }

    /** 500 B: VTJ cannot be reached, or said something unknown. */
    public static Problem vtjUnavailable(String why) {
        return plain(500, why);
    }

    /** 403 A: forbidden by a rule of the domain. */
    public static Problem forbidden(String message) {
        return new Problem(403, Body.RICH, EXCEPTIONS + "ForbiddenException", message, List.of(), message);
    }

    /** 400 A: a rule of the domain is broken. */
    public static Problem validation(String message) {
        return validation(message, message);
    }

    /** 400 A: a rule of the domain is broken, and the published service says less about it than we can. */
    public static Problem validation(String message, String why) {
        return new Problem(400, Body.RICH, EXCEPTIONS + "ValidationException", message, List.of(), why);
    }

    /** 400 A: the body breaks the rules of its fields. */
    public static Problem invalidBody(String message, String why) {
        return new Problem(
                400,
                Body.RICH,
                "org.springframework.web.bind.MethodArgumentNotValidException",
                message,
                List.of(),
                why);
    }

    /** 400 A: the body is missing or is not the JSON that it should be. */
    public static Problem unreadable(String message) {
        return new Problem(
                400,
                Body.RICH,
                "org.springframework.http.converter.HttpMessageNotReadableException",
                message,
                List.of(),
                message);
    }

    /** 400 A: an argument that a service cannot use; the type of the exception says no more. */
    public static Problem illegalArgument(String message, String why) {
        return new Problem(400, Body.RICH, "java.lang.IllegalArgumentException", message, List.of(), why);
    }

    /** 400 A: an argument that a service cannot use, and its message says it all. */
    public static Problem illegalArgument(String message) {
        return illegalArgument(message, message);
    }

    /** 400 A: a single parameter is out of its bounds. */
    public static Problem constraint(String message) {
        return new Problem(
                400, Body.RICH, "jakarta.validation.ConstraintViolationException", message, List.of(), message);
    }

    /** 400 B: a parameter of the query is missing. */
    public static Problem missingParameter(String name) {
        return badRequest("the query needs the parameter " + name);
    }

    /** 400 B: a mistake in the request that the published service has no words for. */
    public static Problem badRequest(String why) {
        return plain(400, why);
    }

    /** 409 A+Q: several persons where one was asked for. */
    public static Problem notUnique(String why) {
        return new Problem(
                409,
                Body.RICH_WITH_QUERY,
                "com.querydsl.core.NonUniqueResultException",
                "Only one result is allowed for fetchOne calls",
                List.of(),
                why);
    }

    /** 500 A: what the registry holds contradicts itself or VTJ. */
    public static Problem inconsistent(String message) {
        return new Problem(500, Body.RICH, EXCEPTIONS + "DataInconsistencyException", message, List.of(), message);
    }

    /** 500 B: the published service fails here for a reason of its own. */
    public static Problem failure(String why) {
        return plain(500, why);
    }

    /** 400 A: a number in the path or the query is none. */
    public static Problem notANumber(String text) {
        var message = "For input string: \"" + text + "\"";
        return new Problem(400, Body.RICH, "java.lang.NumberFormatException", message, List.of(), message);
    }

    /** 400 A+E: rules of creation or update are broken. */
    public static Problem unprocessable(String object, List<FieldError> errors) {
        return new Problem(
                400,
                Body.RICH_WITH_FIELDS,
                EXCEPTIONS + "UnprocessableEntityException",
                FieldErrors.bindException(object, errors),
                errors,
                errors.stream()
                        .map(FieldError::code)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""));
    }

    /** 400 A: the database found a value that must be unique, or one that does not fit. */
    public static Problem dataIntegrity(String constraint, String why) {
        return new Problem(
                400,
                Body.RICH,
                "org.springframework.dao.DataIntegrityViolationException",
                "could not execute statement [ERROR: " + constraint + "]",
                List.of(),
                why);
    }

    /** 405 B: the path has other methods. */
    public static Problem wrongMethod(java.util.Collection<String> allowed) {
        return plain(405, "the path answers " + String.join(", ", allowed));
    }

    /** 404 or 405 B: nothing answers here. */
    public static Problem noRoute(int status) {
        return plain(status, "no such path or method");
    }

    /** 500 B: a lock conflict, or a bug of this sandbox. */
    public static Problem internal(String why) {
        return plain(500, why);
    }

    /** A status without any words. */
    static Problem plain(int status, String why) {
        return new Problem(status, Body.PLAIN, null, null, List.of(), why);
    }

    public int status() {
        return status;
    }

    /** What happened and what helps, for the log. Holds no hetu. */
    public String why() {
        return why;
    }

    Body body() {
        return body;
    }

    String exception() {
        return exception;
    }

    List<FieldError> fieldErrors() {
        return fieldErrors;
    }
}

package io.opintosandbox.control;

import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.vtj.muutostieto.TapahtumaVirhe;

/**
 * What a call to {@code /sandbox} can end with besides its result: the catalogue. Every message is one
 * sentence that says what to do. Contract: control-api.md, "Errors".
 */
final class ControlProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String field;

    private ControlProblem(int status, String code, String message, String field) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    static ControlProblem notJson(String detail) {
        return new ControlProblem(400, "json.malformed", "The body must be one JSON object: " + detail + ".", null);
    }

    static ControlProblem unknownField(String field, String known) {
        return new ControlProblem(400, "field.unknown", "The field is not known here; known are " + known + ".", field);
    }

    static ControlProblem badField(String field, String message) {
        return new ControlProblem(400, "field.invalid", message, field);
    }

    static ControlProblem badRequest(String message) {
        return new ControlProblem(400, "request.invalid", message, null);
    }

    /** A life event that cannot happen. */
    static ControlProblem of(TapahtumaVirhe virhe) {
        return switch (virhe.syy()) {
            case TUNTEMATON_HETU -> notFound(virhe.getMessage());
            case TUNTEMATON_KENTTA -> new ControlProblem(400, "field.unknown", virhe.getMessage(), virhe.field());
            case KENTTA -> badField(virhe.field(), virhe.getMessage());
            case KOKONAISUUS -> badRequest(virhe.getMessage());
            case RISTIRIITA -> conflict(virhe.field(), virhe.getMessage());
        };
    }

    static ControlProblem notSynthetic(String field) {
        return new ControlProblem(400, "hetu.not.synthetic", SyntheticOnly.WHAT_TO_USE, field);
    }

    static ControlProblem noToken() {
        return new ControlProblem(
                401,
                "control.token.required",
                "Send 'Authorization: Bearer' with the control token that the server was started with.",
                null);
    }

    static ControlProblem notFound(String message) {
        return new ControlProblem(404, "not.found", message, null);
    }

    static ControlProblem conflict(String field, String message) {
        return new ControlProblem(409, "conflict", message, field);
    }

    /** Not 408: there are clients that send a call again by themselves when they see it. */
    static ControlProblem timeIsOver(String message) {
        return new ControlProblem(409, "wait.timeout", message, null);
    }

    static ControlProblem tooLarge(long limit) {
        return new ControlProblem(413, "body.too.large", "The body is over " + limit + " bytes; send less.", null);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String field() {
        return field;
    }
}

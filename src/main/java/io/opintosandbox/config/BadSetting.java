package io.opintosandbox.config;

/** A setting that the server cannot start with; the message is one sentence that says what to do. */
public final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadSetting(String message) {
        super(message);
    }
}

package io.opintosandbox.snapshot;

/** A snapshot that cannot be loaded: what is wrong, where, and what helps. Nothing has been changed. */
public final class BadSnapshot extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String pointer;

    /** What is wrong with it. */
    public enum Kind {
        /** It is no JSON, no snapshot, or holds what cannot be. */
        INVALID,
        /** It holds a hetu that could be somebody's. */
        NOT_SYNTHETIC,
        /** It does not go together with itself or with another world. */
        CONFLICT,
        /** It is larger than {@link Snapshots#MOST_BYTES}. */
        TOO_LARGE
    }

    BadSnapshot(Kind kind, String pointer, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.pointer = pointer;
    }

    static BadSnapshot invalid(String pointer, String message) {
        return new BadSnapshot(Kind.INVALID, pointer, message);
    }

    static BadSnapshot conflict(String pointer, String message) {
        return new BadSnapshot(Kind.CONFLICT, pointer, message);
    }

    public Kind kind() {
        return kind;
    }

    /** Where, as a JSON pointer; null when it is the whole document. */
    public String pointer() {
        return pointer;
    }
}

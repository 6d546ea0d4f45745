package io.opintosandbox.vtj.muutostieto;

/**
 * What is wrong with a life event that cannot happen: one sentence that says what to do. Contract: control-api.md,
 * "Event bodies".
 */
public final class TapahtumaVirhe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which part of the event is to be changed. */
    public enum Syy {
        /** VTJ does not know the hetu. */
        TUNTEMATON_HETU,
        /** The type of event has no such field. */
        TUNTEMATON_KENTTA,
        /** A field is missing, or does not hold what it must. */
        KENTTA,
        /** The fields are right one by one, but not together. */
        KOKONAISUUS,
        /** What VTJ has of the person stands against it. */
        RISTIRIITA
    }

    private final Syy syy;
    private final String field;

    TapahtumaVirhe(Syy syy, String field, String message) {
        super(message, null, false, false);
        this.syy = syy;
        this.field = field;
    }

    public Syy syy() {
        return syy;
    }

    /** A JSON pointer into the event, or null. */
    public String field() {
        return field;
    }
}

package io.opintosandbox.registry.muutostiedot;

/** A message that cannot be applied, or full data that cannot be written; the text is what a tester reads. */
final class MuutostietoVirhe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MuutostietoVirhe(String syy) {
        super(syy);
    }
}

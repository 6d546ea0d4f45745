package io.opintosandbox.registry.yksilointi;

/** Why somebody could not be identified, as HenkiloDto names it. Contract: registry-behaviour.md 8. */
public enum Yksilointivirhe {
    /** VTJ knows nobody of that hetu. Final. */
    HETU_EI_VTJ,
    /** A test hetu, where those are not identified. Final. */
    HETU_EI_OIKEA,
    /** VTJ has made the hetu void. Final. */
    HETU_PASSIVOITU,
    /** Identified by eIDAS. Final. */
    MUU,
    /** Anything else; tried again later and later. */
    MUU_UUDELLEENYRITETTAVA
}

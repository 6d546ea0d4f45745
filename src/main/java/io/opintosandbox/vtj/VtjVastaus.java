package io.opintosandbox.vtj;

/** What the population register says about a hetu. Contract: registry-behaviour.md 5, "VTJ return codes". */
public sealed interface VtjVastaus {

    /** Found, dead or alive; when the hetu has been replaced, the person's new hetu is in it. */
    record Loytyi(VtjHenkilo henkilo) implements VtjVastaus {}

    /** Nobody has the hetu. */
    record EiLoydy() implements VtjVastaus {}

    /** The hetu has been made void, and no other has taken its place. */
    record Passivoitu() implements VtjVastaus {}

    /** VTJ cannot be reached, or answers something that nobody expects. */
    record Virhe(String syy) implements VtjVastaus {}
}

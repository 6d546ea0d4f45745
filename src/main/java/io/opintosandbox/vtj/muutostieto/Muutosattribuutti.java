package io.opintosandbox.vtj.muutostieto;

/** What has happened to the data of a group. Contract: registry-behaviour.md 20. */
enum Muutosattribuutti {
    /** Nothing: the group stands in full data, which does not name it. */
    PERUSTIETO,
    LISATTY,
    MUUTETTU,
    /** The corrected data, after the group that was to be corrected. */
    KORJATTU,
    /** What the following group corrects. */
    KORJATTAVA,
    POISTETTU,
    LISATIETO
}

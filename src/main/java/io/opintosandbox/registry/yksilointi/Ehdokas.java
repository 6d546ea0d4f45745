package io.opintosandbox.registry.yksilointi;

/** Somebody whose turn in the identification run has come. */
record Ehdokas(
        long id,
        String oid,
        String hetu,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        String aidinkieli,
        String asiointikieli,
        boolean yksiloityEidas,
        int yritykset) {}

package io.opintosandbox.neighbours.organisaatio;

import java.util.Map;

/**
 * An organisation as {@code fixtures/organisations.json} has it. Contract: neighbours.md 2.
 *
 * @param oid of node 10
 * @param parentOid null for the root
 * @param nimi the name in {@code fi}, {@code sv} and {@code en}
 * @param tila {@code AKTIIVINEN}, {@code SUUNNITELTU} (planned) or {@code LAKKAUTETTU} (closed)
 * @param tyyppi for example {@code OPPILAITOS}
 */
public record Organisaatio(String oid, String parentOid, Map<String, String> nimi, String tila, String tyyppi) {

    public boolean isAktiivinen() {
        return tila.equals("AKTIIVINEN");
    }

    public boolean isSuunniteltu() {
        return tila.equals("SUUNNITELTU");
    }

    public boolean isLakkautettu() {
        return tila.equals("LAKKAUTETTU");
    }
}

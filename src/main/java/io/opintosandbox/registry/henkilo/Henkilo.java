package io.opintosandbox.registry.henkilo;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A person of the registry, as far as rules look at one.
 *
 * @param hetu the current hetu, or null
 * @param masterId the person that this one is linked to as a slave, or null
 */
public record Henkilo(
        long id,
        String oid,
        String hetu,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        LocalDate syntymaaika,
        String asiointikieli,
        boolean passivoitu,
        boolean duplikaatti,
        boolean yksiloity,
        boolean yksiloityVtj,
        boolean yksiloityEidas,
        boolean yksilointiYritetty,
        Long masterId,
        Instant muokattu) {

    /** Identified by any method: the OID is then an oppijanumero. Contract: registry-behaviour.md 6. */
    public boolean identified() {
        return yksiloity || yksiloityVtj || yksiloityEidas;
    }

    /** Whether names that somebody gave mean this person. Contract: registry-behaviour.md 4.3. */
    public boolean isNamed(String etunimet, String sukunimi) {
        return NameMatching.namesMatch(etunimet, sukunimi, this.etunimet, this.sukunimi);
    }
}

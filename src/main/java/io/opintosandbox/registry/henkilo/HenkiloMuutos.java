package io.opintosandbox.registry.henkilo;

import io.opintosandbox.registry.henkilo.Henkilotiedot.Yhteystietoryhma;
import java.time.LocalDate;
import java.util.List;

/**
 * A change of a person: null leaves the field as it is. Contract: registry-behaviour.md 14.
 *
 * @param hetu an empty text takes the hetu away
 * @param kansalaisuudet the whole set afterwards
 * @param yhteystietoryhmat all groups afterwards, but for the read-only ones, which stay
 */
public record HenkiloMuutos(
        String oid,
        Boolean passivoitu,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        String hetu,
        LocalDate syntymaaika,
        LocalDate kuolinpaiva,
        String sukupuoli,
        String kotikunta,
        String asiointikieli,
        String aidinkieli,
        List<String> kansalaisuudet,
        List<Yhteystietoryhma> yhteystietoryhmat) {}

package io.opintosandbox.registry.muutostiedot;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilotiedot;
import io.opintosandbox.registry.henkilo.VtjYhteystiedot.Ryhma;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A person as it is to be when all groups of a message have been gone through. Not thread-safe. */
final class Luonnos {
    /** The person as it is stored. */
    final Henkilotiedot ennen;

    String hetu;
    String etunimet;
    String kutsumanimi;
    String sukunimi;
    LocalDate syntymaaika;
    LocalDate kuolinpaiva;
    String sukupuoli;
    String aidinkieli;
    String kotikunta;
    boolean turvakielto;

    /** All nationalities. */
    List<String> kansalaisuudet;

    /** The kinds of VTJ's contact groups that are to go. */
    final Set<String> poistettavat = new LinkedHashSet<>();

    /** VTJ's contact groups that are to come, by kind. */
    final Map<String, Ryhma> uudet = new LinkedHashMap<>();

    /** Whether the full data has to be fetched anew before the feed is asked about the person again. */
    boolean hetuVaihtui;

    Luonnos(Henkilotiedot ennen) {
        var henkilo = ennen.henkilo();
        this.ennen = ennen;
        hetu = henkilo.hetu();
        etunimet = henkilo.etunimet();
        kutsumanimi = henkilo.kutsumanimi();
        sukunimi = henkilo.sukunimi();
        syntymaaika = henkilo.syntymaaika();
        kuolinpaiva = henkilo.kuolinpaiva();
        sukupuoli = henkilo.sukupuoli();
        aidinkieli = henkilo.aidinkieli();
        kotikunta = henkilo.kotikunta();
        turvakielto = henkilo.turvakielto();
        kansalaisuudet = ennen.kansalaisuudet();
    }

    Henkilo henkilo() {
        return ennen.henkilo();
    }

    long id() {
        return henkilo().id();
    }

    /** A contact group in the place of the one of its kind. */
    void korvaaRyhma(Ryhma ryhma) {
        poistaRyhma(ryhma.kuvaus());
        uudet.put(ryhma.kuvaus(), ryhma);
    }

    void poistaRyhma(String kuvaus) {
        uudet.remove(kuvaus);
        poistettavat.add(kuvaus);
    }
}

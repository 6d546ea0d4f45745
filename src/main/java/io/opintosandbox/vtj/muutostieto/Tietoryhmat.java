package io.opintosandbox.vtj.muutostieto;

import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.PERUSTIETO;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.VtjHenkilo.Huoltaja;
import java.util.ArrayList;
import java.util.List;

/** What VTJ knows of a person, in the groups of its change feed and full data. */
final class Tietoryhmat {
    private final Vtj vtj;

    Tietoryhmat(Vtj vtj) {
        this.vtj = vtj;
    }

    /**
     * Everything that VTJ has of a person, without {@code muutosattribuutti}; of a void hetu also by which one the
     * person goes now. What VTJ has nothing of has no group.
     */
    ArrayNode perustiedot(VtjHenkilo henkilo) {
        List<ObjectNode> ryhmat = new ArrayList<>();
        if (henkilo.passivoitu()) {
            ryhmat.add(Tietoryhma.hetunKorjaus(PERUSTIETO, henkilo.uusiHetu()));
        }
        if (henkilo.etunimet() != null || henkilo.sukunimi() != null) {
            ryhmat.add(Tietoryhma.nimi(PERUSTIETO, henkilo));
        }
        if (henkilo.kutsumanimi() != null) {
            ryhmat.add(Tietoryhma.kutsumanimi(PERUSTIETO, henkilo.kutsumanimi()));
        }
        var syntymaaika = Tietoryhma.syntymaaika(henkilo);
        if (syntymaaika != null) {
            ryhmat.add(Tietoryhma.syntymapaiva(PERUSTIETO, syntymaaika));
        }
        if (henkilo.sukupuoli() == null || Tietoryhma.SUKUPUOLET.containsKey(henkilo.sukupuoli())) {
            ryhmat.add(Tietoryhma.sukupuoli(PERUSTIETO, henkilo.sukupuoli()));
        }
        ryhmat.add(Tietoryhma.turvakielto(PERUSTIETO, henkilo.turvakielto()));
        ryhmat.addAll(Osoiteryhma.perustiedot(henkilo));
        var kotikunta = Tietoryhma.nykyinen(henkilo);
        if (kotikunta != null) {
            ryhmat.add(Tietoryhma.kotikunta(PERUSTIETO, kotikunta));
        }
        henkilo.edellisetKotikunnat()
                .forEach(edellinen -> ryhmat.add(Tietoryhma.edellinenKotikunta(PERUSTIETO, edellinen)));
        if (henkilo.aidinkieli() != null) {
            ryhmat.add(Tietoryhma.aidinkieli(PERUSTIETO, henkilo.aidinkieli()));
        }
        ryhmat.add(Tietoryhma.kansalaisuus(PERUSTIETO, henkilo.kansalaisuudet()));
        henkilo.huoltajat().forEach(huoltaja -> ryhmat.add(Tietoryhma.huoltaja(PERUSTIETO, taydennetty(huoltaja))));
        if (henkilo.kuolinpaiva() != null) {
            ryhmat.add(Tietoryhma.kuolinpaiva(PERUSTIETO, true, henkilo.kuolinpaiva()));
        }
        return JsonNodeFactory.instance.arrayNode().addAll(ryhmat);
    }

    /** The guardian with the names that VTJ has under the hetu, where they are missing. */
    Huoltaja taydennetty(Huoltaja huoltaja) {
        if (huoltaja.hetu() == null || (huoltaja.etunimet() != null && huoltaja.sukunimi() != null)) {
            return huoltaja;
        }
        return vtj.henkilo(huoltaja.hetu())
                .map(vtjssa -> new Huoltaja(
                        huoltaja.hetu(),
                        huoltaja.etunimet() == null ? vtjssa.etunimet() : huoltaja.etunimet(),
                        huoltaja.sukunimi() == null ? vtjssa.sukunimi() : huoltaja.sukunimi(),
                        huoltaja.syntymaaika(),
                        huoltaja.kansalaisuudet(),
                        huoltaja.huoltajuusAlku(),
                        huoltaja.huoltajuusLoppu()))
                .orElse(huoltaja);
    }
}

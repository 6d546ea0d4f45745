package io.opintosandbox.registry.muutostiedot;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.linkitys.Linkitys;
import io.opintosandbox.registry.palvelurajapinta.Kotikuntahistoria;
import java.time.LocalDate;
import java.util.List;

/**
 * The change feed gives a person another hetu. Other rules than those of identification: neither number becomes an
 * official one, and the check character is not looked at. Contract: registry-behaviour.md 20, HENKILOTUNNUS_KORJAUS.
 */
final class Hetunkorjaus {
    private final PaivitysRepository rows;
    private final Henkilot henkilot;
    private final Linkitys linkitys;
    private final Kotikuntahistoria kotikuntahistoria;

    Hetunkorjaus(PaivitysRepository rows, Henkilot henkilot, Linkitys linkitys, Kotikuntahistoria kotikuntahistoria) {
        this.rows = rows;
        this.henkilot = henkilot;
        this.linkitys = linkitys;
        this.kotikuntahistoria = kotikuntahistoria;
    }

    void sovella(Luonnos luonnos, List<Tietoryhma> ryhmat, LocalDate today) {
        ryhmat.stream()
                .filter(ryhma -> ryhma.laji().equals("HENKILOTUNNUS_KORJAUS") && ryhma.onTietopaivitys(today))
                .map(ryhma -> ryhma.teksti("aktiivinenHenkilotunnus"))
                .filter(hetu -> hetu != null
                        && !hetu.isEmpty()
                        && !hetu.equals(luonnos.henkilo().hetu()))
                .findFirst()
                .ifPresent(hetu -> vaihda(luonnos, hetu));
    }

    private void vaihda(Luonnos luonnos, String hetu) {
        var haltija = henkilot.byHetu(hetu);
        if (haltija.isPresent()) {
            yhdista(luonnos.henkilo(), haltija.get());
        } else if (henkilot.byOfficialHetu(hetu)
                .filter(vanha -> vanha.id() != luonnos.id())
                .isPresent()) {
            throw new MuutostietoVirhe("the new hetu is a former official hetu of another identified person");
        }
        luonnos.hetu = hetu;
        luonnos.hetuVaihtui = true;
    }

    /** Whoever has the number already becomes a slave, unless it is an identified person who has been there longer. */
    private void yhdista(Henkilo henkilo, Henkilo haltija) {
        if (haltija.yksiloityVtj() && haltija.id() < henkilo.id()) {
            throw new MuutostietoVirhe("the new hetu is that of an identified person who was created earlier");
        }
        linkitys.yhdista(henkilo.oid(), haltija.oid(), null);
        rows.menettaaHetun(haltija.id());
        if (haltija.yksiloityVtj()) {
            rows.menettaaYksiloinnin(haltija.id());
            kotikuntahistoria.korvaa(haltija.id(), List.of());
        }
    }
}

package io.opintosandbox.vtj.muutostieto;

import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.LISATTY;
import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.MUUTETTU;
import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.POISTETTU;

import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.VtjHenkilo.Huoltaja;
import io.opintosandbox.vtj.muutostieto.TapahtumaVirhe.Syy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Events about the guardians of a person. Contract: exchanges/lives-guardians.md. */
final class Huoltajatapahtumat {
    private final Tietoryhmat tietoryhmat;

    Huoltajatapahtumat(Tietoryhmat tietoryhmat) {
        this.tietoryhmat = tietoryhmat;
    }

    Seuraus lisays(VtjHenkilo ennen, Tapahtumakentat kentat) {
        var annettu = huoltaja(kentat);
        var huoltajat = new ArrayList<>(ennen.huoltajat());
        var paikka = paikka(huoltajat, annettu);
        if (paikka < 0) {
            huoltajat.add(annettu);
            return Seuraus.of(huoltajilla(ennen, huoltajat), Tietoryhma.huoltaja(LISATTY, taydennetty(annettu)));
        }
        var nyt = paalle(huoltajat.get(paikka), annettu);
        huoltajat.set(paikka, nyt);
        return Seuraus.of(huoltajilla(ennen, huoltajat), Tietoryhma.huoltaja(MUUTETTU, taydennetty(nyt)));
    }

    /** With an end date the guardian stays, until then. */
    Seuraus poisto(VtjHenkilo ennen, Tapahtumakentat kentat) {
        var annettu = huoltaja(kentat);
        var huoltajat = new ArrayList<>(ennen.huoltajat());
        var paikka = paikka(huoltajat, annettu);
        var nyt = paikka < 0 ? annettu : paalle(huoltajat.get(paikka), annettu);
        if (paikka >= 0 && annettu.huoltajuusLoppu() != null) {
            huoltajat.set(paikka, nyt);
        } else if (paikka >= 0) {
            huoltajat.remove(paikka);
        }
        return Seuraus.of(
                huoltajilla(ennen, huoltajat),
                Tietoryhma.huoltaja(annettu.huoltajuusLoppu() == null ? POISTETTU : MUUTETTU, taydennetty(nyt)));
    }

    private static Huoltaja huoltaja(Tapahtumakentat kentat) {
        var huoltaja = new Huoltaja(
                kentat.hetu("hetu"),
                kentat.teksti("etunimet"),
                kentat.teksti("sukunimi"),
                kentat.pv("syntymaaika"),
                kentat.tekstit("kansalaisuudet"),
                kentat.pv("huoltajuusAlku"),
                kentat.pv("huoltajuusLoppu"));
        if (huoltaja.hetu() == null && (huoltaja.etunimet() == null || huoltaja.sukunimi() == null)) {
            throw new TapahtumaVirhe(
                    Syy.KOKONAISUUS, null, "Say who the guardian is: give hetu, or etunimet and sukunimi.");
        }
        return huoltaja;
    }

    /** Where the person's guardians have this one: by hetu when both have one, by names otherwise; or -1. */
    private int paikka(List<Huoltaja> huoltajat, Huoltaja haettu) {
        var nimilla = taydennetty(haettu);
        for (int i = 0; i < huoltajat.size(); i++) {
            var huoltaja = huoltajat.get(i);
            if ((huoltaja.hetu() != null && haettu.hetu() != null)
                    ? huoltaja.hetu().equals(haettu.hetu())
                    : samanniminen(taydennetty(huoltaja), nimilla)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean samanniminen(Huoltaja a, Huoltaja b) {
        return a.etunimet() != null
                && Objects.equals(a.etunimet(), b.etunimet())
                && Objects.equals(a.sukunimi(), b.sukunimi());
    }

    /** What is not told stays as it was. */
    private static Huoltaja paalle(Huoltaja ennen, Huoltaja annettu) {
        return new Huoltaja(
                annettu.hetu() == null ? ennen.hetu() : annettu.hetu(),
                annettu.etunimet() == null ? ennen.etunimet() : annettu.etunimet(),
                annettu.sukunimi() == null ? ennen.sukunimi() : annettu.sukunimi(),
                annettu.syntymaaika() == null ? ennen.syntymaaika() : annettu.syntymaaika(),
                annettu.kansalaisuudet().isEmpty() ? ennen.kansalaisuudet() : annettu.kansalaisuudet(),
                annettu.huoltajuusAlku() == null ? ennen.huoltajuusAlku() : annettu.huoltajuusAlku(),
                annettu.huoltajuusLoppu() == null ? ennen.huoltajuusLoppu() : annettu.huoltajuusLoppu());
    }

    private Huoltaja taydennetty(Huoltaja huoltaja) {
        return tietoryhmat.taydennetty(huoltaja);
    }

    private static VtjHenkilo huoltajilla(VtjHenkilo henkilo, List<Huoltaja> huoltajat) {
        return henkilo.toBuilder().huoltajat(huoltajat.toArray(Huoltaja[]::new)).build();
    }
}

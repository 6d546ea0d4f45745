package io.opintosandbox.vtj.muutostieto;

import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.KORJATTU;
import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.LISATTY;
import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.MUUTETTU;
import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.POISTETTU;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.muutostieto.TapahtumaVirhe.Syy;
import java.util.ArrayList;
import java.util.List;

/** Events about the person itself: names, gender, birth date, language, nationality, turvakielto, death, hetu. */
final class Henkilotapahtumat {

    private Henkilotapahtumat() {}

    static Seuraus nimi(VtjHenkilo ennen, Tapahtumakentat kentat) {
        var etunimet = kentat.teksti("etunimet");
        var sukunimi = kentat.teksti("sukunimi");
        var kutsumanimi = kentat.teksti("kutsumanimi");
        var uusi = ennen.toBuilder();
        List<ObjectNode> ryhmat = new ArrayList<>();
        if (etunimet != null) {
            uusi.etunimet(etunimet);
        }
        if (sukunimi != null) {
            uusi.sukunimi(sukunimi);
        }
        if (kutsumanimi != null) {
            uusi.kutsumanimi(kutsumanimi);
        }
        var nyt = uusi.build();
        if (etunimet != null || sukunimi != null) {
            ryhmat.add(Tietoryhma.nimi(MUUTETTU, nyt));
        }
        if (kutsumanimi != null) {
            ryhmat.add(Tietoryhma.kutsumanimi(LISATTY, kutsumanimi));
        }
        if (ryhmat.isEmpty()) {
            throw new TapahtumaVirhe(
                    Syy.KOKONAISUUS, null, "Give at least one of the fields etunimet, sukunimi and kutsumanimi.");
        }
        return new Seuraus(List.of(nyt), ryhmat);
    }

    static Seuraus sukupuoli(VtjHenkilo ennen, Tapahtumakentat kentat) {
        if (!kentat.on("sukupuoli")) {
            throw kentat.virhe("sukupuoli", "The field is missing; give \"1\", \"2\" or null.");
        }
        var sukupuoli = kentat.teksti("sukupuoli");
        if (sukupuoli != null && !Tietoryhma.SUKUPUOLET.containsKey(sukupuoli)) {
            throw kentat.virhe("sukupuoli", "The field must be \"1\", \"2\" or null.");
        }
        return Seuraus.of(ennen.toBuilder().sukupuoli(sukupuoli).build(), Tietoryhma.sukupuoli(MUUTETTU, sukupuoli));
    }

    /** A VTJ person has no birth date besides that of the hetu: this is a message and nothing else. */
    static Seuraus syntymaaika(VtjHenkilo ennen, Tapahtumakentat kentat) {
        return Seuraus.of(ennen, Tietoryhma.syntymapaiva(KORJATTU, kentat.vaadittuPv("syntymaaika")));
    }

    static Seuraus kansalaisuus(VtjHenkilo ennen, Tapahtumakentat kentat) {
        var kansalaisuudet = kentat.vaaditutTekstit("kansalaisuudet");
        return Seuraus.of(
                ennen.toBuilder()
                        .kansalaisuudet(kansalaisuudet.toArray(String[]::new))
                        .build(),
                Tietoryhma.kansalaisuus(MUUTETTU, kansalaisuudet));
    }

    static Seuraus aidinkieli(VtjHenkilo ennen, Tapahtumakentat kentat) {
        var kieli = kentat.vaadittuTeksti("aidinkieli");
        return Seuraus.of(ennen.toBuilder().aidinkieli(kieli).build(), Tietoryhma.aidinkieli(LISATTY, kieli));
    }

    static Seuraus turvakielto(VtjHenkilo ennen, Tapahtumakentat kentat) {
        return Seuraus.of(ennen.toBuilder().turvakielto(true).build(), Tietoryhma.turvakielto(LISATTY, true));
    }

    static Seuraus turvakiellonLoppu(VtjHenkilo ennen, Tapahtumakentat kentat) {
        return Seuraus.of(ennen.toBuilder().turvakielto(false).build(), Tietoryhma.turvakielto(MUUTETTU, false));
    }

    /** Without a date VTJ knows no more than before of when it was. */
    static Seuraus kuolema(VtjHenkilo ennen, Tapahtumakentat kentat) {
        var pv = kentat.pv("kuolinpaiva");
        var nyt = pv == null ? ennen : ennen.toBuilder().kuolinpaiva(pv).build();
        return Seuraus.of(nyt, Tietoryhma.kuolinpaiva(LISATTY, true, pv));
    }

    static Seuraus kuolemanPeruutus(VtjHenkilo ennen, Tapahtumakentat kentat) {
        return Seuraus.of(ennen.toBuilder().kuolinpaiva(null).build(), Tietoryhma.kuolinpaiva(POISTETTU, false, null));
    }

    /** The person goes on under the new hetu, in the place of whoever had it; the old one is void. */
    static Seuraus hetu(VtjHenkilo ennen, Tapahtumakentat kentat) {
        var uusiHetu = kentat.vaadittuHetu("uusiHetu");
        var ryhmat = List.of(Tietoryhma.hetunKorjaus(LISATTY, uusiHetu), Tietoryhma.hetunKorjaus(MUUTETTU, uusiHetu));
        if (uusiHetu.equals(ennen.hetu()) || uusiHetu.equals(ennen.uusiHetu())) {
            return new Seuraus(List.of(), ryhmat);
        }
        if (ennen.uusiHetu() != null) {
            throw new TapahtumaVirhe(
                    Syy.RISTIRIITA,
                    null,
                    "The person goes by " + ennen.uusiHetu() + " already; post the event to that hetu.");
        }
        var nyt = ennen.toBuilder()
                .hetu(uusiHetu)
                .sukupuoli(sukupuoli(ennen, uusiHetu))
                .passivoitu(false)
                .uusiHetu(null)
                .build();
        var vanha = ennen.toBuilder().passivoitu(true).uusiHetu(uusiHetu).build();
        return new Seuraus(List.of(vanha, nyt), ryhmat);
    }

    static Seuraus passivointi(VtjHenkilo ennen, Tapahtumakentat kentat) {
        return Seuraus.of(
                ennen.toBuilder().passivoitu(true).uusiHetu(null).build(), Tietoryhma.hetunKorjaus(MUUTETTU, null));
    }

    /** A gender that was the old hetu's becomes the new one's. */
    private static String sukupuoli(VtjHenkilo ennen, String uusiHetu) {
        var vanha = Tietoryhma.tunnuksesta(ennen.hetu(), hetu -> hetu.sukupuoli());
        return vanha != null && vanha.equals(ennen.sukupuoli())
                ? Tietoryhma.tunnuksesta(uusiHetu, hetu -> hetu.sukupuoli())
                : ennen.sukupuoli();
    }
}

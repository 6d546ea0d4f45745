package io.opintosandbox.vtj.muutostieto;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.VtjHenkilo.Huoltaja;
import io.opintosandbox.vtj.VtjHenkilo.Kotikunta;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The forms of the groups of VTJ's change feed and full data, addresses apart ({@link Osoiteryhma}). Dates are given as
 * {@code yyyy-MM-dd}; what is null is left out of the group. Contract: registry-behaviour.md 20 and
 * exchanges/lives-*.md.
 */
final class Tietoryhma {

    /** What the feed calls the genders of a VTJ person. */
    static final Map<String, String> SUKUPUOLET = Map.of("1", "MIES", "2", "NAINEN");

    private Tietoryhma() {}

    /** Both names, whichever has changed. */
    static ObjectNode nimi(Muutosattribuutti muutos, VtjHenkilo henkilo) {
        return Ryhmakentat.of("HENKILON_NIMI", muutos)
                .text("etunimi", henkilo.etunimet())
                .text("sukunimi", henkilo.sukunimi())
                .valmis();
    }

    static ObjectNode kutsumanimi(Muutosattribuutti muutos, String kutsumanimi) {
        return Ryhmakentat.of("KUTSUMANIMI", muutos)
                .text("nimilaji", "NYKYINEN_KUTSUMANIMI")
                .text("nimi", kutsumanimi)
                .valmis();
    }

    /** @param aktiivinen the hetu by which the person goes now; null when there is none */
    static ObjectNode hetunKorjaus(Muutosattribuutti muutos, String aktiivinen) {
        return Ryhmakentat.of("HENKILOTUNNUS_KORJAUS", muutos)
                .text("aktiivinenHenkilotunnus", aktiivinen)
                .valmis();
    }

    static ObjectNode syntymapaiva(Muutosattribuutti muutos, String syntymaaika) {
        return Ryhmakentat.of("SYNTYMAPAIVA", muutos)
                .date("syntymapv", syntymaaika)
                .valmis();
    }

    /** @param sukupuoli "1", "2", or null for one that VTJ does not have */
    static ObjectNode sukupuoli(Muutosattribuutti muutos, String sukupuoli) {
        return Ryhmakentat.of("SUKUPUOLI", muutos)
                .text("sukupuoli", sukupuoli == null ? "PUUTTUU" : SUKUPUOLET.get(sukupuoli))
                .valmis();
    }

    static ObjectNode kansalaisuus(Muutosattribuutti muutos, List<String> kansalaisuudet) {
        return Ryhmakentat.of("KANSALAISUUS", muutos)
                .texts("henkilonKansalaisuudet", kansalaisuudet)
                .valmis();
    }

    static ObjectNode aidinkieli(Muutosattribuutti muutos, String kieli) {
        return Ryhmakentat.of("AIDINKIELI", muutos).text("kielikoodi", kieli).valmis();
    }

    static ObjectNode turvakielto(Muutosattribuutti muutos, boolean aktiivinen) {
        return Ryhmakentat.of("TURVAKIELTO", muutos)
                .flag("turvakieltoAktiivinen", aktiivinen)
                .valmis();
    }

    /** @param kuolinpaiva null when VTJ gives no date */
    static ObjectNode kuolinpaiva(Muutosattribuutti muutos, boolean kuollut, String kuolinpaiva) {
        return Ryhmakentat.of("KUOLINPAIVA", muutos)
                .flag("kuollut", kuollut)
                .date("kuolinpv", kuolinpaiva)
                .valmis();
    }

    static ObjectNode kotikunta(Muutosattribuutti muutos, Kotikunta kunta) {
        return kotikuntaKentat(muutos, kunta).valmis();
    }

    /** The municipality is no longer one of the person's; the other one is the present one again. */
    static ObjectNode kotikuntaPoistettu(Kotikunta poistettu, Kotikunta voimassa) {
        return kotikuntaKentat(Muutosattribuutti.POISTETTU, poistettu)
                .arrayOf("voimassaolevatTiedot", kotikunta(Muutosattribuutti.PERUSTIETO, voimassa))
                .valmis();
    }

    static ObjectNode edellinenKotikunta(Muutosattribuutti muutos, Kotikunta kunta) {
        return Ryhmakentat.of("EDELLINEN_KOTIKUNTA", muutos)
                .text("kuntakoodi", kunta.kotikunta())
                .date("kuntaanMuuttopv", kunta.kuntaanMuuttopv())
                .date("kunnastaPoisMuuttopv", kunta.kunnastaPoisMuuttopv())
                .valmis();
    }

    /** The municipality where somebody lives now, which VTJ has had from birth when nothing else is told; or null. */
    static Kotikunta nykyinen(VtjHenkilo henkilo) {
        if (henkilo.kotikunta() == null) {
            return null;
        }
        var alku = henkilo.kuntaanMuuttopv() == null ? syntymaaika(henkilo) : henkilo.kuntaanMuuttopv();
        return new Kotikunta(henkilo.kotikunta(), alku, null);
    }

    /** The birth date that the hetu tells; null when it tells none. */
    static String syntymaaika(VtjHenkilo henkilo) {
        return tunnuksesta(henkilo.hetu(), hetu -> hetu.syntymaaika().toString());
    }

    /** What a hetu tells, right check character or not; null when it tells nothing. */
    static String tunnuksesta(String hetu, Function<Hetu, String> tieto) {
        return Hetu.corrected(hetu).map(tieto).orElse(null);
    }

    /** A guardian; a message has room for the first nationality alone. */
    static ObjectNode huoltaja(Muutosattribuutti muutos, Huoltaja huoltaja) {
        var kansalaisuudet = huoltaja.kansalaisuudet();
        return Ryhmakentat.of("HUOLTAJA", muutos)
                .object(
                        "huoltaja",
                        Ryhmakentat.sisempi()
                                .text("henkilotunnus", huoltaja.hetu())
                                .text("etunimet", huoltaja.etunimet())
                                .text("sukunimi", huoltaja.sukunimi())
                                .date("syntymapv", huoltaja.syntymaaika())
                                .text("kansalaisuuskoodi", kansalaisuudet.isEmpty() ? null : kansalaisuudet.get(0)))
                .date("huoltosuhteenAlkupv", huoltaja.huoltajuusAlku())
                .date("huoltosuhteenLoppupv", huoltaja.huoltajuusLoppu())
                .valmis();
    }

    private static Ryhmakentat kotikuntaKentat(Muutosattribuutti muutos, Kotikunta kunta) {
        return Ryhmakentat.of("KOTIKUNTA", muutos)
                .text("kuntakoodi", kunta.kotikunta())
                .date("kuntaanMuuttopv", kunta.kuntaanMuuttopv());
    }
}

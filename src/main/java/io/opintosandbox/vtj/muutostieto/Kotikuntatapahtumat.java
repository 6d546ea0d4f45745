package io.opintosandbox.vtj.muutostieto;

import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.KORJATTAVA;
import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.KORJATTU;
import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.LISATIETO;
import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.LISATTY;
import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.MUUTETTU;
import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.POISTETTU;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.VtjHenkilo.Kotikunta;
import io.opintosandbox.vtj.muutostieto.TapahtumaVirhe.Syy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Events about home municipalities. Contract: exchanges/lives-kotikunta.md. */
final class Kotikuntatapahtumat {
    private static final List<String> HISTORIAT = List.of("UNCHANGED", "REOPENED", "REMOVED");
    private static final List<String> KENTAT = List.of("kotikunta", "kuntaanMuuttopv", "kunnastaPoisMuuttopv");

    private Kotikuntatapahtumat() {}

    static Seuraus muutto(VtjHenkilo ennen, Tapahtumakentat kentat, LocalDate today) {
        var annettu = kentat.pv("kuntaanMuuttopv");
        var uusi =
                new Kotikunta(kentat.vaadittuTeksti("kotikunta"), annettu == null ? today.toString() : annettu, null);
        var pois = kentat.pv("kunnastaPoisMuuttopv");
        var nyt = Osoitetapahtumat.osoitteet(ennen, kentat).toBuilder()
                .kotikunta(uusi.kotikunta())
                .kuntaanMuuttopv(uusi.kuntaanMuuttopv());
        List<ObjectNode> ryhmat = new ArrayList<>();
        ryhmat.add(Tietoryhma.kotikunta(LISATTY, uusi));
        var entinen = Tietoryhma.nykyinen(ennen);
        if (entinen != null) {
            var edellinen = new Kotikunta(
                    entinen.kotikunta(),
                    entinen.kuntaanMuuttopv(),
                    pois == null
                            ? LocalDate.parse(uusi.kuntaanMuuttopv())
                                    .minusDays(1)
                                    .toString()
                            : pois);
            var edelliset = new ArrayList<>(ennen.edellisetKotikunnat());
            edelliset.add(edellinen);
            nyt.edellisetKotikunnat(edelliset.toArray(Kotikunta[]::new));
            ryhmat.add(Tietoryhma.edellinenKotikunta(MUUTETTU, edellinen));
        }
        var henkilo = nyt.build();
        ryhmat.addAll(Osoitetapahtumat.ryhmat(ennen, henkilo, kentat, uusi.kuntaanMuuttopv()));
        return new Seuraus(List.of(henkilo), ryhmat);
    }

    static Seuraus muutonPeruutus(VtjHenkilo ennen, Tapahtumakentat kentat) {
        var historia = kentat.sana("historia", "UNCHANGED", HISTORIAT);
        var edelliset = new ArrayList<>(ennen.edellisetKotikunnat());
        if (edelliset.isEmpty() || ennen.kotikunta() == null) {
            throw new TapahtumaVirhe(
                    Syy.RISTIRIITA,
                    null,
                    "VTJ has no earlier home municipality of this person to go back to; a MOVE must come first.");
        }
        var edellinen = edelliset.get(edelliset.size() - 1);
        var avoin = new Kotikunta(edellinen.kotikunta(), edellinen.kuntaanMuuttopv(), null);
        List<ObjectNode> ryhmat = new ArrayList<>();
        ryhmat.add(Tietoryhma.kotikuntaPoistettu(Tietoryhma.nykyinen(ennen), avoin));
        switch (historia) {
            case "REOPENED" -> {
                ryhmat.add(Tietoryhma.edellinenKotikunta(KORJATTAVA, edellinen));
                ryhmat.add(Tietoryhma.edellinenKotikunta(KORJATTU, avoin));
            }
            case "REMOVED" -> ryhmat.add(Tietoryhma.edellinenKotikunta(POISTETTU, edellinen));
            default -> ryhmat.add(Tietoryhma.kotikunta(LISATIETO, avoin));
        }
        if (!historia.equals("UNCHANGED")) {
            edelliset.remove(edelliset.size() - 1);
        }
        var nyt = ennen.toBuilder()
                .kotikunta(edellinen.kotikunta())
                .kuntaanMuuttopv(edellinen.kuntaanMuuttopv())
                .edellisetKotikunnat(edelliset.toArray(Kotikunta[]::new))
                .build();
        return new Seuraus(List.of(nyt), ryhmat);
    }

    static Seuraus historia(VtjHenkilo ennen, Tapahtumakentat kentat) {
        var poistettava = kotikunta(kentat, "poistettava");
        var lisattava = kotikunta(kentat, "lisattava");
        var edelliset = new ArrayList<>(ennen.edellisetKotikunnat());
        List<ObjectNode> ryhmat = new ArrayList<>();
        if (poistettava != null) {
            edelliset.remove(poistettava);
            ryhmat.add(Tietoryhma.edellinenKotikunta(lisattava == null ? POISTETTU : KORJATTAVA, poistettava));
        }
        if (lisattava != null) {
            edelliset.add(lisattava);
            edelliset.sort(Comparator.comparing(kunta -> Objects.toString(kunta.kuntaanMuuttopv(), "")));
            ryhmat.add(Tietoryhma.edellinenKotikunta(poistettava == null ? LISATTY : KORJATTU, lisattava));
        }
        if (ryhmat.isEmpty()) {
            throw new TapahtumaVirhe(
                    Syy.KOKONAISUUS, null, "Give at least one of the fields poistettava and lisattava.");
        }
        var nyt = ennen.toBuilder()
                .edellisetKotikunnat(edelliset.toArray(Kotikunta[]::new))
                .build();
        return new Seuraus(List.of(nyt), ryhmat);
    }

    private static Kotikunta kotikunta(Tapahtumakentat kentat, String kentta) {
        var kunta = kentat.osa(kentta, KENTAT);
        return kunta == null
                ? null
                : new Kotikunta(
                        kunta.vaadittuTeksti("kotikunta"),
                        kunta.vaadittuPv("kuntaanMuuttopv"),
                        kunta.pv("kunnastaPoisMuuttopv"));
    }
}

package io.opintosandbox.vtj;

import io.opintosandbox.id.Hetu;
import io.opintosandbox.vtj.NamePools.Katu;
import io.opintosandbox.vtj.NamePools.Kieli;
import io.opintosandbox.vtj.NamePools.Kunta;
import io.opintosandbox.vtj.Talous.Asukas;
import io.opintosandbox.vtj.Talous.Sukunimi;
import io.opintosandbox.vtj.VtjHenkilo.Huoltaja;
import io.opintosandbox.vtj.VtjHenkilo.Osoite;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes people out of the name pools. The order of the draws decides who comes out. Immutable and thread-safe. */
final class PersonGenerator {

    /** Nobody younger is dead: a course full of dead children helps nobody, and guardians live. */
    private static final int DECEASED_ARE_BORN_BEFORE = 1966;

    private static final LocalDate DEATHS_FROM = LocalDate.of(2000, 1, 1);
    private static final int DAYS_OF_DEATHS = (int) ChronoUnit.DAYS.between(DEATHS_FROM, LocalDate.of(2026, 1, 1));
    private static final int EMAIL_IF_BORN_BEFORE = 2012;

    private final NamePools pools;
    private final int[] kuntienPainot;
    private final int[] ruotsinkielistenPainot;

    PersonGenerator(NamePools pools) {
        this.pools = pools;
        kuntienPainot = pools.kunnat().stream().mapToInt(Kunta::asukkaita).toArray();
        ruotsinkielistenPainot = pools.kunnat().stream()
                .mapToInt(kunta -> kunta.asukkaita() * kunta.ruotsi() / 1000)
                .toArray();
    }

    /** A resident of the population. */
    VtjHenkilo person(Asutus asutus, int kerta, int asukas) {
        int talous = asutus.lohko().talous(asukas);
        Talous kotitalous = asutus.lohko().taloudet().get(talous);
        Asukas oma = asutus.lohko().asukas(asukas);
        Draw koti = asutus.koti(kerta, talous);
        Draw draw = asutus.oma(kerta, asukas);
        Hetu hetu = asutus.hetu(kerta, asukas);
        Kunta kunta = pools.kunnat().get(kotitalous.kunta());
        boolean turvakielto = koti.happens(10);
        int kansalaisuus = koti.below(100);
        Osoite osoite = address(koti, kunta, kotitalous.sukunimikielet().get(0) == NamePools.RUOTSI);
        List<String> etunimet = etunimet(asutus, kerta, asukas, oma);
        var builder = new VtjHenkiloBuilder()
                .hetu(hetu.value())
                .sukupuoli(hetu.sukupuoli())
                .aidinkieli(pools.kielet().get(oma.kieli()).koodi())
                .kansalaisuudet(kansalaisuudet(draw, pools.kielet().get(oma.kieli()), kansalaisuus))
                .etunimet(String.join(" ", etunimet))
                .kutsumanimi(etunimet.get(Math.min(oma.kutsumanimi(), etunimet.size() - 1)))
                .kotikunta(kunta.koodi())
                .turvakielto(turvakielto)
                .osoite(turvakielto ? null : osoite)
                .huoltajat(asutus.huoltajat(kerta, asukas).stream()
                        .map(Huoltaja::of)
                        .toArray(Huoltaja[]::new));
        sukunimet(builder, asutus, kerta, talous, oma);
        if (draw.happens(400) && oma.vuosi() < EMAIL_IF_BORN_BEFORE && !turvakielto) {
            var henkilo = builder.build();
            builder.sahkoposti(email(draw, henkilo.kutsumanimi(), henkilo.sukunimi()));
        }
        if (draw.happens(30) && oma.vuosi() < DECEASED_ARE_BORN_BEFORE) {
            builder.kuolinpaiva(DEATHS_FROM.plusDays(draw.below(DAYS_OF_DEATHS)).toString());
        }
        return builder.build();
    }

    /** A living person of that language with names, home and perhaps an e-mail address, and nothing out of the way. */
    void ordinary(VtjHenkiloBuilder builder, Draw draw, Hetu hetu, String kieli) {
        Kieli nimet = pools.kieli(kieli);
        int vuosi = hetu.syntymaaika().getYear();
        List<String> etunimet = firstNames(draw, nimet.etunimet(hetu.sukupuoli().equals("2"), vuosi));
        String kutsumanimi = draw.happens(750) ? etunimet.get(0) : draw.from(etunimet);
        String sukunimi = nimet.sukunimet().arvo(draw);
        boolean ruotsinkielinen = "sv".equals(kieli);
        Kunta kunta = pools.kunnat().get(draw.weighted(ruotsinkielinen ? ruotsinkielistenPainot : kuntienPainot));
        builder.hetu(hetu.value())
                .sukupuoli(hetu.sukupuoli())
                .aidinkieli(kieli)
                .etunimet(String.join(" ", etunimet))
                .kutsumanimi(kutsumanimi)
                .sukunimi(sukunimi)
                .kotikunta(kunta.koodi())
                .osoite(address(draw, kunta, ruotsinkielinen));
        if (draw.happens(400) && vuosi < EMAIL_IF_BORN_BEFORE) {
            builder.sahkoposti(email(draw, kutsumanimi, sukunimi));
        }
    }

    /** An address in that municipality; empty when the pools do not know it. */
    Optional<Osoite> addressIn(Draw draw, String kotikunta, String kieli) {
        return pools.kunnat().stream()
                .filter(kunta -> kunta.koodi().equals(kotikunta))
                .findFirst()
                .map(kunta -> address(draw, kunta, "sv".equals(kieli)));
    }

    private static List<String> etunimet(Asutus asutus, int kerta, int asukas, Asukas oma) {
        Nimisto nimisto = asutus.etunimisto(oma);
        List<String> etunimet = new ArrayList<>();
        for (int n = 0; n < oma.etunimia(); n++) {
            String nimi = nimisto.kierrossa(asutus.etunimenAlku(asukas, n, nimisto) + kerta);
            if (!etunimet.contains(nimi)) {
                etunimet.add(nimi);
            }
        }
        return etunimet;
    }

    private static void sukunimet(VtjHenkiloBuilder builder, Asutus asutus, int kerta, int talous, Asukas oma) {
        String ensimmainen = sukunimi(asutus, kerta, talous, 0);
        String toinen = sukunimi(asutus, kerta, talous, 1);
        boolean sama = toinen.equals(ensimmainen);
        if (oma.entinen() && !sama) {
            builder.entisetSukunimet(toinen);
        }
        boolean molemmat = oma.sukunimi() == Sukunimi.MOLEMMAT && !sama;
        builder.sukunimi(
                molemmat ? toinen + "-" + ensimmainen : oma.sukunimi() == Sukunimi.TOINEN ? toinen : ensimmainen);
    }

    private static String sukunimi(Asutus asutus, int kerta, int talous, int kumpi) {
        Nimisto nimisto = asutus.sukunimisto(asutus.lohko().taloudet().get(talous), kumpi);
        return nimisto.kierrossa(asutus.sukunimenAlku(talous, kumpi, nimisto) + kerta);
    }

    private static List<String> firstNames(Draw draw, Nimisto nimisto) {
        int dice = draw.below(100);
        int count = dice < 15 ? 1 : dice < 80 ? 2 : 3;
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = nimisto.arvo(draw);
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** A household of another language has come at one time, so all of it is as far with Finnish citizenship. */
    private static String[] kansalaisuudet(Draw draw, Kieli kieli, int kotona) {
        boolean ruotsi = draw.happens(8);
        if (kieli.kansalaisuus().equals("246")) {
            return ruotsi ? new String[] {"246", "752"} : new String[] {"246"};
        }
        if (kotona < 35) {
            return new String[] {"246"};
        }
        return kotona < 52 ? new String[] {"246", kieli.kansalaisuus()} : new String[] {kieli.kansalaisuus()};
    }

    private Osoite address(Draw draw, Kunta kunta, boolean ruotsinkielinen) {
        String number = " " + (1 + draw.below(80));
        if (draw.happens(550)) {
            number += " " + (char) ('A' + draw.below(5)) + " " + (1 + draw.below(60));
        }
        String postinumero = draw.from(kunta.postinumerot());
        String fi;
        String sv = null;
        if (ruotsinkielinen && kunta.namn() != null) {
            Katu katu = draw.from(pools.kaksikielisetKadut());
            fi = katu.fi() + number;
            sv = katu.sv() + number;
        } else {
            fi = draw.from(pools.kadut()) + number;
        }
        return new Osoite(fi, postinumero, kunta.postitoimipaikka(), sv, kunta.postort(), "Suomi", "Finland");
    }

    /** Domains that are reserved for examples, so that no mail ever reaches anybody. */
    private static String email(Draw draw, String kutsumanimi, String sukunimi) {
        String domain = draw.happens(500) ? "@example.com" : "@example.org";
        return ascii(kutsumanimi) + "." + ascii(sukunimi) + (1000 + draw.below(9000)) + domain;
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z-]", "");
    }
}

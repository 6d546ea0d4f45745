package io.opintosandbox.vtj;

import io.opintosandbox.id.Hetu;
import io.opintosandbox.vtj.NamePools.Katu;
import io.opintosandbox.vtj.NamePools.Kunta;
import io.opintosandbox.vtj.NamePools.Muunkieliset;
import io.opintosandbox.vtj.NamePools.Nimet;
import io.opintosandbox.vtj.VtjHenkilo.Osoite;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws a person to a hetu from the name pools. The order of the draws decides who comes out. Thread-safe. */
final class PersonGenerator {

    /** Nobody younger is dead: a course full of dead children helps nobody. */
    private static final LocalDate DECEASED_ARE_BORN_BEFORE = LocalDate.of(1966, 1, 1);

    private static final LocalDate DEATHS_FROM = LocalDate.of(2000, 1, 1);
    private static final int DAYS_OF_DEATHS = (int) ChronoUnit.DAYS.between(DEATHS_FROM, LocalDate.of(2026, 1, 1));
    private static final LocalDate EMAIL_IF_BORN_BEFORE = LocalDate.of(2012, 1, 1);
    private static final LocalDate MARRIED_IF_BORN_BEFORE = LocalDate.of(2000, 1, 1);

    private final NamePools pools;

    PersonGenerator(NamePools pools) {
        this.pools = pools;
    }

    /** Someone of the population: of any language, a few dead or with turvakielto. */
    VtjHenkilo person(Draw draw, Hetu hetu) {
        String kieli = "fi";
        var builder = new VtjHenkiloBuilder();
        int group = draw.below(1000);
        if (group < 52) {
            kieli = "sv";
            builder.kansalaisuudet("246");
        } else if (group < 125) {
            Muunkieliset muu = pools.muutPainolla().draw(draw);
            kieli = muu.kieli();
            builder.kansalaisuudet(foreign(draw, muu.kansalaisuus()));
        } else {
            builder.kansalaisuudet(draw.happens(8) ? new String[] {"246", "752"} : new String[] {"246"});
        }
        ordinary(builder, draw, hetu, kieli);
        formerSurname(builder, draw, hetu);
        if (draw.happens(10)) {
            builder.turvakielto(true).osoite(null).sahkoposti(null);
        }
        // 25 in a thousand of the two fifths who are old enough make one in a hundred of all.
        if (draw.happens(25) && hetu.syntymaaika().isBefore(DECEASED_ARE_BORN_BEFORE)) {
            builder.kuolinpaiva(DEATHS_FROM.plusDays(draw.below(DAYS_OF_DEATHS)).toString());
        }
        return builder.build();
    }

    /** A living person of that language with names, home and perhaps an e-mail address, and nothing out of the way. */
    void ordinary(VtjHenkiloBuilder builder, Draw draw, Hetu hetu, String kieli) {
        Nimet nimet = pools.nimet(kieli);
        List<String> etunimet = firstNames(draw, nimet.etunimet(hetu.sukupuoli()));
        String kutsumanimi = draw.happens(750) ? etunimet.get(0) : draw.from(etunimet);
        String sukunimi = draw.from(nimet.sukunimet());
        boolean ruotsinkielinen = "sv".equals(kieli);
        Kunta kunta = (ruotsinkielinen ? pools.kunnatRuotsinkielisille() : pools.kunnatPainolla()).draw(draw);
        builder.hetu(hetu.value())
                .sukupuoli(hetu.sukupuoli())
                .aidinkieli(kieli)
                .etunimet(String.join(" ", etunimet))
                .kutsumanimi(kutsumanimi)
                .sukunimi(sukunimi)
                .kotikunta(kunta.koodi())
                .osoite(address(draw, kunta, ruotsinkielinen));
        if (draw.happens(400) && hetu.syntymaaika().isBefore(EMAIL_IF_BORN_BEFORE)) {
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

    private static List<String> firstNames(Draw draw, List<String> pool) {
        int dice = draw.below(100);
        int count = Math.min(pool.size(), dice < 15 ? 1 : dice < 80 ? 2 : 3);
        List<String> names = new ArrayList<>(count);
        // A pool may repeat a name, so it need not hold as many different ones as are wanted.
        for (int tries = 0; names.size() < count && tries < 20; tries++) {
            String name = draw.from(pool);
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private void formerSurname(VtjHenkiloBuilder builder, Draw draw, Hetu hetu) {
        int permille = hetu.sukupuoli().equals("2") ? 200 : 30;
        if (!draw.happens(permille) || !hetu.syntymaaika().isBefore(MARRIED_IF_BORN_BEFORE)) {
            return;
        }
        VtjHenkilo henkilo = builder.build();
        String sukunimi = henkilo.sukunimi();
        String entinen = draw.from(pools.nimet(henkilo.aidinkieli()).sukunimet());
        if (entinen.equals(sukunimi)) {
            return;
        }
        builder.entisetSukunimet(entinen);
        if (draw.happens(150) && !sukunimi.contains("-") && !entinen.contains("-")) {
            builder.sukunimi(entinen + "-" + sukunimi);
        }
    }

    private static String[] foreign(Draw draw, String own) {
        int dice = draw.below(100);
        if (dice < 40) {
            return new String[] {"246"};
        }
        return dice < 60 ? new String[] {"246", own} : new String[] {own};
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
        return new Osoite(fi, postinumero, kunta.nimi(), sv, kunta.namn(), "Suomi", "Finland");
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

package io.opintosandbox.registry.muutostiedot;

import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.Kutsumanimi;
import io.opintosandbox.registry.henkilo.VtjKoodit;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The groups about the person itself: names, birth, death, language, nationality. Contract: registry-behaviour.md 20. */
final class Henkiloryhmat {
    private static final String TUNTEMATON_KIELI = "99";
    private static final String TUNTEMATON_MAA = "998";

    private final Koodisto koodisto;

    Henkiloryhmat(Koodisto koodisto) {
        this.koodisto = koodisto;
    }

    void sovella(Luonnos luonnos, List<Tietoryhma> ryhmat, LocalDate today) {
        for (var ryhma : ryhmat) {
            switch (ryhma.laji()) {
                case "HENKILON_NIMI" -> nimi(luonnos, ryhma, today);
                case "SYNTYMAPAIVA" -> luonnos.syntymaaika = orElse(ryhma.paiva("syntymapv"), luonnos.syntymaaika);
                case "SUKUPUOLI" -> luonnos.sukupuoli = sukupuoli(ryhma);
                case "KUOLINPAIVA" -> kuolema(luonnos, ryhma, today);
                case "KANSALAISUUS" -> luonnos.kansalaisuudet = kansalaisuudet(ryhma);
                case "AIDINKIELI" -> aidinkieli(luonnos, ryhma, today);
                case "TURVAKIELTO" -> luonnos.turvakielto = ryhma.totuus("turvakieltoAktiivinen");
                default -> {
                    // other groups are somebody else's business, or nobody's
                }
            }
        }
        // After the etunimet, whichever of the two groups comes first in the message.
        ryhmat.stream()
                .filter(ryhma -> ryhma.laji().equals("KUTSUMANIMI"))
                .forEach(ryhma -> kutsumanimi(luonnos, ryhma, today));
    }

    private static void nimi(Luonnos luonnos, Tietoryhma ryhma, LocalDate today) {
        if (!ryhma.onTietopaivitys(today)) {
            return;
        }
        luonnos.etunimet = orElse(ryhma.teksti("etunimi"), luonnos.etunimet);
        luonnos.sukunimi = orElse(ryhma.teksti("sukunimi"), luonnos.sukunimi);
        if (!Kutsumanimi.isPartOf(luonnos.kutsumanimi, luonnos.etunimet)) {
            luonnos.kutsumanimi = luonnos.etunimet;
        }
    }

    private static void kutsumanimi(Luonnos luonnos, Tietoryhma ryhma, LocalDate today) {
        var nimi = ryhma.teksti("nimi");
        if (nimi != null && ryhma.onTietopaivitys(today) && "NYKYINEN_KUTSUMANIMI".equals(ryhma.teksti("nimilaji"))) {
            luonnos.kutsumanimi = Kutsumanimi.isPartOf(nimi, luonnos.etunimet) ? nimi : luonnos.etunimet;
        }
    }

    private static String sukupuoli(Tietoryhma ryhma) {
        return switch (ryhma.vaadittu("sukupuoli")) {
            case "MIES" -> "1";
            case "NAINEN" -> "2";
            // The published service knows no third value and stops at it.
            default -> throw new MuutostietoVirhe("SUKUPUOLI is " + ryhma.teksti("sukupuoli"));
        };
    }

    /** Odd on purpose: a death cannot be taken back, and it makes no difference whether it was added or removed. */
    private static void kuolema(Luonnos luonnos, Tietoryhma ryhma, LocalDate today) {
        if (ryhma.totuus("kuollut")) {
            luonnos.kuolinpaiva = orElse(ryhma.paiva("kuolinpv"), today);
        }
    }

    private List<String> kansalaisuudet(Tietoryhma ryhma) {
        Set<String> codes = new LinkedHashSet<>();
        ryhma.koodit("henkilonKansalaisuudet").stream()
                .map(VtjKoodit::maa)
                .map(koodi -> koodisto.has("maatjavaltiot2", koodi) ? koodi : TUNTEMATON_MAA)
                .forEach(codes::add);
        return List.copyOf(codes);
    }

    private void aidinkieli(Luonnos luonnos, Tietoryhma ryhma, LocalDate today) {
        var koodi = ryhma.teksti("kielikoodi");
        if (koodi == null || !ryhma.onTietopaivitys(today)) {
            return;
        }
        if (koodi.equals("iw")) {
            luonnos.aidinkieli = "he";
        } else if (!koodisto.has("kieli", koodi.toUpperCase(Locale.ROOT))) {
            luonnos.aidinkieli = TUNTEMATON_KIELI;
        } else if (koodi.equals(koodi.toLowerCase(Locale.ROOT))) {
            luonnos.aidinkieli = koodi;
        } else {
            // Odd on purpose: a code that is known is looked for as it stands, and then not found.
            throw new MuutostietoVirhe("AIDINKIELI " + koodi + " is not written in lower case");
        }
    }

    private static <T> T orElse(T told, T otherwise) {
        return told == null ? otherwise : told;
    }
}

package io.opintosandbox.registry.muutostiedot;

import static io.opintosandbox.registry.henkilo.VtjYhteystiedot.KATUOSOITE;
import static io.opintosandbox.registry.henkilo.VtjYhteystiedot.KAUPUNKI;
import static io.opintosandbox.registry.henkilo.VtjYhteystiedot.KUNTA;
import static io.opintosandbox.registry.henkilo.VtjYhteystiedot.MAA;
import static io.opintosandbox.registry.henkilo.VtjYhteystiedot.POSTINUMERO;
import static io.opintosandbox.registry.henkilo.VtjYhteystiedot.SAHKOPOSTI;

import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.Sahkoposti;
import io.opintosandbox.registry.henkilo.VtjYhteystiedot;
import io.opintosandbox.registry.henkilo.VtjYhteystiedot.Ryhma;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The groups of addresses, which become VTJ's contact groups. Contract: registry-behaviour.md 20. */
final class Osoiteryhmat {
    private static final String MUU_MAA = "998";

    private final Koodisto koodisto;

    Osoiteryhmat(Koodisto koodisto) {
        this.koodisto = koodisto;
    }

    /** A kind of address: VTJ's group, and the kind of contact group that it becomes. */
    private enum Laji {
        VAKINAINEN_KOTIMAINEN_OSOITE(VtjYhteystiedot.KOTIMAINEN_OSOITE),
        VAKINAINEN_ULKOMAINEN_OSOITE(VtjYhteystiedot.ULKOMAINEN_OSOITE),
        SAHKOPOSTIOSOITE(VtjYhteystiedot.SAHKOPOSTIOSOITE),
        TILAPAINEN_KOTIMAINEN_OSOITE("yhteystietotyyppi9"),
        TILAPAINEN_ULKOMAINEN_OSOITE("yhteystietotyyppi10"),
        KOTIMAINEN_POSTIOSOITE("yhteystietotyyppi11");

        private final String kuvaus;

        Laji(String kuvaus) {
            this.kuvaus = kuvaus;
        }
    }

    void sovella(Luonnos luonnos, List<Tietoryhma> ryhmat, LocalDate today) {
        var ruotsiksi = ruotsiksi(luonnos, ryhmat);
        for (var laji : Laji.values()) {
            ryhmat.stream()
                    .filter(ryhma -> ryhma.laji().equals(laji.name()))
                    .forEach(ryhma -> sovella(luonnos, laji, ryhma, ruotsiksi, today));
        }
    }

    private void sovella(Luonnos luonnos, Laji laji, Tietoryhma ryhma, boolean ruotsiksi, LocalDate today) {
        if (ryhma.has("turvakiellonAlaisetKentat")) {
            // What is protected is taken away, also from somebody who has no turvakielto.
            if (!ryhma.perustieto()) {
                luonnos.poistaRyhma(laji.kuvaus);
            }
        } else if (ryhma.onTietopaivitys(today)) {
            var arvot = arvot(laji, ryhma, ruotsiksi);
            if (arvot.isEmpty()) {
                luonnos.poistaRyhma(laji.kuvaus);
            } else {
                luonnos.korvaaRyhma(new Ryhma(laji.kuvaus, arvot));
            }
        }
    }

    private Map<String, String> arvot(Laji laji, Tietoryhma ryhma, boolean ruotsiksi) {
        return switch (laji) {
            case SAHKOPOSTIOSOITE -> sahkoposti(ryhma);
            case VAKINAINEN_ULKOMAINEN_OSOITE, TILAPAINEN_ULKOMAINEN_OSOITE -> ulkomainen(ryhma, ruotsiksi);
            case KOTIMAINEN_POSTIOSOITE -> kotimainen(ryhma, ryhma.teksti("postiosoite", ruotsiksi), ruotsiksi);
            default -> kotimainen(ryhma, katuosoite(ryhma, ruotsiksi), ruotsiksi);
        };
    }

    private static Map<String, String> sahkoposti(Tietoryhma ryhma) {
        var osoite = ryhma.teksti("sahkopostiosoite");
        return osoite != null && Sahkoposti.isStrict(osoite) ? Map.of(SAHKOPOSTI, osoite) : Map.of();
    }

    private static Map<String, String> kotimainen(Tietoryhma ryhma, String katuosoite, boolean ruotsiksi) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, KATUOSOITE, katuosoite);
        put(values, POSTINUMERO, ryhma.teksti("postinumero"));
        put(values, KAUPUNKI, ryhma.teksti("postitoimipaikka", ruotsiksi));
        if (!values.isEmpty()) {
            put(values, MAA, ruotsiksi ? "Finland" : "Suomi");
        }
        return values;
    }

    /** Street, number, stair letter, apartment without leading zeros, and the letter that divides it. */
    private static String katuosoite(Tietoryhma ryhma, boolean ruotsiksi) {
        var huoneisto = text(ryhma, "huoneistonumero").replaceFirst("^0+", "") + text(ryhma, "jakokirjain");
        return Stream.of(
                        ryhma.teksti("katunimi", ruotsiksi),
                        text(ryhma, "katunumero"),
                        text(ryhma, "huoneistokirjain"),
                        huoneisto)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private Map<String, String> ulkomainen(Tietoryhma ryhma, boolean ruotsiksi) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, KATUOSOITE, ryhma.teksti("lahiosoite"));
        put(values, KUNTA, ryhma.teksti("paikkakunta"));
        if (!values.isEmpty() || ryhma.has("valtiokoodi")) {
            // Odd on purpose: a country that is not known is an empty text, not a missing one.
            values.put(MAA, maa(ryhma, ruotsiksi));
        }
        return values;
    }

    private String maa(Tietoryhma ryhma, boolean ruotsiksi) {
        var koodi = text(ryhma, "valtiokoodi");
        if (koodi.equals(MUU_MAA)) {
            return text(ryhma, "valtionimi");
        }
        return koodisto.koodi("maatjavaltiot2", koodi)
                .map(maa -> ruotsiksi && maa.sv() != null ? maa.sv() : maa.fi())
                .orElse("");
    }

    /** Whether the person's addresses are written in Swedish. */
    private static boolean ruotsiksi(Luonnos luonnos, List<Tietoryhma> ryhmat) {
        var henkilo = luonnos.henkilo();
        var kieli = henkilo.asiointikieli() != null ? henkilo.asiointikieli() : henkilo.aidinkieli();
        return kieli != null
                ? kieli.equals("sv")
                : ryhmat.stream()
                        .anyMatch(
                                ryhma -> ryhma.laji().equals("AIDINKIELI") && "swe".equals(ryhma.teksti("kielikoodi")));
    }

    private static String text(Tietoryhma ryhma, String field) {
        var text = ryhma.teksti(field);
        return text == null ? "" : text;
    }

    private static void put(Map<String, String> values, String type, String value) {
        if (value != null && !value.isEmpty()) {
            values.put(type, value);
        }
    }
}

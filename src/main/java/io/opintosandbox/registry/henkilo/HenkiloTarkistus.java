package io.opintosandbox.registry.henkilo;

import io.opintosandbox.http.Problem;
import io.opintosandbox.http.Problem.FieldError;
import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Yhteystietoryhma;
import io.opintosandbox.registry.henkilo.dto.KansalaisuusDto;
import io.opintosandbox.registry.henkilo.dto.YhteystiedotRyhmaDto;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What creation and update check after the body, in the contract's order; everything that is wrong is told at once.
 * Contract: registry-api.md 6.2.
 */
public final class HenkiloTarkistus {
    private final Henkilot henkilot;
    private final Koodisto koodisto;

    public HenkiloTarkistus(Henkilot henkilot, Koodisto koodisto) {
        this.henkilot = henkilot;
        this.koodisto = koodisto;
    }

    /** Errors: 400 A+E with every rule that the newcomer breaks. */
    public void tarkista(UusiHenkilo uusi) {
        List<FieldError> errors = new ArrayList<>();
        tarkistaTila(uusi, errors);
        tarkistaHetu(uusi.hetu(), errors);
        tarkistaKutsumanimi(uusi.kutsumanimi(), uusi.etunimet(), errors);
        tarkistaKoodit(
                new Koodit(
                        uusi.sukupuoli(),
                        uusi.kotikunta(),
                        uusi.aidinkieli(),
                        uusi.kansalaisuudet(),
                        uusi.yhteystietoryhmat()),
                HenkiloTarkistus::newKansalaisuus,
                errors);
        throwIfAny("henkiloCreate", errors);
    }

    /** Errors: 400 A+E with every rule that the change of a person breaks. */
    void tarkista(HenkiloMuutos muutos, Henkilo henkilo) {
        List<FieldError> errors = new ArrayList<>();
        if (muutos.hetu() != null && !Objects.equals(emptyToNull(muutos.hetu()), henkilo.hetu())) {
            if (henkilo.yksiloityVtj()) {
                errors.add(error("hetu", "socialsecuritynr.already.set", muutos.hetu()));
            }
            tarkistaHetu(emptyToNull(muutos.hetu()), errors);
        }
        if (muutos.etunimet() != null || muutos.kutsumanimi() != null) {
            tarkistaKutsumanimi(
                    muutos.kutsumanimi() == null ? henkilo.kutsumanimi() : muutos.kutsumanimi(),
                    muutos.etunimet() == null ? henkilo.etunimet() : muutos.etunimet(),
                    errors);
        }
        tarkistaKoodit(
                new Koodit(
                        muutos.sukupuoli(),
                        muutos.kotikunta(),
                        muutos.aidinkieli(),
                        muutos.kansalaisuudet() == null ? List.of() : muutos.kansalaisuudet(),
                        muutos.yhteystietoryhmat() == null ? List.of() : muutos.yhteystietoryhmat()),
                KansalaisuusDto::new,
                errors);
        throwIfAny("henkiloUpdateDto", errors);
    }

    private static void tarkistaTila(UusiHenkilo uusi, List<FieldError> errors) {
        var tila = uusi.tila();
        if (uusi.eidasTunniste() != null || tila.yksiloityEidas()) {
            if (uusi.hetu() != null) {
                errors.add(new FieldError(
                        "eidas.and.hetu.not.allowed",
                        null,
                        "Henkilöllä on hetu, eIDAS-yksilöintiä ei voida tehdä",
                        "hetu",
                        uusi.hetu()));
            }
            if (tila.duplikaatti()) {
                errors.add(new FieldError(
                        "eidas.and.duplicate.not.allowed",
                        null,
                        "Henkilö on duplikaatti, eIDAS-yksilöintiä ei voida tehdä",
                        "duplicate",
                        true));
            }
        }
        if (tila.yksiloity()) {
            if (uusi.hetu() != null) {
                errors.add(yksiloity("hetu", "Henkilöllä on hetu, yksilöintiä ei voida tehdä"));
            }
            if (uusi.eidasTunniste() != null || tila.yksiloityEidas()) {
                errors.add(yksiloity("eidas", "Henkilöllä on eidas-tunniste, yksilöintiä ei voida tehdä"));
            }
            if (tila.duplikaatti()) {
                errors.add(yksiloity("duplicate", "Henkilö on duplikaatti, yksilöintiä ei voida tehdä"));
            }
        }
    }

    private static FieldError yksiloity(String and, String message) {
        return new FieldError("yksiloity.and." + and + ".not.allowed", null, message, "yksiloity", true);
    }

    private void tarkistaHetu(String hetu, List<FieldError> errors) {
        if (hetu == null) {
            return;
        }
        // Told twice when both hold, as in the published service.
        if (henkilot.byHetu(hetu).isPresent()) {
            errors.add(error("hetu", "socialsecuritynr.already.exists", hetu));
        }
        if (henkilot.isOfficialHetu(hetu)) {
            errors.add(error("hetu", "socialsecuritynr.already.exists", hetu));
        }
    }

    private static void tarkistaKutsumanimi(String kutsumanimi, String etunimet, List<FieldError> errors) {
        if (kutsumanimi.isEmpty() || !Kutsumanimi.isPartOf(kutsumanimi, etunimet)) {
            errors.add(new FieldError(
                    "kutsumanimi.must.exist.in.etunimet",
                    List.of(kutsumanimi, etunimet),
                    "Kutsumanimen on oltava osa etunimeä",
                    "kutsumanimi",
                    kutsumanimi));
        }
    }

    private record Koodit(
            String sukupuoli,
            String kotikunta,
            String aidinkieli,
            List<String> kansalaisuudet,
            List<Yhteystietoryhma> ryhmat) {}

    private void tarkistaKoodit(Koodit koodit, Function<String, Object> kansalaisuusRejected, List<FieldError> errors) {
        tarkistaKoodi("sukupuoli", "sukupuoli", koodit.sukupuoli(), koodit.sukupuoli(), "invalid.sukupuoli", errors);
        tarkistaKoodi("kotikunta", "kunta", koodit.kotikunta(), koodit.kotikunta(), "invalid.kotikunta", errors);
        var kieli = koodit.aidinkieli();
        // Compared with the lower-cased codes: one in upper case is unknown.
        var kieliArvo =
                kieli == null || !kieli.equals(kieli.toLowerCase(Locale.ROOT)) ? kieli : kieli.toUpperCase(Locale.ROOT);
        var mixed = kieli != null && !kieli.equals(kieli.toLowerCase(Locale.ROOT));
        tarkistaKoodi("aidinkieli.kieliKoodi", "kieli", mixed ? "" : kieliArvo, kieli, "invalid.aidinkieli", errors);
        tarkistaKooditKaikki(
                "kansalaisuus",
                "maatjavaltiot2",
                koodit.kansalaisuudet(),
                koodit.kansalaisuudet().stream().map(kansalaisuusRejected).toList(),
                "invalid.kansalaisuusKoodi",
                errors);
        var ryhmat = koodit.ryhmat().stream().map(YhteystiedotRyhmaDto::of).toList();
        tarkistaKooditKaikki(
                "yhteystiedotRyhma",
                "yhteystietotyypit",
                koodit.ryhmat().stream()
                        .map(Yhteystietoryhma::kuvaus)
                        .filter(Objects::nonNull)
                        .toList(),
                ryhmat,
                "invalid.ryhmaKuvaus",
                errors);
        tarkistaKooditKaikki(
                "yhteystiedotRyhma",
                "yhteystietojenalkupera",
                koodit.ryhmat().stream()
                        .map(Yhteystietoryhma::alkupera)
                        .filter(Objects::nonNull)
                        .toList(),
                ryhmat,
                "invalid.ryhmaAlkuperaTieto",
                errors);
    }

    private void tarkistaKoodi(
            String field, String set, String stored, String given, String code, List<FieldError> errors) {
        if (given != null && !koodisto.has(set, stored)) {
            errors.add(new FieldError(
                    code, List.of(given), "Tuntematon koodiston '" + set + "' koodi " + given, field, given));
        }
    }

    private void tarkistaKooditKaikki(
            String field, String set, Collection<String> codes, Object rejected, String code, List<FieldError> errors) {
        var unknown = codes.stream()
                .filter(koodi -> !koodisto.has(set, koodi))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            errors.add(new FieldError(
                    code,
                    List.of(unknown),
                    "Tuntematon koodiston '" + set + "' koodit [" + String.join(", ", unknown) + "]",
                    field,
                    rejected));
        }
    }

    /** A code that is not stored yet, as the published service shows one. */
    private static Map<String, Object> newKansalaisuus(String koodi) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("kansalaisuusKoodi", koodi);
        shown.put("id", null);
        shown.put("new", true);
        shown.put("version", null);
        return shown;
    }

    private static FieldError error(String field, String code, Object rejected) {
        return new FieldError(code, null, null, field, rejected);
    }

    private static void throwIfAny(String object, List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(object, errors);
        }
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}

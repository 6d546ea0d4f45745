package io.opintosandbox.registry.oppija;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.opintosandbox.http.BodyRules;
import io.opintosandbox.registry.henkilo.Sahkoposti;
import io.opintosandbox.registry.henkilo.dto.Fields;
import io.opintosandbox.registry.tuonti.TuontiRivi;
import java.time.LocalDate;
import java.util.List;

/** An import of the wide API. Contract: registry-api.md 5.1. */
public record OppijaTuontiCreateDto(String sahkoposti, List<Rivi> henkilot) implements BodyRules.Checked {
    private static final String NO_KEY = "Ainakin yksi kentistä oid/hetu/passinumero/sahkoposti on annettava";

    /** A row; {@code tunniste} is the sender's own key, if there is one. */
    public record Rivi(String tunniste, Rivihenkilo henkilo) {

        TuontiRivi rivi() {
            return new TuontiRivi(
                    tunniste,
                    henkilo.oid(),
                    henkilo.hetu(),
                    henkilo.passinumero(),
                    henkilo.sahkoposti(),
                    henkilo.etunimet(),
                    henkilo.kutsumanimi(),
                    henkilo.sukunimi(),
                    henkilo.syntymaaika(),
                    Koodi.arvo(henkilo.sukupuoli()),
                    Koodi.arvo(henkilo.aidinkieli()),
                    henkilo.kansalaisuus().stream().map(Koodi::koodi).distinct().toList());
        }
    }

    /** A code. */
    public record Koodi(String koodi) {

        static Koodi of(String koodi) {
            return koodi == null ? null : new Koodi(koodi);
        }

        static String arvo(Koodi koodi) {
            return koodi == null ? null : koodi.koodi();
        }
    }

    /** The person on a row; what is absent is left out when the row is shown again. Keys in declared order. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rivihenkilo(
            String oid,
            String hetu,
            String passinumero,
            String sahkoposti,
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            LocalDate syntymaaika,
            Koodi sukupuoli,
            Koodi aidinkieli,
            List<Koodi> kansalaisuus) {

        private void check(BodyRules rules, String path) {
            rules.require(
                    oid != null || hetu != null || passinumero != null || sahkoposti != null,
                    "ValidateAtLeastOneNotNull",
                    path,
                    "[…]",
                    NO_KEY);
            Fields.notTooShort(rules, path + ".oid", oid);
            Fields.hetuOrNone(rules, path + ".hetu", hetu);
            Fields.notTooShort(rules, path + ".passinumero", passinumero);
            checkSahkoposti(rules, path + ".sahkoposti", sahkoposti);
            Fields.notEmpty(rules, path + ".etunimet", etunimet);
            Fields.notEmpty(rules, path + ".kutsumanimi", kutsumanimi);
            Fields.notEmpty(rules, path + ".sukunimi", sukunimi);
            if (sukupuoli != null) {
                checkKoodi(rules, path + ".sukupuoli", sukupuoli);
            }
            if (aidinkieli != null) {
                checkKoodi(rules, path + ".aidinkieli", aidinkieli);
            }
            rules.require(
                    kansalaisuus != null && !kansalaisuus.isEmpty(),
                    "NotEmpty",
                    path + ".kansalaisuus",
                    kansalaisuus,
                    "must not be empty");
            for (int i = 0; kansalaisuus != null && i < kansalaisuus.size(); i++) {
                checkKoodi(rules, path + ".kansalaisuus[" + i + "]", kansalaisuus.get(i));
            }
        }
    }

    @Override
    public void check(BodyRules rules) {
        checkSahkoposti(rules, "sahkoposti", sahkoposti);
        rules.require(henkilot != null && !henkilot.isEmpty(), "NotEmpty", "henkilot", henkilot, "must not be empty");
        for (int i = 0; henkilot != null && i < henkilot.size(); i++) {
            var path = "henkilot[" + i + "].henkilo";
            var henkilo = henkilot.get(i) == null ? null : henkilot.get(i).henkilo();
            rules.require(henkilo != null, "NotNull", path, null, "must not be null");
            if (henkilo != null) {
                henkilo.check(rules, path);
            }
        }
    }

    List<TuontiRivi> rivit() {
        return henkilot.stream().map(Rivi::rivi).toList();
    }

    private static void checkKoodi(BodyRules rules, String path, Koodi koodi) {
        rules.require(Koodi.arvo(koodi) != null, "NotNull", path + ".koodi", null, "must not be null");
    }

    private static void checkSahkoposti(BodyRules rules, String field, String sahkoposti) {
        Fields.notTooShort(rules, field, sahkoposti);
        rules.require(
                sahkoposti == null || sahkoposti.isEmpty() || Sahkoposti.isWellFormed(sahkoposti),
                "Email",
                field,
                sahkoposti,
                "must be a well-formed email address");
    }
}

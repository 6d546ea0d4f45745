package io.opintosandbox.registry.oppija;

import io.opintosandbox.http.Problem;
import io.opintosandbox.http.Problem.FieldError;
import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.oppija.OppijaTuontiCreateDto.Koodi;
import io.opintosandbox.registry.oppija.OppijaTuontiCreateDto.Rivihenkilo;
import java.util.ArrayList;
import java.util.List;

/** What an import of the wide API is checked for after its body, row by row. Contract: registry-api.md 6.1 and 6.2. */
final class OppijaTuontiTarkistus {
    private static final String FINLAND = "246";

    private final Koodisto koodisto;

    OppijaTuontiTarkistus(Koodisto koodisto) {
        this.koodisto = koodisto;
    }

    /** Errors: 400 A+E with every rule that any row breaks. */
    void tarkista(OppijaTuontiCreateDto tuonti) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < tuonti.henkilot().size(); i++) {
            tarkista(tuonti.henkilot().get(i).henkilo(), "henkilot[" + i + "].henkilo.", errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable("oppijaTuontiCreateDto", errors);
        }
    }

    private void tarkista(Rivihenkilo henkilo, String prefix, List<FieldError> errors) {
        tarkistaKoodi("sukupuoli", prefix + "sukupuoli", henkilo.sukupuoli(), "invalid.sukupuoli", errors);
        // Compared as the code set spells it, in upper case: the other APIs want it in lower case.
        tarkistaKoodi("kieli", prefix + "aidinkieli", henkilo.aidinkieli(), "invalid.aidinkieli", errors);
        var koodit =
                henkilo.kansalaisuus().stream().map(Koodi::koodi).distinct().toList();
        var unknown = koodit.stream()
                .filter(koodi -> !koodisto.has("maatjavaltiot2", koodi))
                .toList();
        if (!unknown.isEmpty()) {
            errors.add(new FieldError(
                    "invalid.kansalaisuus",
                    List.of(unknown),
                    "Tuntematon koodiston 'maatjavaltiot2' koodit [" + String.join(", ", unknown) + "]",
                    prefix + "kansalaisuus",
                    henkilo.kansalaisuus()));
        }
        if (koodit.contains(FINLAND)
                && (henkilo.hetu() == null || henkilo.hetu().isEmpty())) {
            errors.add(new FieldError("hetu.required.for.finnish", null, null, prefix + "hetu", henkilo.hetu()));
        }
    }

    private void tarkistaKoodi(String set, String field, Koodi koodi, String code, List<FieldError> errors) {
        if (koodi != null && !koodisto.has(set, koodi.koodi())) {
            errors.add(new FieldError(
                    code,
                    List.of(koodi.koodi()),
                    "Tuntematon koodiston '" + set + "' koodi " + koodi.koodi(),
                    field,
                    koodi));
        }
    }
}

package io.opintosandbox.registry.henkilo.dto;

import io.opintosandbox.http.BodyRules;
import java.util.List;
import java.util.Objects;

/** A citizenship by its code in maatjavaltiot2. Contract: registry-api.md 5. */
public record KansalaisuusDto(String kansalaisuusKoodi) {

    /** As results list them. */
    public static List<KansalaisuusDto> of(List<String> koodit) {
        return koodit.stream().map(KansalaisuusDto::new).toList();
    }

    /** The codes of a list that may be absent. */
    static List<String> koodit(List<KansalaisuusDto> kansalaisuus) {
        return kansalaisuus == null
                ? List.of()
                : kansalaisuus.stream()
                        .filter(Objects::nonNull)
                        .map(KansalaisuusDto::kansalaisuusKoodi)
                        .distinct()
                        .toList();
    }

    static void check(BodyRules rules, List<KansalaisuusDto> kansalaisuus) {
        for (int i = 0; kansalaisuus != null && i < kansalaisuus.size(); i++) {
            if (kansalaisuus.get(i) == null) {
                continue;
            }
            var koodi = kansalaisuus.get(i).kansalaisuusKoodi();
            rules.require(
                    koodi != null && !koodi.isEmpty(),
                    "NotEmpty",
                    "kansalaisuus[" + i + "].kansalaisuusKoodi",
                    koodi,
                    "must not be empty");
        }
    }
}

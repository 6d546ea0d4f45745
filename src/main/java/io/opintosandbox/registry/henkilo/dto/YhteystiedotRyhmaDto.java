package io.opintosandbox.registry.henkilo.dto;

import io.opintosandbox.http.BodyRules;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Yhteystieto;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Yhteystietoryhma;
import io.opintosandbox.registry.henkilo.Sahkoposti;
import java.util.List;
import java.util.Objects;

/** A contact group, in both directions. Contract: registry-api.md 5.3. */
public record YhteystiedotRyhmaDto(
        Long id, String ryhmaKuvaus, String ryhmaAlkuperaTieto, boolean readOnly, List<YhteystietoDto> yhteystieto) {

    /** What a contact value may be. */
    public enum Tyyppi {
        YHTEYSTIETO_SAHKOPOSTI,
        YHTEYSTIETO_PUHELINNUMERO,
        YHTEYSTIETO_MATKAPUHELINNUMERO,
        YHTEYSTIETO_KATUOSOITE,
        YHTEYSTIETO_KUNTA,
        YHTEYSTIETO_POSTINUMERO,
        YHTEYSTIETO_KAUPUNKI,
        YHTEYSTIETO_MAA
    }

    /** One value. */
    public record YhteystietoDto(Tyyppi yhteystietoTyyppi, String yhteystietoArvo) {}

    /** As results show a group. */
    public static YhteystiedotRyhmaDto of(Yhteystietoryhma ryhma) {
        return new YhteystiedotRyhmaDto(
                ryhma.id(),
                ryhma.kuvaus(),
                ryhma.alkupera(),
                ryhma.readOnly(),
                ryhma.yhteystiedot().stream()
                        .map(tieto -> new YhteystietoDto(Tyyppi.valueOf(tieto.tyyppi()), tieto.arvo()))
                        .toList());
    }

    /** As results list a person's groups. */
    public static List<YhteystiedotRyhmaDto> of(List<Yhteystietoryhma> ryhmat) {
        return ryhmat.stream().map(YhteystiedotRyhmaDto::of).toList();
    }

    /** The groups of a request; none when the list is absent. */
    static List<Yhteystietoryhma> ryhmat(List<YhteystiedotRyhmaDto> ryhmat) {
        return ryhmat == null
                ? List.of()
                : ryhmat.stream()
                        .filter(Objects::nonNull)
                        .map(YhteystiedotRyhmaDto::ryhma)
                        .toList();
    }

    private Yhteystietoryhma ryhma() {
        var values = yhteystieto == null ? List.<YhteystietoDto>of() : yhteystieto;
        return new Yhteystietoryhma(
                id,
                ryhmaKuvaus,
                ryhmaAlkuperaTieto,
                readOnly,
                values.stream()
                        .filter(Objects::nonNull)
                        .map(tieto -> new Yhteystieto(tieto.yhteystietoTyyppi().name(), tieto.yhteystietoArvo()))
                        .toList());
    }

    static void check(BodyRules rules, List<YhteystiedotRyhmaDto> ryhmat) {
        for (int i = 0; ryhmat != null && i < ryhmat.size(); i++) {
            var ryhma = ryhmat.get(i);
            var path = "yhteystiedotRyhma[" + i + "]";
            if (ryhma == null) {
                continue;
            }
            rules.require(
                    ryhma.ryhmaAlkuperaTieto() != null,
                    "NotNull",
                    path + ".ryhmaAlkuperaTieto",
                    null,
                    "must not be null");
            for (int j = 0;
                    ryhma.yhteystieto() != null && j < ryhma.yhteystieto().size();
                    j++) {
                check(
                        rules,
                        path + ".yhteystieto[" + j + "]",
                        ryhma.yhteystieto().get(j));
            }
        }
    }

    private static void check(BodyRules rules, String path, YhteystietoDto tieto) {
        if (tieto == null) {
            return;
        }
        rules.require(
                tieto.yhteystietoTyyppi() != null, "NotNull", path + ".yhteystietoTyyppi", null, "must not be null");
        var arvo = tieto.yhteystietoArvo();
        rules.require(
                tieto.yhteystietoTyyppi() != Tyyppi.YHTEYSTIETO_SAHKOPOSTI
                        || arvo == null
                        || arvo.isEmpty()
                        || Sahkoposti.isStrict(arvo),
                "AssertTrue",
                path + ".yhteystietoArvoOk",
                false,
                "Invalid address data");
    }
}

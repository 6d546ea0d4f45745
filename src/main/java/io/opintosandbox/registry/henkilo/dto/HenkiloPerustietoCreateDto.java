package io.opintosandbox.registry.henkilo.dto;

import io.opintosandbox.http.BodyRules;
import io.opintosandbox.http.Parameters;
import io.opintosandbox.registry.henkilo.UusiHenkilo;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A person to find or else to create. Contract: registry-api.md 5.1.
 *
 * @param modified read, because what is no time there makes the body unreadable, but not used
 */
public record HenkiloPerustietoCreateDto(
        String oidHenkilo,
        List<IdentificationDto> identifications,
        String hetu,
        String eidasTunniste,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        LocalDate syntymaaika,
        boolean turvakielto,
        KielisyysDto aidinkieli,
        KielisyysDto asiointiKieli,
        List<KansalaisuusDto> kansalaisuus,
        String sukupuoli,
        Object modified)
        implements BodyRules.Checked {

    public HenkiloPerustietoCreateDto {
        if (!isTime(modified)) {
            throw new IllegalArgumentException("modified is no time");
        }
    }

    private static boolean isTime(Object value) {
        return value == null
                || value instanceof Number
                || (value instanceof String text
                        && (text.isBlank() || Parameters.timeIfAny(text).isPresent()));
    }

    @Override
    public void check(BodyRules rules) {
        Fields.notTooShort(rules, "oidHenkilo", oidHenkilo);
        for (int i = 0; identifications != null && i < identifications.size(); i++) {
            if (identifications.get(i) != null) {
                identifications.get(i).check(rules, "identifications[" + i + "].");
            }
        }
        Fields.hetuOrNone(rules, "hetu", hetu);
        name(rules, "etunimet", etunimet);
        name(rules, "kutsumanimi", kutsumanimi);
        name(rules, "sukunimi", sukunimi);
        KielisyysDto.check(rules, "aidinkieli", aidinkieli);
        KielisyysDto.checkAsiointikieli(rules, asiointiKieli);
        KansalaisuusDto.check(rules, kansalaisuus);
        var either = isEmpty(hetu) || isEmpty(eidasTunniste);
        rules.requireOfAll(either, "AssertTrue", "Cannot findOrCreate henkilo with both hetu and eidasTunniste")
                .requireOfAll(either, "ValidatePerustieto", "invalid.perustieto");
    }

    private void name(BodyRules rules, String field, String name) {
        Fields.notTooShort(rules, field, name);
        rules.require(
                oidHenkilo != null || !isEmpty(name),
                "AssertTrue",
                field + "ValidIfCreate",
                false,
                "invalid." + field + ".empty");
    }

    /** The person as it is created when nobody is found; only to be asked for without an OID, which lets names lack. */
    public UusiHenkilo uusi() {
        var eidas = isEmpty(eidasTunniste) ? null : eidasTunniste;
        return UusiHenkilo.nimeltaan(etunimet, kutsumanimi, sukunimi)
                .hetu(hetu)
                .syntymaaika(syntymaaika)
                .sukupuoli(sukupuoli)
                .aidinkieli(KielisyysDto.koodi(aidinkieli))
                .asiointikieli(KielisyysDto.koodi(asiointiKieli))
                .turvakielto(turvakielto)
                .kansalaisuudet(KansalaisuusDto.koodit(kansalaisuus))
                .tunnisteet(
                        identifications == null
                                ? List.of()
                                : identifications.stream()
                                        .filter(Objects::nonNull)
                                        .map(IdentificationDto::tunniste)
                                        .toList())
                .eidasTunniste(eidas)
                .tila(UusiHenkilo.Tila.TAVALLINEN.yksiloityEidas(eidas != null))
                .valmis();
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }
}

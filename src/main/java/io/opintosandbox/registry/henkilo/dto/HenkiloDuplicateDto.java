package io.opintosandbox.registry.henkilo.dto;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.registry.henkilo.Henkilotiedot;
import java.time.LocalDate;
import java.util.List;

/** Somebody who may be the same person, keys in declared order. Contract: registry-api.md 5.2. */
public record HenkiloDuplicateDto(
        String oidHenkilo,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        String sukupuoli,
        String hetu,
        LocalDate syntymaaika,
        boolean passivoitu,
        String email,
        boolean yksiloity,
        boolean yksiloityVTJ,
        boolean yksiloityEidas,
        List<EidasTunnisteDto> eidasTunnisteet,
        KielisyysDto aidinkieli,
        KielisyysDto asiointiKieli,
        List<JsonNode> hakemukset,
        List<KansalaisuusReadDto> kansalaisuus,
        List<String> passinumerot,
        List<String> emails) {

    /** A citizenship with a row number, which here is the number that the code spells. */
    public record KansalaisuusReadDto(long id, String kansalaisuusKoodi) {
        static KansalaisuusReadDto of(String koodi) {
            return new KansalaisuusReadDto(
                    koodi.chars().allMatch(Character::isDigit) ? Long.parseLong(koodi) : 0, koodi);
        }
    }

    /** As results show somebody, with their applications. */
    public static HenkiloDuplicateDto of(Henkilotiedot tiedot, List<JsonNode> hakemukset) {
        var henkilo = tiedot.henkilo();
        return new HenkiloDuplicateDto(
                henkilo.oid(),
                henkilo.etunimet(),
                henkilo.kutsumanimi(),
                henkilo.sukunimi(),
                henkilo.sukupuoli(),
                henkilo.hetu(),
                henkilo.syntymaaika(),
                henkilo.passivoitu(),
                null,
                henkilo.identified(),
                henkilo.yksiloityVtj(),
                henkilo.yksiloityEidas(),
                EidasTunnisteDto.of(tiedot.eidasTunnisteet()),
                KielisyysDto.of(henkilo.aidinkieli()),
                KielisyysDto.of(henkilo.asiointikieli()),
                hakemukset,
                tiedot.kansalaisuudet().stream().map(KansalaisuusReadDto::of).toList(),
                tiedot.passinumerot(),
                emails(tiedot));
    }

    private static List<String> emails(Henkilotiedot tiedot) {
        return tiedot.yhteystietoryhmat().stream()
                .flatMap(ryhma -> ryhma.yhteystiedot().stream())
                .filter(tieto -> tieto.tyyppi().equals("YHTEYSTIETO_SAHKOPOSTI"))
                .map(Henkilotiedot.Yhteystieto::arvo)
                .filter(arvo -> arvo != null && !arvo.isBlank())
                .toList();
    }
}

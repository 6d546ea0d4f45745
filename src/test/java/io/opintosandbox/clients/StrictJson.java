package io.opintosandbox.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;

/**
 * The registry's answers as a strict program reads them: no field more, no field less, null only where the type can be
 * null, numbers only where numbers are due. Shapes: registry-api.md 5.2 and 5.3.
 */
final class StrictJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private StrictJson() {}

    static <T> T read(HttpResponse<String> answer, Class<T> type) {
        try {
            return MAPPER.readValue(answer.body(), type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    static <T> T read(HttpResponse<String> answer, TypeReference<T> type) {
        try {
            return MAPPER.readValue(answer.body(), type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    record Kieli(String kieliKoodi, String kieliTyyppi) {}

    record Kansalaisuus(String kansalaisuusKoodi) {}

    record Tunniste(String tunniste) {}

    record Identification(String identifier, String idpEntityId) {}

    record Yksilointivirhe(Long uudelleenyritysAikaleima, String yksilointivirheTila) {}

    record Yhteystieto(String yhteystietoTyyppi, String yhteystietoArvo) {}

    record Ryhma(
            long id, String ryhmaKuvaus, String ryhmaAlkuperaTieto, boolean readOnly, List<Yhteystieto> yhteystieto) {}

    record Henkilo(
            String oidHenkilo,
            String hetu,
            List<String> kaikkiHetut,
            boolean passivoitu,
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            Kieli aidinkieli,
            Kieli asiointiKieli,
            List<Kansalaisuus> kansalaisuus,
            String kasittelijaOid,
            LocalDate syntymaaika,
            LocalDate kuolinpaiva,
            String sukupuoli,
            String kotikunta,
            String oppijanumero,
            boolean turvakielto,
            boolean eiSuomalaistaHetua,
            boolean yksiloity,
            boolean yksiloityVTJ,
            boolean yksilointiYritetty,
            boolean yksiloityEidas,
            List<Tunniste> eidasTunnisteet,
            boolean duplicate,
            long created,
            long modified,
            Long vtjsynced,
            List<Ryhma> yhteystiedotRyhma,
            List<Yksilointivirhe> yksilointivirheet,
            List<String> passinumerot,
            String createdAt,
            List<String> kielisyys,
            String modifiedAt) {}

    record Perustieto(
            String oidHenkilo,
            List<Identification> identifications,
            String hetu,
            List<Tunniste> eidasTunnisteet,
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            LocalDate syntymaaika,
            boolean turvakielto,
            Kieli aidinkieli,
            Kieli asiointiKieli,
            List<Kansalaisuus> kansalaisuus,
            String sukupuoli,
            long modified,
            String modifiedAt) {}

    record Hakutulos(String oidHenkilo, String hetu, String etunimet, String kutsumanimi, String sukunimi) {}

    record Yhteystiedot(
            String asiointikieli,
            String etunimet,
            String hetu,
            String kutsumanimi,
            String oidHenkilo,
            String sukunimi,
            List<Ryhma> yhteystiedotRyhma) {}

    record Viite(String henkiloOid, String masterOid) {}

    record Yleistunniste(String oid, String oppijanumero) {}

    record Perustiedot(long id, int kasiteltavia, int kasiteltyja, boolean kasitelty) {}

    record Opiskelija(List<String> linked, String oid, String oppijanumero, boolean passivoitu) {}

    record Rivi(boolean conflict, Opiskelija henkilo, String tunniste) {}

    record Rivit(List<Rivi> henkilot, long id, int kasiteltavia, boolean kasitelty, int kasiteltyja) {}

    record Nimi(String FI, String SV, String EN) {}

    record KoodiNimi(String koodi, Nimi nimi) {}

    record Oppija(
            String oid,
            String oppijanumero,
            long luotu,
            long muokattu,
            String hetu,
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            LocalDate syntymaaika,
            KoodiNimi sukupuoli,
            KoodiNimi aidinkieli,
            List<KoodiNimi> kansalaisuus,
            KoodiNimi kotikunta,
            List<Ryhma> yhteystiedotRyhma,
            boolean passivoitu,
            List<String> linked) {}

    record OppijaRivi(String tunniste, Oppija henkilo, boolean conflict) {}

    record OppijaTuonti(long id, int kasiteltavia, int kasiteltyja, boolean kasitelty, List<OppijaRivi> henkilot) {}

    /** In change lists a person has no {@code linked}, not even null. */
    record MuuttunutOppija(
            String oid,
            String oppijanumero,
            long luotu,
            long muokattu,
            String hetu,
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            LocalDate syntymaaika,
            KoodiNimi sukupuoli,
            KoodiNimi aidinkieli,
            List<KoodiNimi> kansalaisuus,
            KoodiNimi kotikunta,
            List<Ryhma> yhteystiedotRyhma,
            boolean passivoitu) {}

    record Master(MuuttunutOppija master, String oid) {}

    record Sivu<T>(
            boolean first,
            boolean last,
            int number,
            int numberOfElements,
            List<T> results,
            int size,
            long totalElements,
            int totalPages) {}
}

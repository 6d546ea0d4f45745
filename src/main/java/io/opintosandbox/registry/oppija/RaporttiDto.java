package io.opintosandbox.registry.oppija;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.opintosandbox.registry.henkilo.dto.OppijaReadDto;
import java.time.LocalDate;

/** What the reports about imports show; keys in alphabetical order. Contract: registry-api.md 5.2. */
public final class RaporttiDto {

    private RaporttiDto() {}

    /** A learner that matched, and its master with all data. */
    @JsonPropertyOrder(alphabetic = true)
    public record MasterHenkilo(OppijaReadDto master, String oid) {}

    /** How many learners are identified, failed, and not tried yet. Contract: registry-behaviour.md 18. */
    @JsonPropertyOrder(alphabetic = true)
    public record Yhteenveto(long keskeneraiset, long onnistuneet, long virheet, long yhteensa) {}

    /**
     * An import in numbers. Contract: registry-behaviour.md 18.
     *
     * @param api null until the first part is processed
     * @param author {@code Sukunimi, Etunimet} of the sender when the registry knows it, else null
     * @param oid of the sender
     */
    @JsonPropertyOrder(alphabetic = true)
    public record TuontiKooste(
            String api,
            String author,
            long conflicts,
            long failures,
            long id,
            long inProgress,
            String oid,
            long successful,
            long timestamp,
            long total) {}

    /**
     * A learner who could not be identified.
     *
     * @param serviceUserName {@code Sukunimi Etunimet} of the sender of the learner's first import, or null
     */
    @JsonPropertyOrder(alphabetic = true)
    public record OppijaListDto(
            String etunimet,
            String kutsumanimi,
            long luotu,
            long muokattu,
            String oid,
            String oppijanumero,
            String serviceUserName,
            String serviceUserOid,
            String sukunimi,
            LocalDate syntymaaika,
            YksilointiTila yksilointiTila) {}

    /** How far the identification of somebody is. Contract: registry-behaviour.md 8. */
    public enum YksilointiTila {
        OK,
        VIRHE,
        KESKEN,
        HETU_PUUTTUU
    }

    /** Somebody found by a clerk's search. */
    @JsonPropertyOrder(alphabetic = true)
    public record OppijahakuResult(String etunimet, String oid, String sukunimi, LocalDate syntymaaika) {}
}

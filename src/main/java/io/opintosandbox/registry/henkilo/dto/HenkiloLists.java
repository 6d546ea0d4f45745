package io.opintosandbox.registry.henkilo.dto;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilotiedot;
import java.time.LocalDate;
import java.util.List;

/** The short forms of a person. Contract: registry-api.md 5.2. */
public final class HenkiloLists {

    private HenkiloLists() {}

    /** OID, hetu and names. */
    public record HenkiloHakuDto(String oidHenkilo, String hetu, String etunimet, String kutsumanimi, String sukunimi) {

        public static HenkiloHakuDto of(Henkilo henkilo) {
            return new HenkiloHakuDto(
                    henkilo.oid(), henkilo.hetu(), henkilo.etunimet(), henkilo.kutsumanimi(), henkilo.sukunimi());
        }
    }

    /** Those and the state of the person; {@code eidasTunnisteet} is always null here. */
    public record HenkiloHakuPerustietoDto(
            String oidHenkilo,
            String hetu,
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            boolean yksiloityVTJ,
            boolean yksiloityEidas,
            List<EidasTunnisteDto> eidasTunnisteet,
            boolean yksiloity,
            boolean passivoitu,
            boolean duplicate) {

        public static HenkiloHakuPerustietoDto of(Henkilo henkilo) {
            return new HenkiloHakuPerustietoDto(
                    henkilo.oid(),
                    henkilo.hetu(),
                    henkilo.etunimet(),
                    henkilo.kutsumanimi(),
                    henkilo.sukunimi(),
                    henkilo.yksiloityVtj(),
                    henkilo.yksiloityEidas(),
                    null,
                    henkilo.yksiloity(),
                    henkilo.passivoitu(),
                    henkilo.duplikaatti());
        }
    }

    /** Names and birth date, for the list of a municipality. */
    public record HenkiloMunicipalDobDto(
            String oidHenkilo,
            String hetu,
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            LocalDate syntymaaika) {

        public static HenkiloMunicipalDobDto of(Henkilo henkilo) {
            return new HenkiloMunicipalDobDto(
                    henkilo.oid(),
                    henkilo.hetu(),
                    henkilo.etunimet(),
                    henkilo.kutsumanimi(),
                    henkilo.sukunimi(),
                    henkilo.syntymaaika());
        }
    }

    /** Names and contact details; keys in alphabetical order. */
    @JsonPropertyOrder(alphabetic = true)
    public record HenkiloYhteystiedotDto(
            String asiointikieli,
            String etunimet,
            String hetu,
            String kutsumanimi,
            String oidHenkilo,
            String sukunimi,
            List<YhteystiedotRyhmaDto> yhteystiedotRyhma) {

        public static HenkiloYhteystiedotDto of(Henkilotiedot tiedot) {
            var henkilo = tiedot.henkilo();
            return new HenkiloYhteystiedotDto(
                    henkilo.asiointikieli(),
                    henkilo.etunimet(),
                    henkilo.hetu(),
                    henkilo.kutsumanimi(),
                    henkilo.oid(),
                    henkilo.sukunimi(),
                    YhteystiedotRyhmaDto.of(tiedot.yhteystietoryhmat()));
        }
    }

    /** What a person is shown of itself; keys in alphabetical order. */
    public record HenkiloOmattiedotDto(String asiointikieli, String kutsumanimi, String sukunimi) {

        public static HenkiloOmattiedotDto of(Henkilo henkilo) {
            return new HenkiloOmattiedotDto(asiointikieli(henkilo), henkilo.kutsumanimi(), henkilo.sukunimi());
        }

        /** Finnish unless another is set. */
        public static String asiointikieli(Henkilo henkilo) {
            return henkilo.asiointikieli() == null ? "fi" : henkilo.asiointikieli();
        }
    }
}

package io.opintosandbox.arrivals;

import io.opintosandbox.registry.henkilo.dto.HenkiloCreateDto;
import io.opintosandbox.registry.henkilo.dto.KielisyysDto;
import io.opintosandbox.registry.henkilo.dto.YhteystiedotRyhmaDto;
import java.util.List;

/** The body of POST /henkilo as services send it: hetu, names and little else. */
record Luontipyynto(
        String hetu,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        KielisyysDto asiointikieli,
        List<YhteystiedotRyhmaDto> ryhmat) {

    Luontipyynto(String hetu, String etunimet, String kutsumanimi, String sukunimi) {
        this(hetu, etunimet, kutsumanimi, sukunimi, null, null);
    }

    Luontipyynto asiointikieli(KielisyysDto value) {
        return new Luontipyynto(hetu, etunimet, kutsumanimi, sukunimi, value, ryhmat);
    }

    Luontipyynto ryhmat(List<YhteystiedotRyhmaDto> value) {
        return new Luontipyynto(hetu, etunimet, kutsumanimi, sukunimi, asiointikieli, value);
    }

    HenkiloCreateDto dto() {
        return new HenkiloCreateDto(
                hetu,
                false,
                etunimet,
                kutsumanimi,
                sukunimi,
                null,
                asiointikieli,
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                false,
                false,
                false,
                null,
                ryhmat,
                null);
    }
}

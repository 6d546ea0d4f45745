package io.opintosandbox.registry;

import static io.opintosandbox.access.Right.DUPLIKAATTINAKYMA;
import static io.opintosandbox.access.Right.HENKILON_RU;
import static io.opintosandbox.access.Right.MANUAALINEN_YKSILOINTI;
import static io.opintosandbox.access.Right.OPHREKISTERI;
import static io.opintosandbox.access.Right.OPPIJOIDENTUONTI;
import static io.opintosandbox.access.Right.PALVELUKAYTTAJA_CRUD;
import static io.opintosandbox.access.Right.READ;
import static io.opintosandbox.access.Right.REKISTERINPITAJA;
import static io.opintosandbox.access.Right.REKISTERINPITAJA_READ;
import static io.opintosandbox.access.Right.VTJ_VERTAILUNAKYMA;
import static io.opintosandbox.access.Right.YLEISTUNNISTE_LUONTI;
import static io.opintosandbox.http.Answer.nothing;
import static io.opintosandbox.http.Guard.anybody;
import static io.opintosandbox.http.Guard.roles;
import static io.opintosandbox.http.Guard.superUser;
import static io.opintosandbox.registry.oikeudet.Henkilooikeudet.lukee;
import static io.opintosandbox.registry.oikeudet.Henkilooikeudet.muuttaa;
import static io.opintosandbox.registry.oikeudet.Henkilooikeudet.ulkoinenSaaPuoltaa;

import io.opintosandbox.http.RegistryRoutes;
import io.opintosandbox.registry.henkilo.dto.HenkiloCreateDto;
import io.opintosandbox.registry.henkilo.dto.HenkiloCriteria;
import io.opintosandbox.registry.henkilo.dto.HenkiloUpdateDto;
import io.opintosandbox.registry.henkilo.dto.IdentificationDto;
import io.opintosandbox.registry.henkilo.dto.Lists.HetuList;
import io.opintosandbox.registry.henkilo.dto.Lists.OidList;
import io.opintosandbox.registry.henkilo.dto.Lists.PassinumeroList;
import io.opintosandbox.registry.yleistunniste.Wire.HaeRequest;

/**
 * Persons one by one and in lists. Contract: registry-api.md 4.3. Paths with a word come before those with an
 * {@code {oid}} in the same place, because the first that fits answers. What the lines name is in {@link HenkiloCalls} and,
 * when it changes something, in {@link HenkiloDeeds};
 * what looks at the person only after it has been found asks for the right there.
 */
final class HenkiloRoutes {

    private HenkiloRoutes() {}

    static void addTo(RegistryRoutes routes) {
        var henkilo = routes.under("/henkilo");
        current(henkilo);
        lists(henkilo);
        searches(henkilo);
        creationAndChange(henkilo);
        one(henkilo);
        identifiers(henkilo);
        identification(henkilo);
        links(henkilo);
    }

    private static void current(RegistryRoutes.Table henkilo) {
        henkilo.get("/current/hasHetu", HenkiloCalls::hasHetu)
                .get("/current/asiointiKieli", HenkiloCalls::omaAsiointikieli)
                .get("/current/omattiedot", HenkiloCalls::omatTiedot);
    }

    private static void lists(RegistryRoutes.Table henkilo) {
        henkilo.requires(ulkoinenSaaPuoltaa(roles(READ, REKISTERINPITAJA, REKISTERINPITAJA_READ, HENKILON_RU)))
                .post("/henkilotByHenkiloOidList", OidList.class, HenkiloCalls::henkilot);
        henkilo.requires(ulkoinenSaaPuoltaa(roles(REKISTERINPITAJA, REKISTERINPITAJA_READ, HENKILON_RU)))
                .post("/masterHenkilosByOidList", OidList.class, HenkiloCalls::masterit)
                .post("/henkiloPerustietosByHenkiloHetuList", HetuList.class, HenkiloCalls::perustiedotHetuilla);
        henkilo.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ, HENKILON_RU)
                .post("/henkiloPerustietosByHenkiloOidList", OidList.class, HenkiloCalls::perustiedot);
        henkilo.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ)
                .post("/yhteystiedot", HenkiloCriteria.class, HenkiloCalls::yhteystiedot);
        henkilo.requires(ulkoinenSaaPuoltaa(HenkiloCalls::readsEverybody))
                .get("/huoltajasuhdemuutokset", HenkiloCalls::days, HenkiloCalls::huoltajasuhdemuutokset)
                .get(
                        "/huoltajasuhdemuutokset/alkaen/{at}",
                        HenkiloCalls::since,
                        HenkiloCalls::huoltajasuhdemuutoksetAlkaen);
        henkilo.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ)
                .get("/yksilointitiedot", HenkiloCalls::page, HenkiloCalls::vertailut);
    }

    private static void searches(RegistryRoutes.Table henkilo) {
        henkilo.requires(READ, REKISTERINPITAJA, REKISTERINPITAJA_READ, HENKILON_RU)
                .get("", HenkiloSearchQuery::of, HenkiloCalls::haku);
        henkilo.requires(ulkoinenSaaPuoltaa(roles(READ, HENKILON_RU, REKISTERINPITAJA, REKISTERINPITAJA_READ)))
                .get("/hakutermi={hakutermi}", HenkiloCalls::hakutermilla);
        henkilo.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ)
                .get("/yhteystieto={arvo}/oid", HenkiloCalls::yhteystiedolla);
        henkilo.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ, OPPIJOIDENTUONTI)
                .get("/duplikaatit", HenkiloCalls::names, HenkiloCalls::duplikaatitNimilla);
        henkilo.requires(ulkoinenSaaPuoltaa(anybody())).get("/hetu={hetu}", HenkiloCalls::hetulla);
        henkilo.get("/henkiloPerusByHetu/{hetu}", HenkiloCalls::perusHetulla)
                .get("/identification", HenkiloCalls::identifier, HenkiloCalls::tunnisteella);
    }

    private static void creationAndChange(RegistryRoutes.Table henkilo) {
        henkilo.requires(REKISTERINPITAJA, YLEISTUNNISTE_LUONTI)
                .post("/exists", HaeRequest.class, HenkiloDeeds::exists)
                .post("", HenkiloCreateDto.class, HenkiloDeeds::luo);
        henkilo.requires(ulkoinenSaaPuoltaa(anybody())).put("", HenkiloUpdateDto.class, HenkiloDeeds::muuta);
        henkilo.requires(REKISTERINPITAJA, HENKILON_RU)
                .delete("/{oid}", nothing(HenkiloDeeds::passivoi))
                .delete("/{oid}/access", nothing(HenkiloDeeds::poistaPaasy));
    }

    private static void one(RegistryRoutes.Table henkilo) {
        henkilo.requires(lukee(READ, HENKILON_RU, PALVELUKAYTTAJA_CRUD))
                .get("/{oid}", HenkiloCalls::henkilo)
                .get("/{oid}/master", HenkiloCalls::master)
                .get("/{oid}/asiointiKieli", HenkiloCalls::asiointikieli)
                .get("/{oid}/huoltajat", HenkiloCalls::huoltajat);
        henkilo.requires(lukee(READ, HENKILON_RU)).get("/{oid}/slaves", HenkiloCalls::slaves);
        henkilo.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ).get("/{oid}/omattiedot", HenkiloCalls::omattiedot);
        henkilo.requires(lukee(DUPLIKAATTINAKYMA))
                .get("/{oid}/duplicates", HenkiloCalls::duplikaatit)
                .get("/{oid}/hakemukset", HenkiloCalls::hakemukset);
    }

    private static void identifiers(RegistryRoutes.Table henkilo) {
        henkilo.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ)
                .get("/{oid}/identification", HenkiloDeeds::tunnisteet);
        henkilo.requires(REKISTERINPITAJA)
                .post("/{oid}/identification", IdentificationDto.class, HenkiloDeeds::lisaaTunniste)
                .get("/{oid}/passinumerot", HenkiloDeeds::passinumerot)
                .post("/{oid}/passinumerot", PassinumeroList.class, HenkiloDeeds::asetaPassinumerot);
        henkilo.requires(REKISTERINPITAJA, OPHREKISTERI)
                .delete(
                        "/{oid}/identification/{idpEntityId}/<identifier>",
                        HenkiloDeeds::identifierInPath,
                        HenkiloDeeds::poistaTunniste);
    }

    private static void identification(RegistryRoutes.Table henkilo) {
        henkilo.requires(lukee(READ, HENKILON_RU)).get("/{oid}/yksilointitiedot", HenkiloDeeds::yksilointitiedot);
        henkilo.requires(REKISTERINPITAJA).put("/{oid}/yksilointitiedot", nothing(HenkiloDeeds::paivita));
        henkilo.requires(muuttaa(VTJ_VERTAILUNAKYMA))
                .put("/{oid}/yksilointitiedot/yliajayksiloimaton", nothing(HenkiloDeeds::yliaja));
        henkilo.requires(muuttaa(MANUAALINEN_YKSILOINTI))
                .post("/{oid}/yksiloi", nothing(HenkiloDeeds::yksiloi))
                .post("/{oid}/yksiloihetuton", nothing(HenkiloDeeds::yksiloiHetuton));
        henkilo.requires(ulkoinenSaaPuoltaa(superUser()))
                .post("/{oid}/purayksilointi", nothing(HenkiloDeeds::puraYksilointi));
    }

    private static void links(RegistryRoutes.Table henkilo) {
        henkilo.requires(ulkoinenSaaPuoltaa(anybody()))
                .post("/{oid}/link", OidList.class, HenkiloDeeds::linkita)
                .post("/{oid}/forcelink", OidList.class, HenkiloDeeds::linkitaPakolla);
        henkilo.requires(REKISTERINPITAJA).delete("/{oid}/unlink/{slaveOid}", nothing(HenkiloDeeds::puraLinkitys));
    }
}

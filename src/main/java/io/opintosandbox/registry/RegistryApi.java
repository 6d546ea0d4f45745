package io.opintosandbox.registry;

import io.javalin.http.HandlerType;
import io.opintosandbox.http.RegistryRoutes;
import io.opintosandbox.registry.henkilo.CurrentRoutes;
import io.opintosandbox.registry.yleistunniste.YleistunnisteRoutes;

/** All routes of the registry, feature by feature. Contract: registry-api.md 4. */
public final class RegistryApi {

    /** What the contract has and a later version will answer. */
    private static final String NOT_SIMULATED = """
            PUT    /oppija
            POST   /oppija
            GET    /oppija/tuonti={id}
            POST   /oppija/tuonti={id}
            GET    /oppija/tuonti={id}/perustiedot
            GET    /oppija/muuttuneet
            GET    /oppija/yhteenveto
            GET    /oppija/tuontikooste
            GET    /oppija/tuontidata/{tuontiId}
            POST   /oppija/{henkiloOid}/organisaatio
            PUT    /oppija/{henkiloOid}/organisaatio/{organisaatioOid}
            DELETE /oppija/{henkiloOid}/organisaatio/{organisaatioOid}
            PUT    /henkilo
            POST   /henkilo
            GET    /henkilo/current/asiointiKieli
            GET    /henkilo/current/omattiedot
            POST   /henkilo/exists
            POST   /henkilo/yhteystiedot
            POST   /henkilo/masterHenkilosByOidList
            POST   /henkilo/henkilotByHenkiloOidList
            POST   /henkilo/henkiloPerustietosByHenkiloOidList
            POST   /henkilo/henkiloPerustietosByHenkiloHetuList
            GET    /henkilo/henkiloPerusByHetu/{hetu}
            GET    /henkilo/yhteystieto={arvo}/oid
            GET    /henkilo/hetu={hetu}
            GET    /henkilo/hakutermi={hakutermi}
            GET    /henkilo/identification
            GET    /henkilo/duplikaatit
            GET    /henkilo/yksilointitiedot
            GET    /henkilo/huoltajasuhdemuutokset
            GET    /henkilo/huoltajasuhdemuutokset/alkaen/{at}
            GET    /henkilo/{oid}
            DELETE /henkilo/{oid}
            DELETE /henkilo/{oid}/access
            GET    /henkilo/{oid}/master
            GET    /henkilo/{oid}/slaves
            GET    /henkilo/{oid}/huoltajat
            GET    /henkilo/{oid}/hakemukset
            GET    /henkilo/{oid}/duplicates
            GET    /henkilo/{oid}/omattiedot
            GET    /henkilo/{oid}/asiointiKieli
            GET    /henkilo/{oid}/passinumerot
            POST   /henkilo/{oid}/passinumerot
            GET    /henkilo/{oid}/identification
            POST   /henkilo/{oid}/identification
            DELETE /henkilo/{oid}/identification/{idpEntityId}/<identifier>
            GET    /henkilo/{oid}/yksilointitiedot
            PUT    /henkilo/{oid}/yksilointitiedot
            PUT    /henkilo/{oid}/yksilointitiedot/yliajayksiloimaton
            POST   /henkilo/{oid}/yksiloi
            POST   /henkilo/{oid}/yksiloihetuton
            POST   /henkilo/{oid}/purayksilointi
            POST   /henkilo/{oid}/link
            POST   /henkilo/{oid}/forcelink
            DELETE /henkilo/{oid}/unlink/{slaveOid}
            GET    /s2s/oidByHetu/{hetu}
            POST   /s2s/oidByEidas
            POST   /s2s/duplicateHenkilos
            GET    /s2s/changedSince/{at}
            POST   /s2s/changedSince/{at}
            POST   /s2s/findOrCreateHenkiloPerustieto
            GET    /s2s/henkilo/list/{municipal}/{birthdate}
            POST   /s2s/henkilo/perustiedotAsAdmin
            POST   /s2s/henkilo/kotikuntahistoria
            POST   /s2s/henkilo/kotikuntahistoria/turvakielto
            """;

    private RegistryApi() {}

    public static void addTo(RegistryRoutes routes) {
        YleistunnisteRoutes.addTo(routes);
        CurrentRoutes.addTo(routes);
        routes.under("/cas")
                .get("/prequel", call -> new RegistryRoutes.PlainText("ok"))
                .post("/prequel", call -> new RegistryRoutes.PlainText("ok"));
        NOT_SIMULATED.lines().forEach(line -> {
            var words = line.split(" +", 2);
            routes.notSimulated(HandlerType.findOrCreate(words[0]), words[1], words[0] + " " + words[1]);
        });
    }
}

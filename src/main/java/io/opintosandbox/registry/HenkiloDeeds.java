package io.opintosandbox.registry;

import static io.opintosandbox.access.Right.DUPLIKAATTINAKYMA;
import static io.opintosandbox.access.Right.HENKILON_RU;
import static io.opintosandbox.access.Right.PALVELUKAYTTAJA_CRUD;
import static io.opintosandbox.access.Right.YKSILOINNIN_PURKU;
import static io.opintosandbox.registry.HenkiloCalls.audited;
import static io.opintosandbox.registry.HenkiloCalls.oid;
import static io.opintosandbox.registry.HenkiloCalls.own;
import static io.opintosandbox.registry.HenkiloCalls.rights;
import static io.opintosandbox.registry.oikeudet.Henkilooikeudet.Aikomus.MUUTOS;

import io.opintosandbox.access.Right;
import io.opintosandbox.http.Answer;
import io.opintosandbox.http.Call;
import io.opintosandbox.registry.henkilo.HenkiloMuutokset;
import io.opintosandbox.registry.henkilo.IdpEntityId;
import io.opintosandbox.registry.henkilo.dto.HenkiloCreateDto;
import io.opintosandbox.registry.henkilo.dto.HenkiloUpdateDto;
import io.opintosandbox.registry.henkilo.dto.IdentificationDto;
import io.opintosandbox.registry.henkilo.dto.Lists.OidList;
import io.opintosandbox.registry.henkilo.dto.Lists.PassinumeroList;
import io.opintosandbox.registry.linkitys.Linkitys;
import io.opintosandbox.registry.oikeudet.Henkilooikeudet.Pyynto;
import io.opintosandbox.registry.tunnisteet.Tunnisteet;
import io.opintosandbox.registry.tunnisteet.Tunnisteet.Haku;
import io.opintosandbox.registry.yksilointi.Yksiloinnit;
import io.opintosandbox.registry.yleistunniste.Wire.HaeRequest;
import io.opintosandbox.registry.yleistunniste.Yleistunniste;
import java.util.List;
import java.util.Map;

/** What the lines of {@link HenkiloRoutes} do that change something. */
final class HenkiloDeeds {

    private HenkiloDeeds() {}

    // Creation and change

    static Object exists(Call call, HaeRequest haku) {
        return call.feature(Yleistunniste.class)
                .exists(haku)
                .<Object>map(oid -> Map.of("oid", oid))
                .orElseGet(Answer::noContent);
    }

    static Object luo(Call call, HenkiloCreateDto uusi) {
        return Answer.created(call.feature(HenkiloMuutokset.class).luo(call.kutsuja(), uusi.uusi()));
    }

    static Object muuta(Call call, HenkiloUpdateDto dto) {
        rights(call).vaadi(Pyynto.of(call, MUUTOS, PALVELUKAYTTAJA_CRUD, HENKILON_RU), dto.oidHenkilo());
        return Answer.text(call.feature(HenkiloMuutokset.class).muuta(call.kutsuja(), dto.muutos()));
    }

    static void passivoi(Call call) {
        call.feature(HenkiloMuutokset.class).passivoi(oid(call));
        call.kutsuja().trace().audited();
    }

    static void poistaPaasy(Call call) {
        call.feature(HenkiloMuutokset.class).poistaPaasy(oid(call));
    }

    // Identifiers

    static Object tunnisteet(Call call) {
        return call.feature(Tunnisteet.class).tunnisteet(oid(call));
    }

    static Object lisaaTunniste(Call call, IdentificationDto dto) {
        return call.feature(Tunnisteet.class).lisaa(oid(call), dto);
    }

    /** The identifier may hold slashes, and is compared as it came over the wire. */
    static Haku identifierInPath(Call call) {
        var idp = call.text("idpEntityId");
        return new Haku(IdpEntityId.of(idp), call.rawAfter("/identification/" + idp + "/"));
    }

    static Object poistaTunniste(Call call, Haku haku) {
        return call.feature(Tunnisteet.class).poista(oid(call), haku);
    }

    static Object passinumerot(Call call) {
        return call.feature(Tunnisteet.class).passinumerot(oid(call));
    }

    static Object asetaPassinumerot(Call call, PassinumeroList list) {
        return call.feature(Tunnisteet.class).asetaPassinumerot(oid(call), list.passinumerot());
    }

    // Identification

    static Object yksilointitiedot(Call call) {
        return call.feature(Yksiloinnit.class).tiedot(oid(call));
    }

    static void paivita(Call call) {
        call.feature(Yksiloinnit.class).paivita(oid(call), own(call));
    }

    static void yliaja(Call call) {
        call.feature(Yksiloinnit.class).yliaja(oid(call), own(call));
    }

    static void yksiloi(Call call) {
        call.feature(Yksiloinnit.class).yksiloi(oid(call), own(call));
    }

    static void yksiloiHetuton(Call call) {
        call.feature(Yksiloinnit.class).yksiloiHetuton(oid(call), own(call));
    }

    static void puraYksilointi(Call call) {
        call.feature(Yksiloinnit.class).pura(oid(call), own(call));
    }

    // Links

    static Object linkita(Call call, OidList list) {
        mustChangeEither(call, list.oids(), DUPLIKAATTINAKYMA);
        return audited(call, call.feature(Linkitys.class).linkita(oid(call), list.oids(), own(call)));
    }

    static Object linkitaPakolla(Call call, OidList list) {
        mustChangeEither(call, list.oids(), YKSILOINNIN_PURKU);
        return audited(call, call.feature(Linkitys.class).linkitaPakolla(oid(call), list.oids(), own(call)));
    }

    /** The right to the person of the path will do, and so will that to the other one when there is just one. */
    private static void mustChangeEither(Call call, List<String> oids, Right right) {
        var pyynto = Pyynto.of(call, MUUTOS, right);
        if (oids.size() != 1 || !rights(call).salli(pyynto, oids.get(0))) {
            rights(call).vaadi(pyynto, oid(call));
        }
    }

    static void puraLinkitys(Call call) {
        call.feature(Linkitys.class).pura(oid(call), call.text("slaveOid"), own(call));
        call.kutsuja().trace().audited();
    }
}

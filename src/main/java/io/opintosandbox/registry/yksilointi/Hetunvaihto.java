package io.opintosandbox.registry.yksilointi;

import io.opintosandbox.http.Problem;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.linkitys.Linkitys;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * VTJ knows a person by a hetu that is not the person's own in the registry, or that is somebody else's there.
 * Contract: registry-behaviour.md 10, the first table.
 */
final class Hetunvaihto {
    private final YksilointiRepository rows;
    private final Henkilot henkilot;
    private final Linkitys linkitys;

    Hetunvaihto(YksilointiRepository rows, Henkilot henkilot, Linkitys linkitys) {
        this.rows = rows;
        this.henkilot = henkilot;
        this.linkitys = linkitys;
    }

    /**
     * Gives the person the hetu, in the caller's transaction. False when the hetu's holder is the one who stays, and
     * the person has become its slave without a hetu. Errors: 400 A when both are identified.
     */
    boolean vaihda(Henkilo henkilo, String hetu, String kasittelijaOid) {
        var holder = holderOf(hetu, henkilo);
        if (holder.isEmpty()) {
            saa(henkilo, hetu);
            return true;
        }
        var other = holder.get();
        if (!other.yksiloityVtj()) {
            linkitys.yhdista(henkilo.oid(), other.oid(), kasittelijaOid);
            rows.takeHetu(other.id());
            rows.removeHetut(other.id());
            saa(henkilo, hetu);
            return true;
        }
        if (henkilo.identified()) {
            throw Problem.validation("Henkilöitä " + henkilo.oid() + " ja " + other.oid()
                    + " ei voida yhdistää koska molemmat ovat jo yksilöity");
        }
        linkitys.yhdista(other.oid(), henkilo.oid(), kasittelijaOid);
        rows.takeHetu(henkilo.id());
        rows.saveHetut(other.id(), both(henkilo, hetu));
        return false;
    }

    private Optional<Henkilo> holderOf(String hetu, Henkilo henkilo) {
        return henkilot.byOfficialHetu(hetu)
                .filter(other -> other.id() != henkilo.id())
                .or(() -> henkilot.byHetu(hetu).filter(other -> other.id() != henkilo.id()));
    }

    private void saa(Henkilo henkilo, String hetu) {
        rows.giveHetu(henkilo.id(), hetu);
        rows.saveHetut(henkilo.id(), both(henkilo, hetu));
    }

    private static Set<String> both(Henkilo henkilo, String hetu) {
        return new LinkedHashSet<>(henkilo.hetu() == null ? List.of(hetu) : List.of(henkilo.hetu(), hetu));
    }
}

package io.opintosandbox.registry.palvelurajapinta;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.Right;
import io.opintosandbox.http.Problem;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.HenkiloLuonti;
import io.opintosandbox.registry.henkilo.HenkiloTarkistus;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Tunniste;
import io.opintosandbox.registry.henkilo.dto.HenkiloPerustietoCreateDto;
import io.opintosandbox.registry.henkilo.dto.HenkiloPerustietoDto;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds a person by whatever is known of it, or creates it. Contract: registry-behaviour.md 7, registry-api.md 4.4. */
public final class HakuTaiLuonti {
    private final Henkilot henkilot;
    private final HenkiloLuonti luonti;
    private final HenkiloTarkistus tarkistus;

    public HakuTaiLuonti(Henkilot henkilot, HenkiloLuonti luonti, HenkiloTarkistus tarkistus) {
        this.henkilot = henkilot;
        this.luonti = luonti;
        this.tarkistus = tarkistus;
    }

    /** The person, and whether it has been created for this call. */
    public record Tulos(HenkiloPerustietoDto perustiedot, boolean luotu) {}

    /**
     * By OID, else by what the person logs in with, else by a current or former hetu, else by eIDAS identifier;
     * whoever is found stays as it is. Errors: 404 B for an unknown OID, 400 A, 400 A+E, 401 B for creating with an
     * eIDAS identifier without the right to.
     */
    public Tulos haeTaiLuo(Kutsuja kutsuja, HenkiloPerustietoCreateDto haku) {
        return hae(haku)
                .map(henkilo -> new Tulos(HenkiloPerustietoDto.of(henkilot.tiedot(henkilo)), false))
                .orElseGet(() -> new Tulos(HenkiloPerustietoDto.ofNew(henkilot.tiedot(luo(kutsuja, haku))), true));
    }

    private Optional<Henkilo> hae(HenkiloPerustietoCreateDto haku) {
        if (haku.oidHenkilo() != null) {
            return Optional.of(henkilot.henkilo(haku.oidHenkilo()));
        }
        var uusi = haku.uusi();
        return byTunnisteet(uusi.tunnisteet())
                .or(() -> Optional.ofNullable(uusi.hetu()).flatMap(henkilot::byAnyHetu))
                .or(() -> Optional.ofNullable(uusi.eidasTunniste()).flatMap(henkilot::byEidas));
    }

    private Optional<Henkilo> byTunnisteet(List<Tunniste> tunnisteet) {
        var found = henkilot.byTunnisteet(tunnisteet);
        if (found.size() > 1) {
            throw Problem.illegalArgument("Annetuilla tunnisteilla löytyi useita henkilöitä");
        }
        return found.stream().findFirst();
    }

    private Henkilo luo(Kutsuja kutsuja, HenkiloPerustietoCreateDto haku) {
        var uusi = haku.uusi();
        if (uusi.eidasTunniste() != null && !kutsuja.has(Right.EIDAS_HENKILON_LUONTI)) {
            throw Problem.noRight("creating with an eIDAS identifier needs the right " + Right.EIDAS_HENKILON_LUONTI);
        }
        tarkistus.tarkista(uusi);
        kutsuja.trace().audited();
        return luonti.luo(uusi, kutsuja.oid(), Set.of());
    }
}

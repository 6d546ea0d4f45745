package io.opintosandbox.registry.oppija;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.Right;
import io.opintosandbox.http.Problem;
import io.opintosandbox.neighbours.organisaatio.Organisaatiot;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.HenkiloLuonti;
import io.opintosandbox.registry.henkilo.HenkiloTarkistus;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.UusiHenkilo;
import io.opintosandbox.store.WorldDb;
import java.util.List;
import java.util.Set;

/** Learners one by one, and the organisations that they belong to. Contract: registry-api.md 3.2 and 4.2. */
public final class Oppijat {
    private final WorldDb db;
    private final Henkilot henkilot;
    private final HenkiloLuonti luonti;
    private final HenkiloTarkistus tarkistus;
    private final Organisaatiot organisaatiot;

    public Oppijat(
            WorldDb db,
            Henkilot henkilot,
            HenkiloLuonti luonti,
            HenkiloTarkistus tarkistus,
            Organisaatiot organisaatiot) {
        this.db = db;
        this.henkilot = henkilot;
        this.luonti = luonti;
        this.tarkistus = tarkistus;
        this.organisaatiot = organisaatiot;
    }

    /**
     * Creates a learner in the caller's organisations, if it has any, and answers the OID. Errors: 400 A+E, 400 A when
     * a passport number is somebody else's.
     */
    public String luo(Kutsuja kutsuja, UusiHenkilo uusi) {
        tarkistus.tarkista(uusi);
        kutsuja.trace().audited();
        return luonti.luo(uusi, kutsuja.oid(), omat(kutsuja)).oid();
    }

    /** Attaches a person to the caller's organisations. Errors: 404 B; 400 A when there are none. */
    public void liitaOmiin(Kutsuja kutsuja, String oid) {
        var henkilo = henkilot.henkilo(oid);
        var omat = omat(kutsuja);
        if (omat.isEmpty()) {
            throw Problem.validation(
                    "Henkilöllä " + kutsuja.oid() + " ei ole yhtään organisaatiota joihin oppija liitetään");
        }
        liita(henkilo, omat);
    }

    /** Attaches a person to one organisation. Errors: 404 B; 400 A when there is no such organisation. */
    public void liita(String oid, String organisaatio) {
        var henkilo = henkilot.henkilo(oid);
        if (!organisaatiot.has(organisaatio)) {
            throw Problem.validation("Organisaatiota ei löydy OID:lla " + organisaatio + " organisaatiopalvelusta");
        }
        liita(henkilo, Set.of(organisaatio));
    }

    /** Detaches a person from an organisation, which it need not belong to. Errors: 404 B. */
    public void irrota(String oid, String organisaatio) {
        var henkilo = henkilot.henkilo(oid);
        db.transaction(() -> {
            if (henkilot.irrota(henkilo, organisaatio)) {
                henkilot.merkitseMuokatuiksi(List.of(henkilo.id()));
            }
        });
    }

    /** Whoever belongs to all of them already is not changed. */
    private void liita(Henkilo henkilo, Set<String> uudet) {
        db.transaction(() -> {
            var puuttuu = uudet.stream()
                    .anyMatch(uusi -> henkilot.organisaatioissa(List.of(henkilo), List.of(uusi))
                            .isEmpty());
            if (puuttuu) {
                henkilot.liita(List.of(henkilo.id()), uudet);
                henkilot.merkitseMuokatuiksi(List.of(henkilo.id()));
            }
        });
    }

    private static Set<String> omat(Kutsuja kutsuja) {
        return kutsuja.organisaatiot(Right.OPPIJOIDENTUONTI, Right.YLEISTUNNISTE_LUONTI);
    }
}

package io.opintosandbox.registry.yksilointi;

import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.http.Constraints;
import io.opintosandbox.http.Problem;
import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.VtjYhteystiedot;
import io.opintosandbox.registry.huoltajat.Huoltajat;
import io.opintosandbox.registry.linkitys.Linkitys;
import io.opintosandbox.registry.page.Page;
import io.opintosandbox.registry.yksilointi.YksilointiDto.YksilointiVertailuDto;
import io.opintosandbox.registry.yksilointi.YksilointiDto.YksilointitietoDto;
import io.opintosandbox.store.Retry;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.world.World;
import java.util.List;
import java.util.function.Consumer;

/**
 * Identification by hand, and the comparison with VTJ. Contract: registry-api.md 4.3, registry-behaviour.md 8, 9, 12
 * and 13.
 */
public final class Yksiloinnit {
    private final World world;
    private final Henkilot henkilot;
    private final Huoltajat huoltajat;
    private final YksilointiRepository rows;
    private final VertailuRepository vertailut;
    private final VtjKysely kysely;
    private final VtjTiedot vtjTiedot;
    private final Hetunvaihto hetunvaihto;
    private final Yksilointi yksilointi;
    private final Runnable yksiloity;

    /** @param yksiloity is told, after the commit, that people may have been identified */
    public Yksiloinnit(
            World world,
            Vtj vtj,
            Koodisto koodisto,
            ServiceUsers users,
            Henkilot henkilot,
            Linkitys linkitys,
            Huoltajat huoltajat,
            Runnable yksiloity) {
        this.world = world;
        this.henkilot = henkilot;
        this.huoltajat = huoltajat;
        this.rows = new YksilointiRepository(world.db());
        this.vertailut = new VertailuRepository(world.db());
        this.kysely = new VtjKysely(world, vtj);
        this.vtjTiedot = new VtjTiedot(
                world.clock(), rows, koodisto, users, henkilot, new VtjYhteystiedot(world.db()), huoltajat);
        this.hetunvaihto = new Hetunvaihto(rows, henkilot, linkitys);
        this.yksilointi = new Yksilointi(world, rows, kysely, vtjTiedot, hetunvaihto, yksiloity);
        this.yksiloity = yksiloity;
    }

    /** The same in the background. */
    public Yksilointi taustalla() {
        return yksilointi;
    }

    /** Identifies a person against VTJ now. Errors: 404 B; 400 A; 500 B, and then nothing is stored. */
    public void yksiloi(String oid, String kasittelijaOid) {
        muuta(oid, henkilo -> {
            if (henkilo.hetu() == null) {
                throw Problem.validation("Henkilöä '" + oid + "' ei voida yksilöidä koska hetu puuttuu");
            }
            var tulos = kysely.yksiloi(henkilo);
            if (tulos.virhe() != null) {
                throw Problem.failure("the identification was refused: " + tulos.virhe());
            }
            yksilointi.paata(henkilo, tulos.henkilo(), kasittelijaOid);
        });
    }

    /** Counts a person without a hetu as identified; whether the data are complete is the clerk's business. Errors: 404 B, 400 A. */
    public void yksiloiHetuton(String oid, String kasittelijaOid) {
        muuta(oid, henkilo -> {
            if (henkilo.hetu() != null) {
                throw Problem.validation("Henkilöllä on hetu, yksilöintiä ei voida tehdä");
            }
            rows.saveByHand(henkilo.id(), true, false, kasittelijaOid);
            henkilot.merkitseMuokatuiksi(List.of(henkilo.id()));
        });
    }

    /** Takes back what {@link #yksiloiHetuton} did. Errors: 404 B, 400 A. */
    public void pura(String oid, String kasittelijaOid) {
        muuta(oid, henkilo -> {
            if (!henkilo.identified()) {
                throw Problem.validation("Yksilöintiä ei voi purkaa koska henkilöä ei ole yksilöity");
            }
            if (henkilo.yksiloityEidas()) {
                throw Problem.validation("Henkilö on eIDAS-yksilöity; yksilöintiä ei voida purkaa");
            }
            if (henkilo.hetu() != null || henkilo.yksiloityVtj()) {
                throw Problem.validation("Henkilöllä on hetu tai se on VTJ yksilöity, yksilöintiä ei voida purkaa");
            }
            rows.saveByHand(henkilo.id(), false, henkilo.duplikaatti(), kasittelijaOid);
            henkilot.merkitseMuokatuiksi(List.of(henkilo.id()));
        });
    }

    /** Writes VTJ's present data over somebody whom VTJ has identified; names are not compared. Errors: 404 B, 400 A, 500 A, 500 B. */
    public void paivita(String oid, String kasittelijaOid) {
        muuta(oid, henkilo -> {
            if (!henkilo.yksiloityVtj()) {
                throw Problem.validation("Henkilöä " + oid + " ei ole VTJ-yksilöity");
            }
            if (henkilo.hetu() == null) {
                throw Problem.inconsistent("Henkilöllä " + oid + " ei ole hetua");
            }
            var tulos = kysely.kysy(henkilo);
            if (tulos.virhe() == Yksilointivirhe.HETU_EI_VTJ) {
                throw Problem.inconsistent("Henkilöä " + oid + " ei löydy VTJ:stä");
            }
            if (tulos.virhe() != null) {
                throw Problem.failure("VTJ has no data to refresh from: " + tulos.virhe());
            }
            if (hetunvaihto.vaihda(henkilo, tulos.henkilo().hetu(), kasittelijaOid)) {
                vtjTiedot.yksiloi(henkilo, tulos.henkilo(), kasittelijaOid);
            }
        });
    }

    /** Writes the data that were stored for comparison over the person, who counts as identified then. Errors: 404 B, 400 A. */
    public void yliaja(String oid, String kasittelijaOid) {
        muuta(oid, henkilo -> {
            var vtj = vertailut
                    .comparison(henkilo.id())
                    .orElseThrow(() -> Problem.validation("No VTJ-data found for henkilo"));
            if (hetunvaihto.vaihda(henkilo, vtj.hetu(), kasittelijaOid)) {
                vtjTiedot.yliaja(henkilo, vtj, kasittelijaOid);
            }
        });
    }

    /** What VTJ said when the names differed; all null when nothing is stored. Errors: 404 B. */
    public YksilointitietoDto tiedot(String oid) {
        return vertailut
                .comparison(henkilot.henkilo(oid).id())
                .map(YksilointitietoDto::of)
                .orElse(YksilointitietoDto.TYHJA);
    }

    /** The comparisons that wait for a clerk, oldest first; pages from 1. Errors: 400 A. */
    public Page<YksilointiVertailuDto> vertailut(int page, int count) {
        Constraints.atLeast("listYksilointitiedot.page", page, 1);
        Constraints.atLeast("listYksilointitiedot.count", count, 1);
        var results = vertailut.comparisons((page - 1L) * count, count).stream()
                .map(vertailu -> YksilointiVertailuDto.of(vertailu.henkilo(), vertailu.vtj()))
                .toList();
        return Page.of(results, page, count, vertailut.countComparisons());
    }

    private void muuta(String oid, Consumer<Henkilo> change) {
        var began = world.clock().now();
        Retry.transaction(world.db(), () -> change.accept(henkilot.henkilo(oid)));
        huoltajat.kerroYksiloinnille(began);
        yksiloity.run();
    }
}

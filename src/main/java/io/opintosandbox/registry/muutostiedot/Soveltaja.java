package io.opintosandbox.registry.muutostiedot;

import io.opintosandbox.id.Hetu;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.Henkilotiedot;
import io.opintosandbox.registry.henkilo.VtjYhteystiedot;
import io.opintosandbox.registry.huoltajat.HuoltajaMuutos;
import io.opintosandbox.registry.huoltajat.Huoltajat;
import io.opintosandbox.vtj.VtjHenkilo.Huoltaja;
import io.opintosandbox.world.WorldClock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/** Writes the groups of a message, or of full data, over one person. Contract: registry-behaviour.md 20. */
final class Soveltaja {
    private final WorldClock clock;
    private final PaivitysRepository rows;
    private final Henkilot henkilot;
    private final VtjYhteystiedot yhteystiedot;
    private final Huoltajat huoltajat;
    private final Henkiloryhmat henkiloryhmat;
    private final Osoiteryhmat osoiteryhmat;
    private final Kotikuntaryhmat kotikuntaryhmat;
    private final Hetunkorjaus hetunkorjaus;
    private final Runnable kuoli;

    Soveltaja(
            WorldClock clock,
            PaivitysRepository rows,
            Henkilot henkilot,
            VtjYhteystiedot yhteystiedot,
            Huoltajat huoltajat,
            Henkiloryhmat henkiloryhmat,
            Osoiteryhmat osoiteryhmat,
            Kotikuntaryhmat kotikuntaryhmat,
            Hetunkorjaus hetunkorjaus,
            Runnable kuoli) {
        this.clock = clock;
        this.rows = rows;
        this.henkilot = henkilot;
        this.yhteystiedot = yhteystiedot;
        this.huoltajat = huoltajat;
        this.henkiloryhmat = henkiloryhmat;
        this.osoiteryhmat = osoiteryhmat;
        this.kotikuntaryhmat = kotikuntaryhmat;
        this.hetunkorjaus = hetunkorjaus;
        this.kuoli = kuoli;
    }

    /**
     * A message of the change feed, in the caller's transaction. Errors: {@link MuutostietoVirhe}, and then nothing of it
     * may stay.
     */
    void muutos(Henkilotiedot tiedot, List<Tietoryhma> ryhmat) {
        var today = today();
        var luonnos = new Luonnos(tiedot);
        henkiloryhmat.sovella(luonnos, ryhmat, today);
        osoiteryhmat.sovella(luonnos, ryhmat, today);
        kotikuntaryhmat.sovella(luonnos, ryhmat);
        hetunkorjaus.sovella(luonnos, ryhmat, today);
        tallenna(luonnos);
        if (luonnos.hetuVaihtui) {
            rows.poistaAvain(luonnos.id());
        }
        if (!huoltajat.sovella(luonnos.id(), huoltajamuutokset(ryhmat))) {
            throw new MuutostietoVirhe("a HUOLTAJA is not known to the registry and has no names");
        }
    }

    /** Full data, in the caller's transaction; the feed is asked about the person from the key on. Errors: as above. */
    void perustiedot(Henkilotiedot tiedot, List<Tietoryhma> ryhmat, long avain) {
        var today = today();
        var luonnos = new Luonnos(tiedot);
        henkiloryhmat.sovella(luonnos, ryhmat, today);
        osoiteryhmat.sovella(luonnos, ryhmat, today);
        kotikuntaryhmat.korvaa(luonnos, ryhmat);
        tallenna(luonnos);
        rows.asetaAvain(luonnos.id(), avain);
        var huoltajamuutokset = huoltajamuutokset(ryhmat);
        if (huoltajamuutokset.isEmpty()) {
            huoltajat.sovella(luonnos.id(), huoltajamuutokset);
        } else {
            huoltajat.korvaaPerustiedoilla(luonnos.id(), huoltajamuutokset);
        }
    }

    private void tallenna(Luonnos luonnos) {
        Hetu.parse(luonnos.hetu).ifPresent(hetu -> {
            luonnos.syntymaaika = hetu.syntymaaika();
            luonnos.sukupuoli = hetu.sukupuoli();
        });
        rows.paivita(luonnos);
        if (!new HashSet<>(luonnos.kansalaisuudet).equals(new HashSet<>(luonnos.ennen.kansalaisuudet()))) {
            henkilot.korvaaKansalaisuudet(luonnos.henkilo(), luonnos.kansalaisuudet);
        }
        if (luonnos.turvakielto) {
            yhteystiedot.poista(luonnos.id());
        } else {
            yhteystiedot.poista(luonnos.id(), luonnos.poistettavat);
            yhteystiedot.lisaa(luonnos.id(), luonnos.uudet.values());
        }
        henkilot.merkitseMuokatuiksi(List.of(luonnos.id()));
        if (luonnos.kuolinpaiva != null) {
            // The night is far enough away that the commit comes first.
            kuoli.run();
        }
    }

    private static List<HuoltajaMuutos> huoltajamuutokset(List<Tietoryhma> ryhmat) {
        return ryhmat.stream()
                .filter(ryhma -> ryhma.laji().equals("HUOLTAJA") && (ryhma.onMuutos() || ryhma.on("POISTETTU")))
                .map(Soveltaja::huoltajamuutos)
                .toList();
    }

    private static HuoltajaMuutos huoltajamuutos(Tietoryhma ryhma) {
        var voimassa = ryhma.voimassaolevat().stream().findFirst().orElse(ryhma);
        var huoltaja = voimassa.osa("huoltaja");
        var syntymaaika = huoltaja.paiva("syntymapv");
        var kansalaisuus = huoltaja.teksti("kansalaisuuskoodi");
        return new HuoltajaMuutos(
                new Huoltaja(
                        huoltaja.teksti("henkilotunnus"),
                        huoltaja.teksti("etunimet"),
                        huoltaja.teksti("sukunimi"),
                        syntymaaika == null ? null : syntymaaika.toString(),
                        kansalaisuus == null ? List.of() : List.of(kansalaisuus),
                        null,
                        null),
                voimassa.paiva("huoltosuhteenAlkupv"),
                voimassa.paiva("huoltosuhteenLoppupv"),
                ryhma.on("POISTETTU"));
    }

    private LocalDate today() {
        return clock.today();
    }
}

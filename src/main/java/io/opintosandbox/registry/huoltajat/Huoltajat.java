package io.opintosandbox.registry.huoltajat;

import io.opintosandbox.http.Problem;
import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.HenkiloLuonti;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.dto.HuoltajaDto;
import io.opintosandbox.registry.huoltajat.HuoltajatRepository.Suhde;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.world.World;
import io.opintosandbox.world.WorldClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is whose guardian. Contract: registry-behaviour.md 11, registry-api.md 4.3. */
public final class Huoltajat {
    private static final int MOST = 10_000;

    private final World world;
    private final HuoltajatRepository rows;
    private final Henkilot henkilot;
    private final HuoltajaLuonti luonti;
    private final Huoltajuusmuutokset muutokset;
    private final Vtj vtj;

    public Huoltajat(World world, Henkilot henkilot, HenkiloLuonti luonti, Koodisto koodisto, Vtj vtj) {
        this.world = world;
        this.rows = new HuoltajatRepository(world.db());
        this.henkilot = henkilot;
        this.luonti = new HuoltajaLuonti(rows, henkilot, luonti, koodisto);
        this.muutokset = new Huoltajuusmuutokset(rows, henkilot, this.luonti);
        this.vtj = vtj;
    }

    /**
     * Puts the guardians that a query of VTJ tells in the place of those that the child has, in the caller's
     * transaction. Guardians that the registry does not know are created; {@link #kerroYksiloinnille} tells of them
     * afterwards.
     */
    public void korvaa(long lapsiId, List<VtjHenkilo.Huoltaja> huoltajat) {
        var nykyiset = henkilot.byIds(
                rows.suhteet(lapsiId).stream().map(Suhde::huoltajaId).toList());
        var today = today();
        // The query tells who is a guardian now, without dates.
        var voimassa = ilmanKaimoja(huoltajat.stream()
                .filter(huoltaja -> isInForce(huoltaja, today))
                .map(this::completed)
                .toList());
        var uudet = luonti.ids(voimassa, nykyiset);
        if (uudet.isEmpty() && nykyiset.isEmpty()) {
            return;
        }
        rows.delete(List.of(lapsiId));
        rows.insert(
                lapsiId,
                uudet.stream().map(Suhde::ilmanPaivia).toList(),
                world.clock().now());
        rows.insertMuutokset(List.of(lapsiId), world.clock().now());
    }

    /** Odd on purpose: guardians of the same names are one relation, whatever their hetus; the last of them stays. */
    private static List<VtjHenkilo.Huoltaja> ilmanKaimoja(List<VtjHenkilo.Huoltaja> huoltajat) {
        Map<Object, VtjHenkilo.Huoltaja> byNames = new LinkedHashMap<>();
        huoltajat.forEach(huoltaja -> byNames.put(
                huoltaja.etunimet() == null || huoltaja.sukunimi() == null
                        ? huoltaja
                        : List.of(huoltaja.etunimet(), huoltaja.sukunimi()),
                huoltaja));
        return List.copyOf(byNames.values());
    }

    /**
     * What a message of the change feed tells of a child's guardians, in the caller's transaction; without any the
     * relations are stored anew all the same, with their dates. New guardians are created as above.
     *
     * @return false when the registry does not know a guardian and the message has no names: nothing of it may stay
     */
    public boolean sovella(long lapsiId, List<HuoltajaMuutos> huoltajamuutokset) {
        return muutokset.sovella(
                lapsiId, huoltajamuutokset, today(), world.clock().now());
    }

    /** The guardians that full data tells, in the place of those that the child has; otherwise as above. */
    public void korvaaPerustiedoilla(long lapsiId, List<HuoltajaMuutos> huoltajamuutokset) {
        muutokset.korvaa(lapsiId, huoltajamuutokset, today(), world.clock().now());
    }

    /** Guardians may have been created since then: identification learns of them. Called after the commit. */
    public void kerroYksiloinnille(Instant since) {
        luonti.kerroYksiloinnille(since);
    }

    /** The persons are no longer anybody's children, because they are slaves now. */
    public void poistaLapsina(Collection<Long> ids) {
        var lapset = rows.lapset(ids);
        if (!lapset.isEmpty()) {
            rows.delete(lapset);
            rows.insertMuutokset(lapset, world.clock().now());
        }
    }

    /** The guardians of today; nobody for an unknown OID. */
    public List<HuoltajaDto> huoltajat(String lapsiOid) {
        return henkilot
                .byOid(lapsiOid)
                .map(lapsi -> henkilot.byIds(rows.voimassa(lapsi.id(), today())))
                .map(henkilot::tiedot)
                .orElse(List.of())
                .stream()
                .map(HuoltajaDto::of)
                .toList();
    }

    /** OIDs of children whose relations changed on these days or between them, also of relations that are gone. */
    public List<String> muuttuneet(LocalDate from, LocalDate to) {
        return rows.muuttuneet(startOf(from), startOf(to.plusDays(1)));
    }

    /** OIDs of children whose present relation was stored since. Errors: 400 A. */
    public List<String> muuttuneetAlkaen(Instant at, Optional<Integer> offset, Optional<Integer> amount) {
        var limit = amount.orElse(MOST);
        if (limit < 1) {
            throw Problem.illegalArgument("Limit must be greater than 0.");
        }
        if (offset.orElse(0) < 0) {
            throw Problem.illegalArgument("Offset must not be negative.");
        }
        return rows.muuttuneetAlkaen(at, offset.orElse(0), Math.min(limit, MOST));
    }

    /** The guardian with what VTJ knows besides the hetu. */
    private VtjHenkilo.Huoltaja completed(VtjHenkilo.Huoltaja huoltaja) {
        if (huoltaja.hetu() == null || huoltaja.etunimet() != null) {
            return huoltaja;
        }
        return vtj.henkilo(huoltaja.hetu())
                .map(henkilo -> new VtjHenkilo.Huoltaja(
                        huoltaja.hetu(),
                        henkilo.etunimet(),
                        henkilo.sukunimi(),
                        null,
                        henkilo.kansalaisuudet(),
                        null,
                        null))
                .orElse(huoltaja);
    }

    private static boolean isInForce(VtjHenkilo.Huoltaja huoltaja, LocalDate today) {
        return (huoltaja.huoltajuusAlku() == null
                        || !LocalDate.parse(huoltaja.huoltajuusAlku()).isAfter(today))
                && (huoltaja.huoltajuusLoppu() == null
                        || LocalDate.parse(huoltaja.huoltajuusLoppu()).isAfter(today));
    }

    private LocalDate today() {
        return world.clock().today();
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(WorldClock.ZONE).toInstant();
    }
}

package io.opintosandbox.registry.huoltajat;

import io.opintosandbox.http.Parameters;
import io.opintosandbox.http.Problem;
import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.HenkiloLuonti;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.UusiHenkilo;
import io.opintosandbox.registry.henkilo.VtjKoodit;
import io.opintosandbox.registry.henkilo.dto.HuoltajaDto;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is whose guardian. Contract: registry-behaviour.md 11, registry-api.md 4.3. */
public final class Huoltajat {
    private static final Logger LOG = LoggerFactory.getLogger(Huoltajat.class);

    /** Who has handled persons that come in as guardians: the account of the registry's own background runs. */
    private static final String KASITTELIJA = "1.2.246.562.24.00000000001";

    /** A nationality that is not known. */
    private static final String TUNTEMATON = "998";

    private static final int MOST = 10_000;

    private final World world;
    private final HuoltajatRepository rows;
    private final Henkilot henkilot;
    private final HenkiloLuonti luonti;
    private final Koodisto koodisto;
    private final Vtj vtj;

    public Huoltajat(World world, Henkilot henkilot, HenkiloLuonti luonti, Koodisto koodisto, Vtj vtj) {
        this.world = world;
        this.rows = new HuoltajatRepository(world.db());
        this.henkilot = henkilot;
        this.luonti = luonti;
        this.koodisto = koodisto;
        this.vtj = vtj;
    }

    /**
     * Puts the guardians that a query of VTJ tells in the place of those that the child has, in the caller's
     * transaction. Guardians that the registry does not know are created; {@link #kerroYksiloinnille} tells of them
     * afterwards.
     */
    public void korvaa(long lapsiId, List<VtjHenkilo.Huoltaja> huoltajat) {
        var nykyiset = henkilot.byIds(rows.huoltajat(lapsiId));
        var today = today();
        // The query tells who is a guardian now, without dates.
        var voimassa = ilmanKaimoja(huoltajat.stream()
                .filter(huoltaja -> isInForce(huoltaja, today))
                .map(this::completed)
                .toList());
        var uudet = ids(voimassa, nykyiset);
        if (uudet.isEmpty() && nykyiset.isEmpty()) {
            return;
        }
        rows.delete(List.of(lapsiId));
        rows.insert(lapsiId, uudet, world.clock().now());
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

    /** The person behind each guardian, created if need be. */
    private Set<Long> ids(List<VtjHenkilo.Huoltaja> huoltajat, List<Henkilo> nykyiset) {
        var hetut = huoltajat.stream()
                .map(VtjHenkilo.Huoltaja::hetu)
                .filter(hetu -> hetu != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var byHetu = hetut.isEmpty() ? Map.<String, Henkilo>of() : henkilot.byAnyHetu(hetut);
        Set<Long> found = new LinkedHashSet<>();
        Map<Object, VtjHenkilo.Huoltaja> uudet = new LinkedHashMap<>();
        for (var huoltaja : huoltajat) {
            var known = huoltaja.hetu() == null
                    ? nykyiset.stream()
                            .filter(nykyinen -> isNamed(nykyinen, huoltaja))
                            .findFirst()
                    : Optional.ofNullable(byHetu.get(huoltaja.hetu()));
            if (known.isPresent()) {
                found.add(known.get().id());
            } else if (hasNames(huoltaja)) {
                uudet.putIfAbsent(huoltaja.hetu() == null ? huoltaja : huoltaja.hetu(), huoltaja);
            }
        }
        var kaytetyt = kaytetytKansalaisuudet(uudet.values());
        luonti.luoKaikki(
                        uudet.values().stream()
                                .map(huoltaja -> uusi(huoltaja, kaytetyt))
                                .toList(),
                        KASITTELIJA)
                .forEach(henkilo -> found.add(henkilo.id()));
        return found;
    }

    private static boolean isNamed(Henkilo henkilo, VtjHenkilo.Huoltaja huoltaja) {
        return henkilo.etunimet().equals(huoltaja.etunimet())
                && henkilo.sukunimi().equals(huoltaja.sukunimi());
    }

    private static UusiHenkilo uusi(VtjHenkilo.Huoltaja huoltaja, Set<String> kaytetyt) {
        return UusiHenkilo.nimeltaan(huoltaja.etunimet(), huoltaja.etunimet(), huoltaja.sukunimi())
                .hetu(huoltaja.hetu())
                .syntymaaika(huoltaja.syntymaaika() == null ? null : LocalDate.parse(huoltaja.syntymaaika()))
                .kansalaisuudet(huoltaja.kansalaisuudet().stream()
                        .filter(kaytetyt::contains)
                        .toList())
                .valmis();
    }

    /** Odd on purpose: a code that nobody in the registry has is dropped, as in the published service. */
    private Set<String> kaytetytKansalaisuudet(Collection<VtjHenkilo.Huoltaja> uudet) {
        var koodit = uudet.stream()
                .flatMap(huoltaja -> huoltaja.kansalaisuudet().stream())
                .collect(Collectors.toSet());
        return koodit.isEmpty() ? Set.of() : rows.kaytetytKansalaisuudet(koodit);
    }

    /** The guardian with what VTJ knows besides the hetu, and with the nationality codes of today. */
    private VtjHenkilo.Huoltaja completed(VtjHenkilo.Huoltaja huoltaja) {
        var vtjssa = huoltaja.hetu() != null && huoltaja.etunimet() == null
                ? vtj.henkilo(huoltaja.hetu())
                : Optional.<VtjHenkilo>empty();
        var kansalaisuudet = vtjssa.map(VtjHenkilo::kansalaisuudet).orElse(huoltaja.kansalaisuudet());
        return new VtjHenkilo.Huoltaja(
                huoltaja.hetu(),
                vtjssa.map(VtjHenkilo::etunimet).orElse(huoltaja.etunimet()),
                vtjssa.map(VtjHenkilo::sukunimi).orElse(huoltaja.sukunimi()),
                huoltaja.syntymaaika(),
                kansalaisuudet.stream()
                        .map(VtjKoodit::maa)
                        .map(koodi -> koodisto.has("maatjavaltiot2", koodi) ? koodi : TUNTEMATON)
                        .distinct()
                        .toList(),
                null,
                null);
    }

    private static boolean hasNames(VtjHenkilo.Huoltaja huoltaja) {
        if (huoltaja.etunimet() == null || huoltaja.sukunimi() == null) {
            // Where nobody made the data up by hand this cannot be.
            LOG.warn("a guardian was left out: give it names, or put it into VTJ");
            return false;
        }
        return true;
    }

    private static boolean isInForce(VtjHenkilo.Huoltaja huoltaja, LocalDate today) {
        return (huoltaja.huoltajuusAlku() == null
                        || !LocalDate.parse(huoltaja.huoltajuusAlku()).isAfter(today))
                && (huoltaja.huoltajuusLoppu() == null
                        || LocalDate.parse(huoltaja.huoltajuusLoppu()).isAfter(today));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.clock().now(), Parameters.ZONE);
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(Parameters.ZONE).toInstant();
    }
}

package io.opintosandbox.registry.henkilo;

import io.opintosandbox.id.NaturalKey;
import io.opintosandbox.id.OidGenerator;
import io.opintosandbox.registry.henkilo.HenkilotietoRepository.Oma;
import io.opintosandbox.store.StoreException.UniqueViolation;
import io.opintosandbox.store.WorldDb;
import io.opintosandbox.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Creates persons, each with an OID of its own. Contract: registry-behaviour.md 1 and 7. */
public final class HenkiloLuonti {
    private static final int OID_TRIES = 5;

    private final World world;
    private final WorldDb db;
    private final Henkilot henkilot;
    private final HenkiloRepository rows;
    private final HenkilotietoRepository tietorivit;
    private final OidGenerator oids;
    private final Consumer<Instant> identifyAt;

    /** @param identifyAt is told when newcomers are to be identified */
    public HenkiloLuonti(World world, Henkilot henkilot, OidGenerator oids, Consumer<Instant> identifyAt) {
        this.world = world;
        this.db = world.db();
        this.henkilot = henkilot;
        this.rows = new HenkiloRepository(db);
        this.tietorivit = new HenkilotietoRepository(db);
        this.oids = oids;
        this.identifyAt = identifyAt;
    }

    /**
     * Creates one person that {@link HenkiloTarkistus} has let through, attached to organisations. Errors: 400 A when
     * somebody else creates the same person at this moment.
     */
    public Henkilo luo(UusiHenkilo uusi, String kasittelijaOid, Set<String> organisaatiot) {
        for (int attempt = 0; ; attempt++) {
            try {
                var luotu = db.transaction(() -> {
                    var henkilo = luoKaikki(List.of(uusi), kasittelijaOid).get(0);
                    henkilot.liita(List.of(henkilo.id()), organisaatiot);
                    return henkilo;
                });
                kerroYksiloinnille(luotu.muokattu());
                return luotu;
            } catch (UniqueViolation e) {
                // Two people were given one candidate at once: the one who came second takes another.
                if (!e.constraint().equals("henkilo_oid_key") || attempt == OID_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Creates several persons, in the caller's transaction and unchecked, as imports do. */
    public List<Henkilo> luoKaikki(List<UusiHenkilo> uudet, String kasittelijaOid) {
        if (uudet.isEmpty()) {
            return List.of();
        }
        var now = world.clock().now();
        var chosen = chooseOids(uudet);
        List<HenkiloRepository.Numbered> people = new ArrayList<>();
        for (int i = 0; i < uudet.size(); i++) {
            people.add(new HenkiloRepository.Numbered(db.nextNumber(), chosen.get(i), uudet.get(i)));
        }
        rows.insert(people, kasittelijaOid, now, yksilointivuoro(now));
        insertBelongings(people);
        var vuoro = yksilointivuoro(now);
        return people.stream()
                .map(person -> created(person, kasittelijaOid, now, vuoro))
                .toList();
    }

    private void insertBelongings(List<HenkiloRepository.Numbered> people) {
        tietorivit.insertKansalaisuudet(ofAll(people, UusiHenkilo::kansalaisuudet));
        tietorivit.insertPassinumerot(ofAll(people, UusiHenkilo::passinumerot));
        tietorivit.insertTunnisteet(ofAll(people, UusiHenkilo::tunnisteet));
        tietorivit.insertEidas(
                ofAll(people, uusi -> uusi.eidasTunniste() == null ? List.of() : List.of(uusi.eidasTunniste())));
        tietorivit.insertRyhmat(ofAll(
                people,
                uusi -> uusi.yhteystietoryhmat().stream()
                        .filter(ryhma -> ryhma.isKept(uusi.turvakielto()))
                        .toList()));
    }

    private static <T> List<Oma<T>> ofAll(
            List<HenkiloRepository.Numbered> people, Function<UusiHenkilo, List<T>> belongings) {
        return people.stream()
                .flatMap(person -> belongings.apply(person.henkilo()).stream().map(own -> new Oma<>(person.id(), own)))
                .toList();
    }

    /** Newcomers of now have been stored; see {@link #kerroYksiloinnille(Instant)}. */
    public void kerroYksiloinnille() {
        kerroYksiloinnille(world.clock().now());
    }

    /**
     * Newcomers have been stored: the identification learns when their turn is. Called after the commit.
     *
     * @param luotu when they came in, or earlier: the clock may have been moved since
     */
    public void kerroYksiloinnille(Instant luotu) {
        var vuoro = yksilointivuoro(luotu);
        if (vuoro != null) {
            identifyAt.accept(vuoro);
        }
    }

    /** When a person that comes in now is identified; null when nobody is identified by itself. */
    Instant yksilointivuoro(Instant now) {
        var settings = world.settings();
        return settings.identification() ? now.plus(settings.identificationDelay()) : null;
    }

    /** The first free candidate of each person; one statement for all, more only when a candidate is taken. */
    private List<String> chooseOids(List<UusiHenkilo> uudet) {
        var chosen = new String[uudet.size()];
        Set<String> used = new HashSet<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            open.add(i);
        }
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            Map<Integer, String> candidates = new HashMap<>();
            for (int i : open) {
                candidates.put(
                        i, oids.candidate(naturalKey(uudet.get(i)), attempt).value());
            }
            used.addAll(rows.takenOids(candidates.values()));
            open.removeIf(i -> {
                var free = used.add(candidates.get(i));
                chosen[i] = candidates.get(i);
                return free;
            });
        }
        return List.of(chosen);
    }

    private static String naturalKey(UusiHenkilo uusi) {
        if (uusi.hetu() != null) {
            return NaturalKey.ofHetu(uusi.hetu());
        }
        if (!uusi.passinumerot().isEmpty()) {
            return NaturalKey.ofPassinumero(uusi.passinumerot().get(0));
        }
        return uusi.tunnisteet().stream()
                .filter(tunniste -> tunniste.idp().equals(IdpEntityId.EMAIL.koodi()))
                .findFirst()
                .map(tunniste -> NaturalKey.ofSahkoposti(tunniste.tunniste()))
                .orElseGet(() -> NaturalKey.ofNames(uusi.etunimet(), uusi.sukunimi(), uusi.syntymaaika(), 0));
    }

    private static Henkilo created(
            HenkiloRepository.Numbered person, String kasittelijaOid, Instant now, Instant vuoro) {
        var uusi = person.henkilo();
        var tila = uusi.tila();
        return new Henkilo(
                person.id(),
                person.oid(),
                uusi.hetu(),
                uusi.etunimet(),
                uusi.kutsumanimi(),
                uusi.sukunimi(),
                uusi.syntymaaika(),
                null,
                uusi.sukupuoli(),
                uusi.aidinkieli(),
                uusi.asiointikieli(),
                uusi.kotikunta(),
                uusi.turvakielto(),
                tila.eiSuomalaistaHetua(),
                tila.passivoitu(),
                tila.duplikaatti(),
                tila.yksiloity(),
                tila.yksiloityVtj(),
                tila.yksiloityEidas(),
                tila.yksilointiYritetty(),
                kasittelijaOid,
                now,
                now,
                tila.vtjsynced(),
                null,
                null,
                uusi.hetu() == null ? null : vuoro);
    }
}

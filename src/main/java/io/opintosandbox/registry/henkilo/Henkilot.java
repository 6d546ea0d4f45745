package io.opintosandbox.registry.henkilo;

import io.opintosandbox.http.Problem;
import io.opintosandbox.http.Problem.FieldError;
import io.opintosandbox.id.NaturalKey;
import io.opintosandbox.id.OidGenerator;
import io.opintosandbox.store.StoreException.UniqueViolation;
import io.opintosandbox.store.WorldDb;
import io.opintosandbox.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The persons of one world's registry: finding, creating, attaching to organisations. */
public final class Henkilot {
    private static final int OID_TRIES = 5;

    private final World world;
    private final WorldDb db;
    private final HenkiloRepository rows;
    private final OidGenerator oids;
    private final Consumer<Instant> identifyAt;

    /** @param identifyAt is told when newcomers are to be identified */
    public Henkilot(World world, OidGenerator oids, Consumer<Instant> identifyAt) {
        this.world = world;
        this.identifyAt = identifyAt;
        this.db = world.db();
        this.rows = new HenkiloRepository(db);
        this.oids = oids;
    }

    /** The person whose current hetu this is. */
    public Optional<Henkilo> byHetu(String hetu) {
        return rows.byHetu(hetu);
    }

    public Optional<Henkilo> byOid(String oid) {
        return rows.byOid(oid);
    }

    public List<Henkilo> byIds(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : rows.byIds(ids);
    }

    /** The holder of each hetu, be it their current or a former official one. */
    public Map<String, Henkilo> byAnyHetu(Collection<String> hetut) {
        Map<String, Henkilo> found = new HashMap<>();
        rows.byHetut(hetut).forEach(henkilo -> found.put(henkilo.hetu(), henkilo));
        var missing = hetut.stream().filter(hetu -> !found.containsKey(hetu)).toList();
        if (!missing.isEmpty()) {
            found.putAll(rows.byOfficialHetut(missing));
        }
        return found;
    }

    /** How many persons there are, slaves and passive ones among them. */
    public long count() {
        return rows.count();
    }

    /**
     * Creates one person that {@link #tarkista} has let through, attached to organisations. Errors: 400 A when
     * somebody else creates the same person at this moment.
     */
    public Henkilo luo(UusiHenkilo uusi, String kasittelijaOid, Set<String> organisaatiot) {
        for (int attempt = 0; ; attempt++) {
            try {
                var luotu = db.transaction(() -> {
                    var henkilo = luoKaikki(List.of(uusi), kasittelijaOid).get(0);
                    liita(List.of(henkilo.id()), organisaatiot);
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
        return people.stream().map(person -> created(person, now)).toList();
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
    private Instant yksilointivuoro(Instant now) {
        var settings = world.settings();
        return settings.identification() ? now.plus(settings.identificationDelay()) : null;
    }

    /** Attaches persons to organisations; those that are attached already stay so. */
    public void liita(Collection<Long> ids, Set<String> organisaatiot) {
        if (ids.size() == 1 && rows.organisaatiot(ids.iterator().next()).containsAll(organisaatiot)) {
            return;
        }
        rows.insertOrganisaatiot(ids, organisaatiot);
    }

    /** The persons count as modified now. */
    public void merkitseMuokatuiksi(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            rows.touch(ids, world.clock().now());
        }
    }

    /** Puts a ready-made person into the state that a fixture says: identified by hand, linked, passive. */
    public void asetaTila(Henkilo henkilo, boolean yksiloity, Long masterId, boolean passivoitu, boolean duplikaatti) {
        rows.mark(henkilo.id(), yksiloity, masterId, passivoitu, duplikaatti);
    }

    /** The checks before a creation: registry-api.md 6.2. Errors: 400 A+E with every rule that is broken. */
    public void tarkista(UusiHenkilo uusi) {
        List<FieldError> errors = new ArrayList<>();
        if (uusi.hetu() != null) {
            // Told twice when both hold, as in the published service.
            if (rows.byHetu(uusi.hetu()).isPresent()) {
                errors.add(hetuExists(uusi.hetu()));
            }
            if (rows.isOfficialHetu(uusi.hetu())) {
                errors.add(hetuExists(uusi.hetu()));
            }
        }
        if (!Kutsumanimi.isPartOf(uusi.kutsumanimi(), uusi.etunimet())) {
            errors.add(new FieldError(
                    "kutsumanimi.must.exist.in.etunimet",
                    List.of(uusi.kutsumanimi(), uusi.etunimet()),
                    "Kutsumanimen on oltava osa etunimeä",
                    "kutsumanimi",
                    uusi.kutsumanimi()));
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable("henkiloCreate", errors);
        }
    }

    private static FieldError hetuExists(String hetu) {
        return new FieldError("socialsecuritynr.already.exists", null, null, "hetu", hetu);
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
        return uusi.hetu() != null
                ? NaturalKey.ofHetu(uusi.hetu())
                : NaturalKey.ofNames(uusi.etunimet(), uusi.sukunimi(), uusi.syntymaaika(), 0);
    }

    private static Henkilo created(HenkiloRepository.Numbered person, Instant now) {
        var uusi = person.henkilo();
        return new Henkilo(
                person.id(),
                person.oid(),
                uusi.hetu(),
                uusi.etunimet(),
                uusi.kutsumanimi(),
                uusi.sukunimi(),
                uusi.syntymaaika(),
                null,
                false,
                false,
                false,
                false,
                false,
                false,
                null,
                now);
    }
}

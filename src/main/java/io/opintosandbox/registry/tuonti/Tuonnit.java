package io.opintosandbox.registry.tuonti;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.Right;
import io.opintosandbox.http.Problem;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.HenkiloLuonti;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.world.World;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The imports of one world: accepting, watching, continuing. Contract: registry-behaviour.md 17. */
public final class Tuonnit {
    private final World world;
    private final TuontiRepository rows;
    private final Henkilot henkilot;
    private final TuontiWork work;

    public Tuonnit(World world, Henkilot henkilot, HenkiloLuonti luonti) {
        this.world = world;
        this.rows = new TuontiRepository(world.db());
        this.henkilot = henkilot;
        this.work = new TuontiWork(world, rows, henkilot, luonti);
        world.background().add(work);
        world.faults()
                .whenRemoved(() -> world.background().wake(work, world.clock().now()));
    }

    /** A processed row and the person that it led to. */
    public record KasiteltyRivi(String tunniste, Henkilo henkilo, boolean ristiriita) {}

    /** Accepts an import; the rows are processed in the background. Errors: 400 A without an organisation. */
    public Tuonti aloita(Kutsuja kutsuja, Tuonti.Api api, String sahkoposti, List<TuontiRivi> rivit) {
        var organisaatiot = kutsuja.organisaatiot(Right.OPPIJOIDENTUONTI, Right.YLEISTUNNISTE_LUONTI);
        if (organisaatiot.isEmpty()) {
            throw Problem.validation(
                    "Käyttäjällä " + kutsuja.oid() + " ei ole yhtään organisaatiota joihin oppijat liitetään");
        }
        var now = world.clock().now();
        var tuonti = new Tuonti(world.db().nextNumber(), rivit.size(), 0, true, kutsuja.oid());
        world.db().transaction(() -> rows.insert(tuonti, api, sahkoposti, now, organisaatiot, rivit));
        world.background().wake(work, now);
        return tuonti;
    }

    /** Processes what waits, this import among it, and answers when that is done. Errors: 404 B. */
    public Tuonti valmiiksi(long id) {
        world.background().finish(work);
        return tuonti(id);
    }

    /** An import as it stands. Errors: 404 B. */
    public Tuonti tuonti(long id) {
        return rows.tuonti(id).orElseThrow(() -> Problem.notFound("no import has the id " + id));
    }

    /** Starts a stopped import again where it stopped; a finished one stays as it is. Errors: 404 B. */
    public Tuonti jatka(long id, Tuonti.Api api) {
        var tuonti = tuonti(id);
        if (!tuonti.kasitelty()) {
            rows.restart(id, api);
            world.background().wake(work, world.clock().now());
        }
        return tuonti;
    }

    /**
     * The processed rows whose persons the caller's organisations know. Errors: 403 A when there is none,
     * which is also the answer before the first part has been processed.
     */
    public List<KasiteltyRivi> nakyvatRivit(Kutsuja kutsuja, Tuonti tuonti) {
        var kasitellyt = kutsuja.readsAll()
                ? rows.kasitellyt(tuonti.id())
                : rows.kasitellyt(
                        tuonti.id(),
                        kutsuja.organisaatiot(
                                Right.OPPIJOIDENTUONTI, Right.YLEISTUNNISTE_LUONTI, Right.TUONTIDATA_READ));
        if (kasitellyt.isEmpty()) {
            throw Problem.forbidden("Oppijoiden tuonnin tietoihin ei oikeuksia");
        }
        var ids = kasitellyt.stream()
                .map(TuontiRepository.Kasitelty::henkiloId)
                .collect(Collectors.toCollection(TreeSet::new));
        var people = henkilot.byIds(ids).stream().collect(Collectors.toMap(Henkilo::id, Function.identity()));
        return kasitellyt.stream()
                .map(rivi -> new KasiteltyRivi(rivi.tunniste(), people.get(rivi.henkiloId()), rivi.ristiriita()))
                .toList();
    }

    /** All rows of an import as they were sent, in the order in which they were. */
    public List<TuontiRivi> rivit(Tuonti tuonti) {
        return rows.rivit(tuonti.id(), 0, tuonti.kasiteltavia());
    }

    /** The organisations that the import attaches its people to. */
    public Set<String> organisaatiot(Tuonti tuonti) {
        return rows.organisaatiot(tuonti.id());
    }

    /**
     * Looks at the processed imports with somebody that identification has tried, once each, in the caller's
     * transaction. The addresses of those with somebody that it could not identify. Contract: registry-behaviour.md 17.5.
     */
    public List<String> kasitteleIlmoitukset() {
        var ilmoitukset = rows.ilmoitukset();
        rows.merkitseIlmoitetuiksi(ilmoitukset);
        return ilmoitukset.stream()
                .filter(TuontiRepository.Ilmoitus::epaonnistuneita)
                .map(TuontiRepository.Ilmoitus::sahkoposti)
                .distinct()
                .toList();
    }

    /** How many imports there are. */
    public long count() {
        return rows.count();
    }

    /** How many of them wait or are being worked on. */
    public long unfinished() {
        return rows.unfinished();
    }
}

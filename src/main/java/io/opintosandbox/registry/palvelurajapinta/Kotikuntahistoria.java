package io.opintosandbox.registry.palvelurajapinta;

import io.opintosandbox.registry.palvelurajapinta.KotikuntahistoriaRepository.Rivi;
import io.opintosandbox.registry.palvelurajapinta.Wire.KotikuntaHistoriaDto;
import io.opintosandbox.store.WorldDb;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Where people live and have lived, as VTJ's full data and change feed tell it; people known through queries alone
 * have no history. Who may see it hangs on the person's turvakielto of today.
 * Contract: registry-api.md 4.4, registry-behaviour.md 20.
 */
public final class Kotikuntahistoria {
    private static final Comparator<Rivi> BY_MOVE = Comparator.comparing(
                    (Rivi rivi) -> rivi.asuminen().kuntaanMuuttopv(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Rivi::id);

    private final WorldDb db;
    private final KotikuntahistoriaRepository rows;

    public Kotikuntahistoria(WorldDb db) {
        this.db = db;
        this.rows = new KotikuntahistoriaRepository(db);
    }

    /**
     * A time in a municipality.
     *
     * @param kotikunta the code as VTJ has it, known to koodisto or not
     * @param kuntaanMuuttopv null when VTJ did not tell it
     * @param kunnastaPoisMuuttopv null while it lasts
     */
    public record Asuminen(String kotikunta, LocalDate kuntaanMuuttopv, LocalDate kunnastaPoisMuuttopv) {}

    /** The history of those who have no turvakielto, the earliest move first; unknown OIDs are left out. */
    public List<KotikuntaHistoriaDto> ilmanTurvakieltoa(Collection<String> oids) {
        return historia(oids, false);
    }

    /** The history of those who have a turvakielto. */
    public List<KotikuntaHistoriaDto> turvakiellossa(Collection<String> oids) {
        return historia(oids, true);
    }

    private List<KotikuntaHistoriaDto> historia(Collection<String> oids, boolean turvakielto) {
        var wanted = oids.stream().filter(Objects::nonNull).distinct().toList();
        return wanted.isEmpty()
                ? List.of()
                : rows.rivit(wanted, turvakielto).stream()
                        .sorted(BY_MOVE)
                        .map(rivi -> new KotikuntaHistoriaDto(
                                rivi.oid(),
                                rivi.asuminen().kotikunta(),
                                rivi.asuminen().kuntaanMuuttopv(),
                                rivi.asuminen().kunnastaPoisMuuttopv()))
                        .toList();
    }

    /** The person's history is this and nothing else from now on. */
    public void korvaa(long henkiloId, List<Asuminen> historia) {
        db.transaction(() -> {
            rows.delete(henkiloId);
            rows.insert(henkiloId, historia);
        });
    }

    /** Adds to the history, also what is there already; nothing that is there is closed by it. */
    public void lisaa(long henkiloId, Asuminen asuminen) {
        rows.insert(henkiloId, List.of(asuminen));
    }

    /** Takes what has exactly this code and these dates out of the history; true when there was such. */
    public boolean poista(long henkiloId, Asuminen asuminen) {
        return rows.delete(henkiloId, asuminen) > 0;
    }

    /** Writes one time over another of exactly that code and those dates; true when there was such. */
    public boolean korjaa(long henkiloId, Asuminen vanha, Asuminen uusi) {
        return rows.update(henkiloId, vanha, uusi) > 0;
    }

    /**
     * Sets when the person left a municipality that it moved to on a day, whatever leaving date stands there now; true
     * when there was such.
     */
    public boolean paata(long henkiloId, Asuminen paattynyt) {
        return rows.end(henkiloId, paattynyt) > 0;
    }
}

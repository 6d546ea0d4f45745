package io.opintosandbox.registry.muutostiedot;

import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.palvelurajapinta.Kotikuntahistoria;
import io.opintosandbox.registry.palvelurajapinta.Kotikuntahistoria.Asuminen;
import java.util.List;

/**
 * The groups of home municipalities, present and former. The history keeps the code that VTJ sent, the person one that
 * koodisto knows. Contract: registry-behaviour.md 20.
 */
final class Kotikuntaryhmat {
    private static final String KOTIKUNTA = "KOTIKUNTA";
    private static final String EDELLINEN = "EDELLINEN_KOTIKUNTA";
    private static final String TUNTEMATON = "999";

    private final Koodisto koodisto;
    private final Kotikuntahistoria historia;

    Kotikuntaryhmat(Koodisto koodisto, Kotikuntahistoria historia) {
        this.koodisto = koodisto;
        this.historia = historia;
    }

    /** What a message of the feed changes, one group after the other. */
    void sovella(Luonnos luonnos, List<Tietoryhma> ryhmat) {
        for (int i = 0; i < ryhmat.size(); i++) {
            var ryhma = ryhmat.get(i);
            if (ryhma.laji().equals(KOTIKUNTA)) {
                kotikunta(luonnos, ryhma);
            } else if (ryhma.laji().equals(EDELLINEN)) {
                edellinen(luonnos.id(), ryhma, i + 1 < ryhmat.size() ? ryhmat.get(i + 1) : null);
            }
        }
    }

    /** Full data: what it tells takes the place of what was there. */
    void korvaa(Luonnos luonnos, List<Tietoryhma> ryhmat) {
        ryhmat.stream()
                .filter(ryhma -> ryhma.laji().equals(KOTIKUNTA))
                .findFirst()
                .ifPresent(ryhma -> luonnos.kotikunta = koodi(ryhma));
        var asumiset = ryhmat.stream()
                .filter(ryhma -> ryhma.laji().equals(KOTIKUNTA) || ryhma.laji().equals(EDELLINEN))
                .map(Kotikuntaryhmat::asuminen)
                .toList();
        if (!asumiset.isEmpty()) {
            historia.korvaa(luonnos.id(), asumiset);
        }
    }

    private void kotikunta(Luonnos luonnos, Tietoryhma ryhma) {
        if (ryhma.on("LISATTY")) {
            luonnos.kotikunta = koodi(ryhma);
            historia.lisaa(luonnos.id(), asuminen(ryhma));
        } else if (ryhma.on("POISTETTU")) {
            luonnos.kotikunta = koodi(ryhma.voimassaolevat().stream()
                    .findFirst()
                    .orElseThrow(() -> new MuutostietoVirhe(
                            "KOTIKUNTA was removed, and voimassaolevatTiedot does not tell which one is in force")));
            historia.poista(luonnos.id(), asuminen(ryhma));
        }
    }

    private void edellinen(long henkiloId, Tietoryhma ryhma, Tietoryhma seuraava) {
        if (ryhma.on("MUUTETTU")) {
            historia.paata(henkiloId, asuminen(ryhma));
        } else if (ryhma.on("LISATTY")) {
            historia.lisaa(henkiloId, asuminen(ryhma));
        } else if (ryhma.on("POISTETTU")) {
            historia.poista(henkiloId, asuminen(ryhma));
        } else if (ryhma.on("KORJATTAVA")) {
            if (seuraava == null) {
                throw new MuutostietoVirhe("EDELLINEN_KOTIKUNTA is to be corrected, but no group says to what");
            }
            historia.korjaa(henkiloId, asuminen(ryhma), asuminen(seuraava));
        }
    }

    private String koodi(Tietoryhma ryhma) {
        var koodi = ryhma.vaadittu("kuntakoodi");
        return koodisto.has("kunta", koodi) ? koodi : TUNTEMATON;
    }

    private static Asuminen asuminen(Tietoryhma ryhma) {
        return new Asuminen(
                ryhma.vaadittu("kuntakoodi"), ryhma.paiva("kuntaanMuuttopv"), ryhma.paiva("kunnastaPoisMuuttopv"));
    }
}

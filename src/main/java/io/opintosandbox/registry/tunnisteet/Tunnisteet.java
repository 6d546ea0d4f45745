package io.opintosandbox.registry.tunnisteet;

import io.opintosandbox.http.Problem;
import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Tunniste;
import io.opintosandbox.registry.henkilo.IdpEntityId;
import io.opintosandbox.registry.henkilo.dto.HenkiloDto;
import io.opintosandbox.registry.henkilo.dto.IdentificationDto;
import io.opintosandbox.store.WorldDb;
import java.util.List;
import java.util.function.UnaryOperator;

/** What people log in with, and their passport numbers. Contract: registry-api.md 4.3. */
public final class Tunnisteet {
    private final WorldDb db;
    private final TunnisteRepository rows;
    private final Henkilot henkilot;
    private final Koodisto koodisto;

    public Tunnisteet(WorldDb db, Henkilot henkilot, Koodisto koodisto) {
        this.db = db;
        this.rows = new TunnisteRepository(db);
        this.henkilot = henkilot;
        this.koodisto = koodisto;
    }

    /** An identifier that a call asks about. */
    public record Haku(IdpEntityId idp, String id) {}

    /**
     * The person who logs in with it. Errors: 404 B, 409 A+Q when there are several.
     *
     * @param luettava throws when the caller may not read the person
     */
    public HenkiloDto henkilo(Haku haku, UnaryOperator<Henkilo> luettava) {
        var found = henkilot.byTunnisteet(List.of(new Tunniste(haku.idp().koodi(), haku.id())));
        if (found.isEmpty()) {
            throw Problem.notFound("nobody logs in with that identifier");
        }
        if (found.size() > 1) {
            throw Problem.notUnique(found.size() + " persons have that identifier");
        }
        return HenkiloDto.of(henkilot.tiedot(luettava.apply(found.get(0))));
    }

    /** Errors: 404 B. */
    public List<IdentificationDto> tunnisteet(String oid) {
        return tunnisteet(henkilot.henkilo(oid));
    }

    /** Adds one and answers all. Errors: 404 B; 400 A for eIDAS, and for one that anybody has already. */
    public List<IdentificationDto> lisaa(String oid, IdentificationDto uusi) {
        return db.transaction(() -> {
            var henkilo = henkilot.henkilo(oid);
            if (uusi.idpEntityId() == IdpEntityId.EIDAS) {
                throw Problem.validation("eIDAS-tunnisteiden lisääminen ei ole sallittua");
            }
            var koodi = uusi.idpEntityId().koodi();
            if (!koodisto.has("henkilontunnistetyypit", koodi)) {
                throw Problem.validation("Tuntematon koodiston 'henkilontunnistetyypit' koodi " + koodi);
            }
            if (!henkilot.byTunnisteet(List.of(uusi.tunniste())).isEmpty()) {
                throw Problem.validation("Duplikaattitunnisteiden lisääminen ei ole sallittua");
            }
            rows.insert(henkilo.id(), uusi.tunniste());
            henkilot.merkitseMuokatuiksi(List.of(henkilo.id()));
            return tunnisteet(henkilo);
        });
    }

    /** Removes one, if it is there, and answers what is left. Errors: 404 B. */
    public List<IdentificationDto> poista(String oid, Haku haku) {
        return db.transaction(() -> {
            var henkilo = henkilot.henkilo(oid);
            if (rows.delete(henkilo.id(), new Tunniste(haku.idp().koodi(), haku.id()))) {
                henkilot.merkitseMuokatuiksi(List.of(henkilo.id()));
            }
            return tunnisteet(henkilo);
        });
    }

    /** Errors: 404 B. */
    public List<String> passinumerot(String oid) {
        return henkilot.tiedot(henkilot.henkilo(oid)).passinumerot();
    }

    /**
     * Replaces them all by these, each once; {@code modified} stays. Errors: 404 B; 400 A for a blank one, and for one that somebody else
     * has.
     */
    public List<String> asetaPassinumerot(String oid, List<String> passinumerot) {
        if (passinumerot.stream().anyMatch(numero -> numero == null || numero.isBlank())) {
            throw Problem.constraint("setPassportNumbers.passinumerot[].<iterable element>: must not be blank");
        }
        return db.transaction(() -> {
            var henkilo = henkilot.henkilo(oid);
            var uudet = passinumerot.stream().distinct().toList();
            rows.replacePassinumerot(henkilo.id(), uudet);
            return uudet;
        });
    }

    private List<IdentificationDto> tunnisteet(Henkilo henkilo) {
        return IdentificationDto.of(henkilot.tiedot(henkilo).tunnisteet());
    }
}

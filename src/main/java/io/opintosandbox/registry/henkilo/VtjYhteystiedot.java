package io.opintosandbox.registry.henkilo;

import io.opintosandbox.registry.henkilo.Henkilotiedot.Yhteystieto;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Yhteystietoryhma;
import io.opintosandbox.registry.henkilo.HenkilotietoRepository.Oma;
import io.opintosandbox.store.WorldDb;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The contact groups that VTJ tells of people, which nobody else may edit. Contract: registry-behaviour.md 9 and 20. */
public final class VtjYhteystiedot {
    /** The origin of VTJ's contact groups. */
    public static final String ALKUPERA = "alkupera1";

    /** Kinds of its groups that both a query and the feed tell; the feed knows more. */
    public static final String KOTIMAINEN_OSOITE = "yhteystietotyyppi4";

    public static final String ULKOMAINEN_OSOITE = "yhteystietotyyppi5";
    public static final String SAHKOPOSTIOSOITE = "yhteystietotyyppi8";

    public static final String KATUOSOITE = "YHTEYSTIETO_KATUOSOITE";
    public static final String POSTINUMERO = "YHTEYSTIETO_POSTINUMERO";
    public static final String KAUPUNKI = "YHTEYSTIETO_KAUPUNKI";
    public static final String KUNTA = "YHTEYSTIETO_KUNTA";
    public static final String MAA = "YHTEYSTIETO_MAA";
    public static final String SAHKOPOSTI = "YHTEYSTIETO_SAHKOPOSTI";

    private final HenkilotietoRepository rows;

    public VtjYhteystiedot(WorldDb db) {
        this.rows = new HenkilotietoRepository(db);
    }

    /**
     * A contact group.
     *
     * @param kuvaus code of yhteystietotyypit
     * @param yhteystiedot values by type, one of the constants above
     */
    public record Ryhma(String kuvaus, Map<String, String> yhteystiedot) {}

    /** Takes all groups of VTJ away. */
    public void poista(long henkiloId) {
        rows.deleteRyhmat(rows.ryhmat(henkiloId, ALKUPERA));
    }

    /** Takes VTJ's groups of these kinds away. */
    public void poista(long henkiloId, Collection<String> kuvaukset) {
        if (!kuvaukset.isEmpty()) {
            rows.deleteRyhmat(rows.ryhmat(henkiloId, ALKUPERA, kuvaukset));
        }
    }

    /** Adds groups beside those that are there. */
    public void lisaa(long henkiloId, Collection<Ryhma> ryhmat) {
        rows.insertRyhmat(ryhmat.stream()
                .map(ryhma -> new Oma<>(
                        henkiloId, new Yhteystietoryhma(null, ryhma.kuvaus(), ALKUPERA, true, yhteystiedot(ryhma))))
                .toList());
    }

    private static List<Yhteystieto> yhteystiedot(Ryhma ryhma) {
        return ryhma.yhteystiedot().entrySet().stream()
                .map(entry -> new Yhteystieto(entry.getKey(), entry.getValue()))
                .toList();
    }
}

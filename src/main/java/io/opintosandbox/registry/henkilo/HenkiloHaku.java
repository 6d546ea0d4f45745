package io.opintosandbox.registry.henkilo;

import io.opintosandbox.http.Problem;
import io.opintosandbox.registry.henkilo.dto.HenkiloLists.HenkiloHakuDto;
import io.opintosandbox.registry.page.Slice;
import io.opintosandbox.store.WorldDb;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** Searches for persons by what a clerk knows of them. Contract: registry-api.md 4.3. */
public final class HenkiloHaku {
    private final HenkiloHakuRepository rows;

    public HenkiloHaku(WorldDb db) {
        this.rows = new HenkiloHakuRepository(db);
    }

    /**
     * The first active person, by surname and call name, with that hetu or OID, or with the term in a name.
     * Errors: 404 B.
     *
     * @param luettava throws when the caller may not read the person
     */
    public HenkiloHakuDto hakutermilla(String hakutermi, UnaryOperator<Henkilo> luettava) {
        return HenkiloHakuDto.of(luettava.apply(rows.byHakutermi(hakutermi)
                .orElseThrow(() -> Problem.notFound("no active person has that hetu, OID or part of a name"))));
    }

    /** OIDs of the people who have exactly that contact value. */
    public List<String> yhteystiedolla(String arvo) {
        return rows.byYhteystieto(arvo);
    }

    /**
     * Conditions of the hidden search; what is null or empty does not restrict.
     *
     * @param nakyvat OIDs of the people whom the caller may see, or null for everybody
     */
    public record Ehdot(
            List<String> henkiloOids,
            String hetu,
            Boolean passivoitu,
            Boolean duplikaatti,
            Collection<String> nakyvat) {}

    /** Errors: none; nobody visible is an empty slice. */
    public Slice<HenkiloHakuDto> hae(Ehdot ehdot, int page, int count) {
        var found = ehdot.nakyvat() != null && ehdot.nakyvat().isEmpty()
                ? List.<Henkilo>of()
                : rows.search(ehdot, (long) (page - 1) * count, count + 1L);
        return Slice.of(found, page, count, HenkiloHakuDto::of);
    }
}

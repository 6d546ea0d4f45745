package io.opintosandbox.registry.palvelurajapinta;

import io.opintosandbox.http.Problem;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.dto.HenkiloCriteria;
import io.opintosandbox.registry.henkilo.dto.HenkiloLists.HenkiloHakuPerustietoDto;
import io.opintosandbox.registry.henkilo.dto.HenkiloLists.HenkiloMunicipalDobDto;
import io.opintosandbox.registry.henkilo.dto.HenkiloLists.HenkiloYhteystiedotDto;
import io.opintosandbox.registry.page.Slice;
import io.opintosandbox.registry.palvelurajapinta.Wire.HenkiloViiteDto;
import io.opintosandbox.store.WorldDb;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What other services read from the registry: who somebody is, who is linked to whom, who has changed. Nobody is
 * left out for the caller's sake. Contract: registry-api.md 4.4, registry-behaviour.md 10, 16 and 19.
 */
public final class Palvelurajapinta {
    private static final int SLICE = 5000;
    /** Where birth dates end, which not every database can go beyond. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private final Henkilot henkilot;
    private final HenkiloHakuRepository rows;

    public Palvelurajapinta(WorldDb db, Henkilot henkilot) {
        this.henkilot = henkilot;
        this.rows = new HenkiloHakuRepository(db);
    }

    /** By the current hetu or a former one. Errors: 404 B, for what is no hetu as well. */
    public String oidByHetu(String hetu) {
        return henkilot.byAnyHetu(hetu)
                .map(Henkilo::oid)
                .orElseThrow(() -> Problem.notFound("no person has or had the hetu; only synthetic ones are known"));
    }

    /** Errors: 404 B. */
    public String oidByEidas(String tunniste) {
        return (tunniste == null ? java.util.Optional.<Henkilo>empty() : henkilot.byEidas(tunniste))
                .map(Henkilo::oid)
                .orElseThrow(() -> Problem.notFound("no person has the eIDAS identifier"));
    }

    /**
     * All links of the groups that the people belong to, be they masters or slaves in them; each link once.
     *
     * @param oids null for all links of the registry
     */
    public List<HenkiloViiteDto> linkitykset(Collection<String> oids) {
        if (oids == null) {
            return rows.linkitykset();
        }
        var wanted = oids.stream().filter(Objects::nonNull).distinct().toList();
        return wanted.isEmpty() ? List.of() : rows.linkitykset(wanted);
    }

    /** OIDs of those who have changed at the moment or since, the oldest change first. Errors: 400 A. */
    public List<String> muuttuneet(Instant alkaen, HenkiloCriteria criteria, Rajaus rajaus) {
        return rows.muuttuneet(alkaen, criteria, rajaus.tarkistettu());
    }

    /** Names and state of those who meet the conditions, by sukunimi and kutsumanimi. Errors: 400 A. */
    public List<HenkiloHakuPerustietoDto> perustiedot(HenkiloCriteria criteria, Rajaus rajaus) {
        return rows.nimijarjestyksessa(criteria, rajaus.tarkistettu()).stream()
                .map(HenkiloHakuPerustietoDto::of)
                .toList();
    }

    /**
     * Contact details of those who meet the conditions, of which {@code henkiloOids} must be one; contract:
     * registry-api.md 4.3. Errors: 400 A.
     */
    public List<HenkiloYhteystiedotDto> yhteystiedot(HenkiloCriteria criteria) {
        if (criteria.henkiloOids() == null) {
            throw Problem.validation("Pakollinen hakuehto 'henkiloOids' puuttuu");
        }
        if (criteria.henkiloOids().isEmpty()) {
            return List.of();
        }
        return henkilot.tiedot(rows.nimijarjestyksessa(criteria, Rajaus.KAIKKI)).stream()
                .map(HenkiloYhteystiedotDto::of)
                .toList();
    }

    /**
     * Those whose home municipality is stored as that one, under a turvakielto or not, born on the day or later.
     *
     * @param page from 1
     */
    public Slice<HenkiloMunicipalDobDto> kunnassaAsuvat(String kotikunta, LocalDate syntynyt, int page) {
        var found = syntynyt.isAfter(LAST_DAY)
                ? List.<Henkilo>of()
                : rows.kunnassaAsuvat(
                        kotikunta,
                        syntynyt.isBefore(FIRST_DAY) ? FIRST_DAY : syntynyt,
                        new Rajaus((page - 1L) * SLICE, SLICE + 1L));
        return Slice.of(found, page, SLICE, HenkiloMunicipalDobDto::of);
    }
}

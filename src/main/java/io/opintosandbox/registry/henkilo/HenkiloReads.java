package io.opintosandbox.registry.henkilo;

import io.opintosandbox.http.Problem;
import io.opintosandbox.registry.henkilo.dto.HenkiloDto;
import io.opintosandbox.registry.henkilo.dto.HenkiloLists.HenkiloHakuDto;
import io.opintosandbox.registry.henkilo.dto.HenkiloLists.HenkiloOmattiedotDto;
import io.opintosandbox.registry.henkilo.dto.HenkiloPerustietoDto;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Persons as the registry shows them. Whoever may see less gives a filter, which drops people silently from lists
 * and throws for a single one. Contract: registry-api.md 4.3 and 5.2.
 */
public final class HenkiloReads {
    private final Henkilot henkilot;

    public HenkiloReads(Henkilot henkilot) {
        this.henkilot = henkilot;
    }

    /** Errors: 404 B. */
    public HenkiloDto henkilo(String oid) {
        return dto(henkilot.henkilo(oid));
    }

    /** The master of a slave, or the person itself. Errors: 404 B. */
    public HenkiloDto master(String oid) {
        return dto(henkilot.masterOf(oid).orElseThrow(() -> unknown(oid)));
    }

    /** The slaves of a person; nobody for an unknown OID. */
    public List<HenkiloDto> slaves(String oid) {
        return henkilot.byOid(oid)
                .map(henkilo -> dtos(henkilot.slavesOf(henkilo)))
                .orElse(List.of());
    }

    /**
     * By the current hetu or a former one. Errors: 404 B.
     *
     * @param luettava throws when the caller may not read the person
     */
    public HenkiloDto byHetu(String hetu, UnaryOperator<Henkilo> luettava) {
        return dto(luettava.apply(anyHetu(hetu)));
    }

    /** OID, hetu and names by the current hetu or a former one. Errors: 404 B. */
    public HenkiloHakuDto perusByHetu(String hetu, UnaryOperator<Henkilo> luettava) {
        return HenkiloHakuDto.of(luettava.apply(anyHetu(hetu)));
    }

    /** Everything about many; unknown OIDs are left out. */
    public List<HenkiloDto> kaikki(Collection<String> oids, UnaryOperator<List<Henkilo>> luettavat) {
        return dtos(luettavat.apply(henkilot.byOids(oids)));
    }

    /** The master of each OID that was asked for; unknown OIDs are left out. */
    public Map<String, HenkiloDto> masterit(Collection<String> oids, UnaryOperator<List<Henkilo>> luettavat) {
        var kysytyt = henkilot.byOids(oids);
        var masterIds = kysytyt.stream()
                .filter(henkilo -> henkilo.masterId() != null)
                .map(Henkilo::masterId)
                .collect(Collectors.toSet());
        Map<Long, Henkilo> masterit = new LinkedHashMap<>();
        kysytyt.stream()
                .filter(henkilo -> henkilo.masterId() == null)
                .forEach(henkilo -> masterit.put(henkilo.id(), henkilo));
        henkilot.byIds(masterIds).forEach(henkilo -> masterit.put(henkilo.id(), henkilo));
        var shown = dtos(luettavat.apply(List.copyOf(masterit.values()))).stream()
                .collect(Collectors.toMap(HenkiloDto::oidHenkilo, Function.identity()));
        Map<String, HenkiloDto> byOid = new LinkedHashMap<>();
        kysytyt.forEach(henkilo -> {
            var master = masterit.get(henkilo.masterId() == null ? henkilo.id() : henkilo.masterId());
            var dto = shown.get(master.oid());
            if (dto != null) {
                byOid.put(henkilo.oid(), dto);
            }
        });
        return byOid;
    }

    /** Basic data of many; unknown OIDs are left out. */
    public List<HenkiloPerustietoDto> perustiedot(Collection<String> oids, UnaryOperator<List<Henkilo>> luettavat) {
        return perustiedot(luettavat.apply(henkilot.byOids(oids)));
    }

    /** Basic data of many by their current hetus. */
    public List<HenkiloPerustietoDto> perustiedotByHetu(
            Collection<String> hetut, UnaryOperator<List<Henkilo>> luettavat) {
        return perustiedot(luettavat.apply(henkilot.byHetut(hetut)));
    }

    /** Finnish unless another is set. Errors: 404 B. */
    public String asiointikieli(String oid) {
        return HenkiloOmattiedotDto.asiointikieli(henkilot.henkilo(oid));
    }

    /** Errors: 404 B. */
    public HenkiloOmattiedotDto omattiedot(String oid) {
        return HenkiloOmattiedotDto.of(henkilot.henkilo(oid));
    }

    /** Whether the person is in the registry and has a hetu. */
    public boolean hasHetu(String oid) {
        return henkilot.byOid(oid).filter(henkilo -> henkilo.hetu() != null).isPresent();
    }

    private Henkilo anyHetu(String hetu) {
        return henkilot.byAnyHetu(hetu)
                .orElseThrow(() -> Problem.notFound("no person has or had the hetu; only synthetic ones are known"));
    }

    private HenkiloDto dto(Henkilo henkilo) {
        return HenkiloDto.of(henkilot.tiedot(henkilo));
    }

    private List<HenkiloDto> dtos(List<Henkilo> people) {
        return henkilot.tiedot(people).stream().map(HenkiloDto::of).toList();
    }

    private List<HenkiloPerustietoDto> perustiedot(List<Henkilo> people) {
        return henkilot.tiedot(people).stream().map(HenkiloPerustietoDto::of).toList();
    }

    private static Problem unknown(String oid) {
        return Problem.notFound("no person has the OID " + oid);
    }
}

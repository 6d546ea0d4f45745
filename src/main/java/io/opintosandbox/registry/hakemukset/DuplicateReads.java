package io.opintosandbox.registry.hakemukset;

import io.opintosandbox.json.Json;
import io.opintosandbox.registry.hakemukset.Hakemukset.HakemusDto;
import io.opintosandbox.registry.henkilo.Duplikaatit;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.dto.HenkiloDuplicateDto;
import java.time.LocalDate;
import java.util.List;

/** People who may be the same person, with their applications, as a clerk compares them. Contract: registry-api.md 4.3. */
public final class DuplicateReads {
    private final Henkilot henkilot;
    private final Duplikaatit duplikaatit;
    private final Hakemukset hakemukset;

    public DuplicateReads(Henkilot henkilot, Duplikaatit duplikaatit, Hakemukset hakemukset) {
        this.henkilot = henkilot;
        this.duplikaatit = duplikaatit;
        this.hakemukset = hakemukset;
    }

    /** Names to look for. */
    public record Nimilla(String etunimet, String kutsumanimi, String sukunimi, LocalDate syntymaaika) {}

    /** Those who are like the person. Errors: 404 B. */
    public List<HenkiloDuplicateDto> henkilon(String oid, String kutsujaOid) {
        return dtos(duplikaatit.samankaltaiset(henkilot.henkilo(oid), kutsujaOid));
    }

    /** Those who are like the names. */
    public List<HenkiloDuplicateDto> nimilla(Nimilla nimet, String kutsujaOid) {
        return dtos(duplikaatit.samankaltaiset(
                nimet.etunimet(), nimet.kutsumanimi(), nimet.sukunimi(), nimet.syntymaaika(), kutsujaOid));
    }

    /** The applications of the person and of everybody linked to it; nothing for an unknown OID. */
    public List<HakemusDto> hakemukset(String oid) {
        return henkilot.byOid(oid).map(hakemukset::of).orElse(List.of());
    }

    private List<HenkiloDuplicateDto> dtos(List<Henkilo> people) {
        var ofPeople = hakemukset.of(people);
        return henkilot.tiedot(people).stream()
                .map(tiedot -> HenkiloDuplicateDto.of(
                        tiedot,
                        ofPeople.get(tiedot.henkilo().oid()).stream()
                                .map(Json::node)
                                .toList()))
                .toList();
    }
}

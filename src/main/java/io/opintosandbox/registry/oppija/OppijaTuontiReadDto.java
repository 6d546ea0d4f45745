package io.opintosandbox.registry.oppija;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.dto.OppijaReadDto;
import io.opintosandbox.registry.oppija.OppijaTuontiCreateDto.Koodi;
import io.opintosandbox.registry.oppija.OppijaTuontiCreateDto.Rivihenkilo;
import io.opintosandbox.registry.tuonti.Tuonnit.KasiteltyRivi;
import io.opintosandbox.registry.tuonti.TuontiRivi;
import java.util.List;

/** An import with the learners that the caller may see; keys in declared order. Contract: registry-api.md 5.2. */
public record OppijaTuontiReadDto(long id, int kasiteltavia, int kasiteltyja, boolean kasitelty, List<Rivi> henkilot) {

    /** A processed row. */
    public record Rivi(String tunniste, OppijaReadDto henkilo, boolean conflict) {}

    /** A row as it was sent, its hetu masked, and whom it led to; what is not known is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OppijaTuontiRiviCreate(
            String tunniste, Rivihenkilo henkilo, String henkiloOid, String henkiloNimi, boolean conflict) {
        private static final int SECRET = 4;

        /** @param kasitelty the processed row, or null */
        static OppijaTuontiRiviCreate of(TuontiRivi rivi, KasiteltyRivi kasitelty) {
            return new OppijaTuontiRiviCreate(
                    rivi.tunniste(),
                    henkilo(rivi),
                    kasitelty == null ? null : kasitelty.henkilo().oid(),
                    kasitelty == null ? null : nimi(kasitelty.henkilo()),
                    kasitelty != null && kasitelty.ristiriita());
        }

        private static String nimi(Henkilo henkilo) {
            return henkilo.sukunimi() + ", " + henkilo.etunimet();
        }

        private static Rivihenkilo henkilo(TuontiRivi rivi) {
            return new Rivihenkilo(
                    rivi.oid(),
                    masked(rivi.hetu()),
                    rivi.passinumero(),
                    rivi.sahkoposti(),
                    rivi.etunimet(),
                    rivi.kutsumanimi(),
                    rivi.sukunimi(),
                    rivi.syntymaaika(),
                    Koodi.of(rivi.sukupuoli()),
                    Koodi.of(rivi.aidinkieli()),
                    rivi.kansalaisuudet() == null
                            ? null
                            : rivi.kansalaisuudet().stream().map(Koodi::of).toList());
        }

        private static String masked(String hetu) {
            return hetu == null || hetu.length() < SECRET
                    ? hetu
                    : hetu.substring(0, hetu.length() - SECRET) + "*".repeat(SECRET);
        }
    }
}

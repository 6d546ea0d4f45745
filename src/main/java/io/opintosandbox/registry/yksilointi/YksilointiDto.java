package io.opintosandbox.registry.yksilointi;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.dto.HenkiloLists.HenkiloHakuDto;
import io.opintosandbox.vtj.VtjHenkilo;

/** What VTJ said about somebody whose names differ, as clerks see it. Contract: registry-api.md 5.2. */
public final class YksilointiDto {

    private YksilointiDto() {}

    /** VTJ's side; all null when nothing is stored. {@code yhteystiedot} is always null. */
    @JsonPropertyOrder(alphabetic = true)
    public record YksilointitietoDto(
            String etunimet, String kutsumanimi, String sukunimi, String sukupuoli, Object yhteystiedot) {

        static final YksilointitietoDto TYHJA = new YksilointitietoDto(null, null, null, null, null);

        static YksilointitietoDto of(VtjHenkilo vtj) {
            return new YksilointitietoDto(vtj.etunimet(), vtj.kutsumanimi(), vtj.sukunimi(), vtj.sukupuoli(), null);
        }
    }

    /** Both sides. */
    @JsonPropertyOrder(alphabetic = true)
    public record YksilointiVertailuDto(HenkiloHakuDto oppijanumerorekisteri, Nimet vaestotietojarjestelma) {

        /** Names in VTJ. */
        public record Nimet(String etunimet, String kutsumanimi, String sukunimi) {}

        static YksilointiVertailuDto of(Henkilo henkilo, VtjHenkilo vtj) {
            return new YksilointiVertailuDto(
                    HenkiloHakuDto.of(henkilo), new Nimet(vtj.etunimet(), vtj.kutsumanimi(), vtj.sukunimi()));
        }
    }
}

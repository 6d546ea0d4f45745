package io.opintosandbox.registry.henkilo;

import java.util.List;

/**
 * A person with everything that there can be many of.
 *
 * @param kaikkiHetut official hetus, present and former, of somebody whom VTJ has identified
 * @param kansalaisuudet codes of maatjavaltiot2
 */
public record Henkilotiedot(
        Henkilo henkilo,
        List<String> kaikkiHetut,
        List<String> kansalaisuudet,
        List<String> passinumerot,
        List<String> eidasTunnisteet,
        List<Tunniste> tunnisteet,
        List<Yhteystietoryhma> yhteystietoryhmat) {

    /**
     * What somebody logs in with.
     *
     * @param idp {@code email}, {@code google}, {@code oppijaToken} or {@code eidas}
     */
    public record Tunniste(String idp, String tunniste) {}

    /**
     * A contact group.
     *
     * @param id null for one that is not stored yet
     * @param kuvaus code of yhteystietotyypit, or null
     * @param alkupera code of yhteystietojenalkupera
     * @param readOnly from VTJ: nobody may edit it
     */
    public record Yhteystietoryhma(
            Long id, String kuvaus, String alkupera, boolean readOnly, List<Yhteystieto> yhteystiedot) {
        /** Whether the group is kept when a person is saved: never without a value, nor from VTJ under a turvakielto. */
        boolean isKept(boolean turvakielto) {
            return hasValue() && !(turvakielto && VtjYhteystiedot.ALKUPERA.equals(alkupera));
        }

        /** Whether there is anything in it. */
        public boolean hasValue() {
            return yhteystiedot.stream()
                    .anyMatch(tieto -> tieto.arvo() != null && !tieto.arvo().isEmpty());
        }
    }

    /** One value of a contact group; {@code tyyppi} such as {@code YHTEYSTIETO_SAHKOPOSTI}. */
    public record Yhteystieto(String tyyppi, String arvo) {}
}

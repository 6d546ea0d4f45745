package io.opintosandbox.vtj;

import io.opintosandbox.vtj.VtjHenkilo.Huoltaja;
import io.opintosandbox.vtj.VtjHenkilo.Kotikunta;
import io.opintosandbox.vtj.VtjHenkilo.Osoite;
import io.opintosandbox.vtj.VtjHenkilo.UlkomainenOsoite;
import java.util.List;

/**
 * Puts a {@link VtjHenkilo} together, or changes a copy of one ({@link VtjHenkilo#toBuilder()}). Everything not set is
 * null, false or empty, but the gender, which is that of the hetu. Not thread-safe.
 */
public final class VtjHenkiloBuilder {

    private String hetu;
    private String etunimet;
    private String kutsumanimi;
    private String sukunimi;
    private List<String> entisetSukunimet = List.of();
    private String sukupuoli = VtjHenkilo.KERTOMATTA;
    private String aidinkieli;
    private List<String> kansalaisuudet = List.of();
    private String kotikunta;
    private boolean turvakielto;
    private String kuolinpaiva;
    private boolean passivoitu;
    private String uusiHetu;
    private String sahkoposti;
    private Osoite osoite;
    private List<Huoltaja> huoltajat = List.of();
    private String kuntaanMuuttopv;
    private List<Kotikunta> edellisetKotikunnat = List.of();
    private Osoite postiosoite;
    private Osoite tilapainenOsoite;
    private UlkomainenOsoite ulkomainenOsoite;
    private UlkomainenOsoite tilapainenUlkomainenOsoite;

    VtjHenkiloBuilder() {}

    VtjHenkiloBuilder(VtjHenkilo henkilo) {
        hetu = henkilo.hetu();
        etunimet = henkilo.etunimet();
        kutsumanimi = henkilo.kutsumanimi();
        sukunimi = henkilo.sukunimi();
        entisetSukunimet = henkilo.entisetSukunimet();
        sukupuoli = henkilo.sukupuoli();
        aidinkieli = henkilo.aidinkieli();
        kansalaisuudet = henkilo.kansalaisuudet();
        kotikunta = henkilo.kotikunta();
        turvakielto = henkilo.turvakielto();
        kuolinpaiva = henkilo.kuolinpaiva();
        passivoitu = henkilo.passivoitu();
        uusiHetu = henkilo.uusiHetu();
        sahkoposti = henkilo.sahkoposti();
        osoite = henkilo.osoite();
        huoltajat = henkilo.huoltajat();
        kuntaanMuuttopv = henkilo.kuntaanMuuttopv();
        edellisetKotikunnat = henkilo.edellisetKotikunnat();
        postiosoite = henkilo.postiosoite();
        tilapainenOsoite = henkilo.tilapainenOsoite();
        ulkomainenOsoite = henkilo.ulkomainenOsoite();
        tilapainenUlkomainenOsoite = henkilo.tilapainenUlkomainenOsoite();
    }

    public VtjHenkiloBuilder hetu(String arvo) {
        hetu = arvo;
        return this;
    }

    public VtjHenkiloBuilder etunimet(String arvo) {
        etunimet = arvo;
        return this;
    }

    public VtjHenkiloBuilder kutsumanimi(String arvo) {
        kutsumanimi = arvo;
        return this;
    }

    public VtjHenkiloBuilder sukunimi(String arvo) {
        sukunimi = arvo;
        return this;
    }

    public VtjHenkiloBuilder entisetSukunimet(String... kaikki) {
        entisetSukunimet = List.of(kaikki);
        return this;
    }

    /** "1", "2", or null for a gender that VTJ does not have. */
    public VtjHenkiloBuilder sukupuoli(String arvo) {
        sukupuoli = arvo;
        return this;
    }

    public VtjHenkiloBuilder aidinkieli(String arvo) {
        aidinkieli = arvo;
        return this;
    }

    public VtjHenkiloBuilder kansalaisuudet(String... kaikki) {
        kansalaisuudet = List.of(kaikki);
        return this;
    }

    public VtjHenkiloBuilder kotikunta(String arvo) {
        kotikunta = arvo;
        return this;
    }

    public VtjHenkiloBuilder turvakielto(boolean arvo) {
        turvakielto = arvo;
        return this;
    }

    public VtjHenkiloBuilder kuolinpaiva(String arvo) {
        kuolinpaiva = arvo;
        return this;
    }

    public VtjHenkiloBuilder passivoitu(boolean arvo) {
        passivoitu = arvo;
        return this;
    }

    public VtjHenkiloBuilder uusiHetu(String arvo) {
        uusiHetu = arvo;
        return this;
    }

    public VtjHenkiloBuilder sahkoposti(String arvo) {
        sahkoposti = arvo;
        return this;
    }

    public VtjHenkiloBuilder osoite(Osoite arvo) {
        osoite = arvo;
        return this;
    }

    public VtjHenkiloBuilder huoltajat(Huoltaja... kaikki) {
        huoltajat = List.of(kaikki);
        return this;
    }

    public VtjHenkiloBuilder kuntaanMuuttopv(String arvo) {
        kuntaanMuuttopv = arvo;
        return this;
    }

    public VtjHenkiloBuilder edellisetKotikunnat(Kotikunta... kaikki) {
        edellisetKotikunnat = List.of(kaikki);
        return this;
    }

    public VtjHenkiloBuilder postiosoite(Osoite arvo) {
        postiosoite = arvo;
        return this;
    }

    public VtjHenkiloBuilder tilapainenOsoite(Osoite arvo) {
        tilapainenOsoite = arvo;
        return this;
    }

    public VtjHenkiloBuilder ulkomainenOsoite(UlkomainenOsoite arvo) {
        ulkomainenOsoite = arvo;
        return this;
    }

    public VtjHenkiloBuilder tilapainenUlkomainenOsoite(UlkomainenOsoite arvo) {
        tilapainenUlkomainenOsoite = arvo;
        return this;
    }

    public VtjHenkilo build() {
        return new VtjHenkilo(
                hetu,
                etunimet,
                kutsumanimi,
                sukunimi,
                entisetSukunimet,
                sukupuoli,
                aidinkieli,
                kansalaisuudet,
                kotikunta,
                turvakielto,
                kuolinpaiva,
                passivoitu,
                uusiHetu,
                sahkoposti,
                osoite,
                huoltajat,
                kuntaanMuuttopv,
                edellisetKotikunnat,
                postiosoite,
                tilapainenOsoite,
                ulkomainenOsoite,
                tilapainenUlkomainenOsoite);
    }
}

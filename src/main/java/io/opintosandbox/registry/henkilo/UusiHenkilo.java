package io.opintosandbox.registry.henkilo;

import io.opintosandbox.id.Hetu;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Tunniste;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Yhteystietoryhma;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A person about to be created. Birth date and gender follow from a valid hetu, whatever else was given.
 *
 * @param hetu or null
 * @param kansalaisuudet codes of maatjavaltiot2, each once
 * @param passinumerot each once, none blank
 * @param eidasTunniste or null
 */
public record UusiHenkilo(
        String hetu,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        LocalDate syntymaaika,
        String sukupuoli,
        String aidinkieli,
        String asiointikieli,
        String kotikunta,
        boolean turvakielto,
        List<String> kansalaisuudet,
        List<String> passinumerot,
        List<Tunniste> tunnisteet,
        String eidasTunniste,
        List<Yhteystietoryhma> yhteystietoryhmat,
        Tila tila) {

    /** Flags that creation may set as well. */
    public record Tila(
            boolean passivoitu,
            boolean duplikaatti,
            boolean yksiloity,
            boolean yksiloityVtj,
            boolean yksiloityEidas,
            boolean yksilointiYritetty,
            boolean eiSuomalaistaHetua,
            Instant vtjsynced) {

        public static final Tila TAVALLINEN = new Tila(false, false, false, false, false, false, false, null);

        /** The same, identified by hand or not. */
        public Tila yksiloity(boolean value) {
            return new Tila(
                    passivoitu,
                    duplikaatti,
                    value,
                    yksiloityVtj,
                    yksiloityEidas,
                    yksilointiYritetty,
                    eiSuomalaistaHetua,
                    vtjsynced);
        }

        /** The same, identified by eIDAS or not. */
        public Tila yksiloityEidas(boolean value) {
            return new Tila(
                    passivoitu,
                    duplikaatti,
                    yksiloity,
                    yksiloityVtj,
                    value,
                    yksilointiYritetty,
                    eiSuomalaistaHetua,
                    vtjsynced);
        }
    }

    /** Somebody with a hetu, of whom nothing else is known. */
    public static UusiHenkilo ofHetu(
            String hetu, String etunimet, String kutsumanimi, String sukunimi, List<String> kansalaisuudet) {
        return nimeltaan(etunimet, kutsumanimi, sukunimi)
                .hetu(hetu)
                .kansalaisuudet(kansalaisuudet)
                .valmis();
    }

    /** Begins with the names, which everybody has. */
    public static Rakentaja nimeltaan(String etunimet, String kutsumanimi, String sukunimi) {
        return new Rakentaja(etunimet, kutsumanimi, sukunimi);
    }

    /** The same person, identified by hand. */
    public UusiHenkilo yksiloityna() {
        return new UusiHenkilo(
                hetu,
                etunimet,
                kutsumanimi,
                sukunimi,
                syntymaaika,
                sukupuoli,
                aidinkieli,
                asiointikieli,
                kotikunta,
                turvakielto,
                kansalaisuudet,
                passinumerot,
                tunnisteet,
                eidasTunniste,
                yhteystietoryhmat,
                tila.yksiloity(true));
    }

    /** Collects what is known besides the names; what is not set is not known. Empty texts count as not known. */
    public static final class Rakentaja {
        private final String etunimet;
        private final String kutsumanimi;
        private final String sukunimi;
        private String hetu;
        private LocalDate syntymaaika;
        private String sukupuoli;
        private String aidinkieli;
        private String asiointikieli;
        private String kotikunta;
        private boolean turvakielto;
        private List<String> kansalaisuudet = List.of();
        private List<String> passinumerot = List.of();
        private List<Tunniste> tunnisteet = List.of();
        private String eidasTunniste;
        private List<Yhteystietoryhma> yhteystietoryhmat = List.of();
        private Tila tila = Tila.TAVALLINEN;

        private Rakentaja(String etunimet, String kutsumanimi, String sukunimi) {
            this.etunimet = etunimet;
            this.kutsumanimi = kutsumanimi;
            this.sukunimi = sukunimi;
        }

        public Rakentaja hetu(String value) {
            hetu = value == null || value.isEmpty() ? null : value;
            return this;
        }

        public Rakentaja syntymaaika(LocalDate value) {
            syntymaaika = value;
            return this;
        }

        public Rakentaja sukupuoli(String value) {
            sukupuoli = value;
            return this;
        }

        public Rakentaja aidinkieli(String value) {
            aidinkieli = value;
            return this;
        }

        public Rakentaja asiointikieli(String value) {
            asiointikieli = value;
            return this;
        }

        public Rakentaja kotikunta(String value) {
            kotikunta = value;
            return this;
        }

        public Rakentaja turvakielto(boolean value) {
            turvakielto = value;
            return this;
        }

        public Rakentaja kansalaisuudet(List<String> value) {
            kansalaisuudet = List.copyOf(new LinkedHashSet<>(value));
            return this;
        }

        /** Blank ones are dropped. */
        public Rakentaja passinumerot(List<String> value) {
            passinumerot = value.stream()
                    .filter(numero -> numero != null && !numero.isBlank())
                    .distinct()
                    .toList();
            return this;
        }

        public Rakentaja tunnisteet(List<Tunniste> value) {
            tunnisteet = value.stream().distinct().toList();
            return this;
        }

        public Rakentaja eidasTunniste(String value) {
            eidasTunniste = value;
            return this;
        }

        public Rakentaja yhteystietoryhmat(List<Yhteystietoryhma> value) {
            yhteystietoryhmat = value;
            return this;
        }

        public Rakentaja tila(Tila value) {
            tila = value;
            return this;
        }

        public UusiHenkilo valmis() {
            var valid = Hetu.parse(hetu).orElse(null);
            return new UusiHenkilo(
                    hetu,
                    etunimet,
                    kutsumanimi,
                    sukunimi,
                    valid == null ? syntymaaika : valid.syntymaaika(),
                    valid == null ? sukupuoli : valid.sukupuoli(),
                    aidinkieli,
                    asiointikieli,
                    kotikunta,
                    turvakielto,
                    kansalaisuudet,
                    passinumerot,
                    tunnisteet,
                    eidasTunniste,
                    yhteystietoryhmat,
                    tila);
        }
    }
}

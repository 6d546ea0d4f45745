package io.opintosandbox.vtj;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import io.opintosandbox.id.Hetu;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A person of the fake population register, in the JSON form of control-api.md, "A VTJ person": the components up to
 * {@code huoltajat} are always written, null included; the later ones only when they hold something. Lists are never
 * null. Dates are strings yyyy-MM-dd, held to that form by the constructors (IllegalArgumentException); codes are not
 * checked, because unknown ones are a test case. A field {@code huollettavat}, which {@link Rekisteritiedot} has, may
 * stand there when a person is read, and says nothing.
 *
 * @param sukupuoli "1" man, "2" woman; null when VTJ has been told that it has none, which is not the same as not having
 *     been told: without the field it is the gender of the hetu (null when that is no hetu)
 * @param passivoitu VTJ has made this hetu void; with {@code uusiHetu} the person now goes by that one
 * @param kuntaanMuuttopv since when {@code kotikunta}; null means since birth
 * @param edellisetKotikunnat oldest first
 */
@JsonInclude(Include.ALWAYS)
@JsonIgnoreProperties("huollettavat")
public record VtjHenkilo(
        String hetu,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        List<String> entisetSukunimet,
        @JsonDeserialize(using = Kertomatta.class) String sukupuoli,
        String aidinkieli,
        List<String> kansalaisuudet,
        String kotikunta,
        boolean turvakielto,
        String kuolinpaiva,
        boolean passivoitu,
        String uusiHetu,
        String sahkoposti,
        Osoite osoite,
        List<Huoltaja> huoltajat,
        @JsonInclude(Include.NON_EMPTY) String kuntaanMuuttopv,
        @JsonInclude(Include.NON_EMPTY) List<Kotikunta> edellisetKotikunnat,
        @JsonInclude(Include.NON_EMPTY) Osoite postiosoite,
        @JsonInclude(Include.NON_EMPTY) Osoite tilapainenOsoite,
        @JsonInclude(Include.NON_EMPTY) UlkomainenOsoite ulkomainenOsoite,
        @JsonInclude(Include.NON_EMPTY) UlkomainenOsoite tilapainenUlkomainenOsoite) {

    /** A gender that nobody has told of. */
    static final String KERTOMATTA = "";

    public VtjHenkilo {
        if (KERTOMATTA.equals(sukupuoli)) {
            sukupuoli = Hetu.parse(hetu).map(Hetu::sukupuoli).orElse(null);
        }
        entisetSukunimet = listOf("entisetSukunimet", entisetSukunimet);
        kansalaisuudet = listOf("kansalaisuudet", kansalaisuudet);
        huoltajat = listOf("huoltajat", huoltajat);
        edellisetKotikunnat = listOf("edellisetKotikunnat", edellisetKotikunnat);
        checkDate("kuolinpaiva", kuolinpaiva);
        checkDate("kuntaanMuuttopv", kuntaanMuuttopv);
    }

    /** A Finnish-speaking Finn of Helsinki with nothing else set; the gender is that of the hetu. */
    public static VtjHenkilo of(String hetu, String etunimet, String kutsumanimi, String sukunimi) {
        return new VtjHenkiloBuilder()
                .hetu(hetu)
                .etunimet(etunimet)
                .kutsumanimi(kutsumanimi)
                .sukunimi(sukunimi)
                .aidinkieli("fi")
                .kansalaisuudet("246")
                .kotikunta("091")
                .build();
    }

    public VtjHenkiloBuilder toBuilder() {
        return new VtjHenkiloBuilder(this);
    }

    public VtjHenkilo withHetu(String uusi) {
        return toBuilder().hetu(uusi).build();
    }

    /** The same person, whose guardian goes by another hetu. */
    public VtjHenkilo huoltajanHetu(String vanha, String uusi) {
        return toBuilder()
                .huoltajat(huoltajat.stream()
                        .map(huoltaja -> vanha.equals(huoltaja.hetu()) ? huoltaja.withHetu(uusi) : huoltaja)
                        .toArray(Huoltaja[]::new))
                .build();
    }

    public Optional<LocalDate> kuolinpaivaDate() {
        return Optional.ofNullable(kuolinpaiva).map(LocalDate::parse);
    }

    /** An address in Finland. All fields may be null and all are written. */
    @JsonInclude(Include.ALWAYS)
    public record Osoite(
            String katuosoite,
            String postinumero,
            String postitoimipaikka,
            String katuosoiteSv,
            String postitoimipaikkaSv,
            String maa,
            String maaSv) {}

    /**
     * An address abroad.
     *
     * @param valtiokoodi of koodisto maatjavaltiot2
     * @param maa only with valtiokoodi 998
     */
    @JsonInclude(Include.ALWAYS)
    public record UlkomainenOsoite(
            String katuosoite,
            String kunta,
            String valtiokoodi,
            @JsonInclude(Include.NON_EMPTY) String maa) {}

    /** An earlier home municipality; {@code kunnastaPoisMuuttopv} is null while the leaving date is not known. */
    @JsonInclude(Include.ALWAYS)
    public record Kotikunta(String kotikunta, String kuntaanMuuttopv, String kunnastaPoisMuuttopv) {

        public Kotikunta {
            checkDate("kuntaanMuuttopv", kuntaanMuuttopv);
            checkDate("kunnastaPoisMuuttopv", kunnastaPoisMuuttopv);
        }
    }

    /**
     * A guardian: in JSON a bare hetu, or an object, which a guardian without hetu needs. With nothing but the hetu set
     * it is written as the bare hetu.
     */
    public record Huoltaja(
            String hetu,
            String etunimet,
            String sukunimi,
            String syntymaaika,
            List<String> kansalaisuudet,
            String huoltajuusAlku,
            String huoltajuusLoppu) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public Huoltaja {
            kansalaisuudet = listOf("kansalaisuudet", kansalaisuudet);
            checkDate("syntymaaika", syntymaaika);
            checkDate("huoltajuusAlku", huoltajuusAlku);
            checkDate("huoltajuusLoppu", huoltajuusLoppu);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Huoltaja of(String hetu) {
            return new Huoltaja(hetu, null, null, null, List.of(), null, null);
        }

        Huoltaja withHetu(String uusi) {
            return new Huoltaja(uusi, etunimet, sukunimi, syntymaaika, kansalaisuudet, huoltajuusAlku, huoltajuusLoppu);
        }

        @JsonValue
        Object json() {
            return hetu != null && equals(of(hetu)) ? hetu : new HuoltajaJson(this);
        }
    }

    /** The object form of a guardian, without what is not set. */
    @JsonInclude(Include.NON_EMPTY)
    private record HuoltajaJson(
            String hetu,
            String etunimet,
            String sukunimi,
            String syntymaaika,
            List<String> kansalaisuudet,
            String huoltajuusAlku,
            String huoltajuusLoppu) {

        HuoltajaJson(Huoltaja huoltaja) {
            this(
                    huoltaja.hetu,
                    huoltaja.etunimet,
                    huoltaja.sukunimi,
                    huoltaja.syntymaaika,
                    huoltaja.kansalaisuudet,
                    huoltaja.huoltajuusAlku,
                    huoltaja.huoltajuusLoppu);
        }
    }

    /** Tells a missing field from one that is null. */
    static final class Kertomatta extends StdDeserializer<String> {
        private static final long serialVersionUID = 1L;

        Kertomatta() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return StringDeserializer.instance.deserialize(parser, context);
        }

        @Override
        public String getAbsentValue(DeserializationContext context) {
            return KERTOMATTA;
        }
    }

    private static <T> List<T> listOf(String field, List<T> list) {
        if (list == null) {
            return List.of();
        }
        if (list.stream().anyMatch(item -> item == null)) {
            throw new IllegalArgumentException(field + " holds a null: leave it out");
        }
        return List.copyOf(list);
    }

    private static void checkDate(String field, String date) {
        if (date == null) {
            return;
        }
        try {
            LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(field + " is not a date of the form yyyy-MM-dd", e);
        }
    }
}

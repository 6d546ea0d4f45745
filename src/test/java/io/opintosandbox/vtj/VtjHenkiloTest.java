package io.opintosandbox.vtj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opintosandbox.vtj.VtjHenkilo.Huoltaja;
import io.opintosandbox.vtj.VtjHenkilo.Kotikunta;
import io.opintosandbox.vtj.VtjHenkilo.Osoite;
import io.opintosandbox.vtj.VtjHenkilo.UlkomainenOsoite;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VtjHenkiloTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String EXAMPLE = """
            {"hetu":"010190-901R","etunimet":"Aku Aatos","kutsumanimi":"Aku","sukunimi":"Esimerkki",
             "entisetSukunimet":["Malli"],"sukupuoli":"1","aidinkieli":"fi","kansalaisuudet":["246"],"kotikunta":"091",
             "turvakielto":false,"kuolinpaiva":null,"passivoitu":false,"uusiHetu":null,"sahkoposti":null,
             "osoite":{"katuosoite":"Esimerkkikatu 1 A 5","postinumero":"00100","postitoimipaikka":"HELSINKI",
                       "katuosoiteSv":null,"postitoimipaikkaSv":"HELSINGFORS","maa":"Suomi","maaSv":"Finland"},
             "huoltajat":["121279-956M"]}
            """;

    @Test
    void the_example_of_the_contract_comes_back_key_for_key_and_in_order() throws Exception {
        var henkilo = JSON.readValue(EXAMPLE, VtjHenkilo.class);
        // A tree keeps the order of the keys, so its text shows them all and where they stand.
        assertEquals(JSON.readTree(EXAMPLE).toString(), JSON.writeValueAsString(henkilo));
        assertEquals(List.of(Huoltaja.of("121279-956M")), henkilo.huoltajat());
    }

    @Test
    void all_further_fields_come_back_and_stand_after_the_others() throws Exception {
        var osoite = new Osoite("Postikuja 2", "33100", "TAMPERE", null, "TAMMERFORS", "Suomi", "Finland");
        var henkilo = VtjHenkilo.of("010190-901R", "Aku Aatos", "Aku", "Esimerkki").toBuilder()
                .kuntaanMuuttopv("2020-02-29")
                .edellisetKotikunnat(
                        new Kotikunta("049", "1990-01-01", "2020-02-28"), new Kotikunta("092", "2020-02-28", null))
                .postiosoite(osoite)
                .tilapainenOsoite(osoite)
                .ulkomainenOsoite(new UlkomainenOsoite("Storgatan 1", "Umeå", "752", null))
                .tilapainenUlkomainenOsoite(new UlkomainenOsoite("Road 1", "Town", "998", "Atlantis"))
                .build();
        String json = JSON.writeValueAsString(henkilo);
        assertEquals(henkilo, JSON.readValue(json, VtjHenkilo.class));
        assertTrue(json.contains("""
                "huoltajat":[],"kuntaanMuuttopv":"2020-02-29","edellisetKotikunnat":[{"kotikunta":"049","""), json);
        assertTrue(json.contains("""
                "ulkomainenOsoite":{"katuosoite":"Storgatan 1","kunta":"Umeå","valtiokoodi":"752"},"""), json);
    }

    @Test
    void a_guardian_is_written_back_in_the_form_in_which_it_came() throws Exception {
        String huoltajat = """
                ["121279-956M",{"hetu":"121279-956M","sukunimi":"Malli"},\
                {"etunimet":"Ann","sukunimi":"Malli","syntymaaika":"1979-12-12","kansalaisuudet":["752"],\
                "huoltajuusAlku":"2019-01-01","huoltajuusLoppu":"2030-01-01"}]""";
        var henkilo = JSON.readValue("{\"huoltajat\":" + huoltajat + "}", VtjHenkilo.class);
        assertEquals(huoltajat, JSON.writeValueAsString(henkilo.huoltajat()));
        assertEquals(3, henkilo.huoltajat().size());
    }

    @Test
    void what_is_missing_is_null_false_or_an_empty_list() throws Exception {
        var empty = JSON.readValue("{}", VtjHenkilo.class);
        assertEquals(new VtjHenkiloBuilder().build(), empty);
        assertEquals(List.of(), empty.huoltajat());
        assertEquals(
                empty,
                JSON.readValue(
                        "{\"entisetSukunimet\":null,\"huoltajat\":null,\"turvakielto\":null}", VtjHenkilo.class));
        assertEquals(Optional.empty(), empty.kuolinpaivaDate());
    }

    @Test
    void dates_are_held_to_their_form() {
        for (String field : List.of("kuolinpaiva", "kuntaanMuuttopv")) {
            var refused = assertThrows(
                    JsonMappingException.class,
                    () -> JSON.readValue("{\"" + field + "\":\"31.12.2020\"}", VtjHenkilo.class));
            assertTrue(refused.getMessage().contains(field + " is not a date"), refused.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> new Kotikunta("091", "2021-02-29", null));
    }

    @Test
    void a_changed_copy_leaves_the_person_as_it_was() {
        var aku = VtjHenkilo.of("010190-901R", "Aku Aatos", "Aku", "Esimerkki");
        var toinen = aku.withHetu("121279-956M");
        assertEquals("010190-901R", aku.hetu());
        assertEquals(aku, toinen.withHetu("010190-901R"));
        assertEquals("fi", aku.aidinkieli());
        assertEquals(List.of("246"), aku.kansalaisuudet());
        var kuollut = aku.toBuilder().kuolinpaiva("2024-05-06").build();
        assertEquals(Optional.of(LocalDate.of(2024, 5, 6)), kuollut.kuolinpaivaDate());
    }
}

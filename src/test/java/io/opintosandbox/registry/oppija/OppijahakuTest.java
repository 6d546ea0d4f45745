package io.opintosandbox.registry.oppija;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.registry.oppija.Oppijahaku.Ehto;
import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The clerk's search: registry-api.md 4.6. */
class OppijahakuTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final RegistryCalls calls = new RegistryCalls(sandbox);

    @Test
    void the_form_of_the_text_says_what_it_looks_for() {
        assertEquals(new Ehto.Oid("1.2.3"), Oppijahaku.ehto("1.2.3"));
        assertEquals(new Ehto.Hetu("010866-9260"), Oppijahaku.ehto("010866-9260"));
        assertEquals(new Ehto.Hetu("010866A926X"), Oppijahaku.ehto("010866a926x"));
        assertEquals(new Ehto.Nimet("Meri", "Aino"), Oppijahaku.ehto("Meri, Aino"));
        assertEquals(new Ehto.Kutsuttu("Aino Helena", "Meri"), Oppijahaku.ehto("Aino Helena Meri"));
        assertEquals(new Ehto.Alkaa("Meri"), Oppijahaku.ehto("Meri"));
    }

    @Test
    void people_are_found_by_oid_hetu_and_beginnings_of_names_in_order() {
        var ensin = calls.luo(nimi("Zelda Qiqi", "Qiqi", "Xylander"));
        var sitten = calls.luo(nimi("Zenia", "Zenia", "Xylander"));
        calls.delete("rekisterinpitaja", "/henkilo/" + sitten);

        hae("xyl", true).body("content.oid", contains(ensin, sitten)).body("page.totalElements", is(2));
        for (var query : List.of("xyl", " Xylander, zel", "zelda qiqi xyl", "qiqi xylander", "qiqi", ensin)) {
            hae(query, false)
                    .body("content.oid", contains(ensin))
                    .body("content[0].size()", is(4))
                    .body("page.size", is(50))
                    .body("page.number", is(0))
                    .body("page.totalPages", is(1));
        }
        hae("xy_", true).body("page.totalElements", is(0));
    }

    @Test
    void only_the_register_keeper_of_the_country_searches_and_a_short_text_is_refused_before_that() {
        calls.post("eioikeuksia", "/internal/oppijahaku", Map.of("query", "ab", "page", 0))
                .then()
                .statusCode(400);
        calls.post("rekisterinpitaja2", "/internal/oppijahaku", Map.of("query", "abc", "page", 0))
                .then()
                .statusCode(401);
        for (var body : List.of(Map.of("query", "abc"), Map.of("page", 0))) {
            calls.post("rekisterinpitaja", "/internal/oppijahaku", body)
                    .then()
                    .statusCode(500)
                    .body("size()", is(4));
        }
    }

    private static Map<String, Object> nimi(String etunimet, String kutsumanimi, String sukunimi) {
        return RegistryCalls.with(
                RegistryCalls.nimet(), "etunimet", etunimet, "kutsumanimi", kutsumanimi, "sukunimi", sukunimi);
    }

    private io.restassured.response.ValidatableResponse hae(String query, boolean passive) {
        return calls.post(
                        "rekisterinpitaja",
                        "/internal/oppijahaku",
                        Map.of("query", query, "passive", passive, "page", 0))
                .then()
                .statusCode(200);
    }
}

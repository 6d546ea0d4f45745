package io.opintosandbox.registry.palvelurajapinta;

import static io.opintosandbox.registry.palvelurajapinta.S2s.sukunimi;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.opintosandbox.http.Problem;
import io.opintosandbox.registry.henkilo.UusiHenkilo;
import io.opintosandbox.registry.henkilo.dto.HenkiloCriteria;
import io.opintosandbox.registry.henkilo.dto.HenkiloLists.HenkiloYhteystiedotDto;
import io.opintosandbox.testing.TestSandbox;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of people by conditions and by municipality: registry-api.md 4.3, 4.4 and 5.1. */
class HenkiloListTest {
    private static final String ADMIN = "/henkilo/perustiedotAsAdmin";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final S2s s2s = new S2s(sandbox);

    @Test
    void people_come_by_surname_and_then_by_the_name_they_are_called() {
        var nimi = sukunimi();
        for (var kutsumanimi : List.of("Ceta", "Aada", "Beeda")) {
            s2s.henkilo(kutsumanimi, "B" + nimi);
        }
        s2s.henkilo("Viimeinen", "A" + nimi);

        assertEquals(List.of("Viimeinen", "Aada", "Beeda", "Ceta"), named("", nimi));
        assertEquals(List.of("Aada", "Beeda"), named("?offset=1&limit=2", nimi));
        assertEquals(List.of("Ceta"), named("?offset=3", nimi));
        assertEquals(List.of("Viimeinen"), named("?limit=1&offset=", nimi));
        assertEquals(List.of(), named("?offset=9223372036854775807&limit=9223372036854775807", nimi));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, 400, java.lang.IllegalArgumentException",
        "offset=-1, 400, java.lang.IllegalArgumentException",
        "limit=x, 400, java.lang.NumberFormatException",
        "limit=9223372036854775808, 400, java.lang.NumberFormatException"
    })
    void an_impossible_part_is_refused(String query, int status, String exception) {
        s2s.post(ADMIN + "?" + query, "{}").then().statusCode(status).body("exception", equalTo(exception));
    }

    @Test
    void every_part_of_a_name_query_must_occur_somewhere_and_nothing_in_it_is_a_wildcard() {
        var nimi = sukunimi();
        s2s.henkilo("Åke Öljymäki", nimi);
        s2s.henkilo("Sata%", nimi);
        s2s.henkilo("Ala_viiva", nimi);
        s2s.henkilo("Huuto!", nimi);
        s2s.henkilo("Keno\\", nimi);
        s2s.henkilo("O'Neill", nimi);

        assertEquals(List.of("Åke"), named("", nimi + " åKE   öljy"));
        assertEquals(List.of("Åke"), named("", " ke " + nimi.substring(1) + "  ÖLJY "));
        assertEquals(List.of("Sata%"), named("", nimi + " %"));
        assertEquals(List.of("Ala_viiva"), named("", nimi + " _"));
        assertEquals(List.of("Huuto!"), named("", nimi + " !"));
        assertEquals(List.of("Keno\\"), named("", nimi + " \\"));
        assertEquals(List.of("O'Neill"), named("", nimi + " '"));
        assertEquals(List.of(), named("", nimi + " åke sata"));
        assertEquals(List.of(), named("", nimi + " ') or 1=1 --"));
    }

    @Test
    void a_hetu_is_no_condition_here() {
        var nimi = sukunimi();
        s2s.henkilo("Hetuton", nimi);

        s2s.post(ADMIN, Map.of("nameQuery", nimi, "hetu", "010180-1210"))
                .then()
                .statusCode(200)
                .body("sukunimi", equalTo(List.of(nimi)));
    }

    @Test
    void contact_details_need_oids_and_take_the_other_conditions_besides() {
        var nimi = sukunimi();
        var p = s2s.henkilo("Pena", nimi);
        var q = s2s.henkilo("Quno", nimi);
        var lists = s2s.world().part(Palvelurajapinta.class);

        assertEquals(
                "Pakollinen hakuehto 'henkiloOids' puuttuu",
                assertThrows(Problem.class, () -> lists.yhteystiedot(HenkiloCriteria.NONE))
                        .getMessage());
        assertEquals(List.of(), lists.yhteystiedot(new HenkiloCriteria(List.of(), null, null, null, null)));
        assertEquals(
                List.of(q.oid()),
                lists
                        .yhteystiedot(new HenkiloCriteria(List.of(p.oid(), q.oid(), "foo"), null, null, null, "quno"))
                        .stream()
                        .map(HenkiloYhteystiedotDto::oidHenkilo)
                        .toList());
    }

    @Test
    void a_municipality_lists_those_born_on_the_day_or_later_whether_protected_or_not() {
        var day = LocalDate.of(2001, 2, 3);
        List<String> expected = List.of(
                resident("018", day).oid(), resident("018", day.plusYears(1)).oid());
        resident("018", day.minusDays(1));
        resident("019", day);
        resident("018", null);

        s2s.get("/henkilo/list/018/2001-02-03")
                .then()
                .statusCode(200)
                .body("results.oidHenkilo", equalTo(expected))
                .body("results.syntymaaika", equalTo(List.of("2001-02-03", "2002-02-03")));
    }

    @Test
    void a_large_municipality_comes_in_slices_of_five_thousand() {
        var people = s2s.henkilot(IntStream.range(0, 5_001)
                .mapToObj(i -> UusiHenkilo.nimeltaan("Numero", "Numero", "Suuri" + i)
                        .kotikunta("020")
                        .syntymaaika(LocalDate.of(2000, 1, 1))
                        .valmis())
                .toList());

        s2s.get("/henkilo/list/020/1900-01-01")
                .then()
                .body("first", equalTo(true))
                .body("last", equalTo(false))
                .body("numberOfElements", equalTo(5_000))
                .body("results[0].oidHenkilo", equalTo(people.get(0).oid()));
        s2s.get("/henkilo/list/020/1900-01-01?page=2")
                .then()
                .body("first", equalTo(false))
                .body("last", equalTo(true))
                .body("results.oidHenkilo", equalTo(List.of(people.get(5_000).oid())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B999999999-12-31", "9999-12-31", "-999999999-01-01"})
    void the_far_ends_of_the_calendar_are_days_too(String day) {
        s2s.get("/henkilo/list/998/" + day + "?page=2147483647")
                .then()
                .statusCode(200)
                .body("results", equalTo(List.of()));
    }

    private io.opintosandbox.registry.henkilo.Henkilo resident(String kotikunta, LocalDate syntymaaika) {
        return s2s.henkilo(UusiHenkilo.nimeltaan("Asukas", "Asukas", sukunimi())
                .kotikunta(kotikunta)
                .syntymaaika(syntymaaika)
                .turvakielto(syntymaaika != null && syntymaaika.getYear() == 2002));
    }

    private List<String> named(String query, String nameQuery) {
        return s2s.post(ADMIN + query, Map.of("nameQuery", nameQuery))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("kutsumanimi");
    }
}

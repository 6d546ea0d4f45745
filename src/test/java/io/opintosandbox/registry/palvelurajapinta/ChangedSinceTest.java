package io.opintosandbox.registry.palvelurajapinta;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.UusiHenkilo;
import io.opintosandbox.testing.TestSandbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has changed: registry-api.md 4.4, {@code changedSince}, registry-behaviour.md 19. */
class ChangedSinceTest {
    /** Long after everybody else's last change. */
    private static final long LATE = Instant.parse("2100-01-01T10:00:00.123Z").toEpochMilli();

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.IDENTIFICATION, "off"));

    private final S2s s2s = new S2s(sandbox);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4102480800123",
                "2100-01-01T10:00:00.123Z",
                "2100-01-01T10%3A00%3A00.123Z",
                "2100-01-01T12:00:00.123456789",
                "2100-01-01T12:00:00.123+02:00",
                "2100-01-01T12:00:00.123%2B02:00",
                "2100-01-01T12%3A00%3A00.123%2B0200",
                "2100-01-01T12:00:00.123+0200",
                "2100-01-01T12:00:00",
                "2100-01-01T12:00",
                "2100-01-01",
                "2100-01-01/",
                "2100"
            })
    void a_change_counts_from_its_moment_on_in_whichever_form_it_is_given(String at) {
        var henkilo = changed(LATE, "Muutos", S2s.sukunimi());

        s2s.get("/changedSince/" + at).then().statusCode(200).body("", hasItem(henkilo.oid()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4102480800124", "2100-01-01T10:00:00.124Z", "2100-01-01T10:00:00", "2100-01-02", "2101"})
    void a_moment_later_it_is_past(String at) {
        var henkilo = changed(LATE, "Muutos", S2s.sukunimi());
        var past = at.equals("2100-01-01T10:00:00") ? "2100-01-01T12:00:00.124" : at;

        s2s.get("/changedSince/" + past).then().statusCode(200).body("", not(hasItem(henkilo.oid())));
    }

    @Test
    void pages_follow_each_other_without_gaps_oldest_change_first() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            expected.add(changed(LATE + 100_000_000_000L + i / 3, "Sivu", S2s.sukunimi())
                    .oid());
        }
        var since = "/changedSince/" + (LATE + 100_000_000_000L);

        List<String> paged = new ArrayList<>();
        for (int offset = 0; offset < 8; offset += 2) {
            paged.addAll(
                    s2s.get(since + "?amount=2&offset=" + offset).jsonPath().getList(""));
        }

        assertEquals(expected, paged);
        assertEquals(expected, s2s.get(since).jsonPath().getList(""));
        assertEquals(expected, s2s.get(since + "?amount=&offset=").jsonPath().getList(""));
        assertEquals(
                expected.subList(5, 7), s2s.get(since + "?offset=5").jsonPath().getList(""));
        assertEquals(
                List.of(expected.get(2)),
                s2s.post(since + "?offset=1&amount=1", Map.of("henkiloOids", expected.subList(1, 5)))
                        .jsonPath()
                        .getList(""));
    }

    @ParameterizedTest
    @CsvSource({
        "amount=0, Limit must be greater than 0.",
        "amount=-1, Limit must be greater than 0.",
        "offset=-1, Offset must not be negative."
    })
    void an_impossible_part_is_the_services_complaint_and_comes_after_the_right(String query, String message) {
        var path = "/changedSince/2020-01-01?" + query;
        var norole = sandbox.userWith("s2s-norole", Map.of());

        for (var answer : List.of(s2s.get(path), s2s.post(path, "{}"))) {
            answer.then()
                    .statusCode(400)
                    .body("exception", equalTo("java.lang.IllegalArgumentException"))
                    .body("message", equalTo(message));
        }
        sandbox.as(norole).get("/s2s" + path).then().statusCode(401);
        s2s.postAs(norole, path, "{}").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/changedSince/foo, java.lang.IllegalArgumentException",
        "/changedSince/2020-01-01?amount=x, java.lang.NumberFormatException",
        "/changedSince/2020-01-01?offset=2147483648, java.lang.NumberFormatException",
        "/changedSince/2020-13-01, java.lang.IllegalArgumentException"
    })
    void what_cannot_be_read_comes_before_the_right(String path, String exception) {
        var norole = sandbox.userWith("s2s-norole", Map.of());

        sandbox.as(norole).get("/s2s" + path).then().statusCode(400).body("exception", equalTo(exception));
        s2s.postAs(norole, path, "{}").then().statusCode(400).body("exception", equalTo(exception));
    }

    @Test
    void the_far_ends_of_time_are_moments_too() {
        assertEquals("[]", s2s.get("/changedSince/292278993").asString());
        assertEquals("[]", s2s.get("/changedSince/" + Long.MAX_VALUE).asString());
        assertTrue(s2s.get("/changedSince/-1000").jsonPath().getList("").size() > 1);
    }

    @Test
    void conditions_are_combined_with_and_and_empty_ones_do_not_restrict() {
        var sukunimi = S2s.sukunimi();
        var aktiivinen = changed(LATE, "Aktiivinen Ainokainen", sukunimi);
        var passiivinen = changed(LATE, "Passiivinen", sukunimi);
        s2s.linkita(passiivinen, aktiivinen);
        var both = List.of(aktiivinen.oid(), passiivinen.oid());

        assertEquals(both, having(Map.of("nameQuery", sukunimi)));
        assertEquals(both, having(Map.of("nameQuery", sukunimi, "henkiloOids", List.of(), "hetu", "")));
        assertEquals(both, having(Map.of("nameQuery", "", "henkiloOids", both)));
        assertEquals(List.of(aktiivinen.oid()), having(Map.of("nameQuery", sukunimi, "passivoitu", false)));
        assertEquals(List.of(passiivinen.oid()), having(Map.of("nameQuery", sukunimi, "duplikaatti", true)));
        assertEquals(List.of(), having(Map.of("nameQuery", sukunimi, "duplikaatti", true, "passivoitu", false)));
        assertEquals(List.of(aktiivinen.oid()), having(Map.of("henkiloOids", both, "nameQuery", "ainokaInen")));
        assertEquals(List.of(), having(Map.of("henkiloOids", List.of("foo"))));
        assertEquals(
                List.of(), having(Map.of("henkiloOids", both, "hetu", "010180-1210")), "a real hetu is an unknown one");
    }

    @Test
    void a_current_hetu_restricts_to_its_holder() {
        var hetu = TestSandbox.someone("Hetu", "Hakija").hetu();
        var henkilo = s2s.henkilo(
                UusiHenkilo.nimeltaan("Hetu", "Hetu", S2s.sukunimi()).hetu(hetu));
        s2s.muokattu(henkilo, LATE);

        assertEquals(List.of(henkilo.oid()), having(Map.of("hetu", hetu)));
    }

    @Test
    void as_many_oids_as_fit_into_a_body_are_taken() {
        var henkilo = changed(LATE, "Yksi", S2s.sukunimi());
        var oids = new ArrayList<>(IntStream.range(0, 120_000)
                .mapToObj(i -> "1.2.246.562.98." + (10_000_000_000L + i))
                .toList());
        oids.add(henkilo.oid());
        oids.add(0, henkilo.oid());
        oids.add(null);

        assertEquals(List.of(henkilo.oid()), having(Map.of("henkiloOids", oids)));
        assertEquals(
                200,
                s2s.post("/changedSince/2100", Map.of("henkiloOids", Arrays.asList((String) null)))
                        .statusCode());
    }

    private Henkilo changed(long millis, String etunimet, String sukunimi) {
        var henkilo = s2s.henkilo(etunimet, sukunimi);
        s2s.muokattu(henkilo, millis);
        return henkilo;
    }

    private List<String> having(Map<String, Object> criteria) {
        return s2s.post("/changedSince/2100", criteria)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }
}

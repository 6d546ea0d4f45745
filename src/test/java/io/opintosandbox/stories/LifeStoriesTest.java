package io.opintosandbox.stories;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The scenarios about what happens to one person, told as their tryThis tells them. */
class LifeStoriesTest {
    private static final String KEEPER = "rekisterinpitaja";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void a_marriage_changes_the_name_that_hae_wants_to_hear() {
        var story = Story.load(sandbox, "marriage");
        var hetu = story.hetu("bride");
        var oid = story.oid("bride");
        story.hae("bride", hetu, "Neitolahti").then().statusCode(200).body("oppijanumero", is(oid));
        story.hae("bride", hetu, "Aviovaara").then().statusCode(409);

        story.goTo("2026-06-14T06:00:00Z");
        sandbox.control()
                .get("/vtj/messages?hetu=" + hetu)
                .then()
                .body("results.state", contains("applied"))
                .body("results[0].tietoryhmat.tietoryhma", contains("HENKILON_NIMI"));
        story.henkilo("bride")
                .body("sukunimi", is("Aviovaara"))
                .body("hetu", is(hetu))
                .body("oppijanumero", is(oid));
        story.hae("bride", hetu, "Neitolahti").then().statusCode(409);
        story.hae("bride", hetu, "Aviovaara").then().statusCode(200).body("oppijanumero", is(oid));
        story.calls()
                .get("oppijoidentuonti2", "/oppija/muuttuneet?muokattuJalkeen=2026-06-13T00:00:00Z")
                .then()
                .body("results.oid", contains(oid))
                .body("results[0].master.sukunimi", is("Aviovaara"));
        changedSince(story, "2026-06-13", oid);
    }

    @Test
    void a_new_hetu_is_found_by_some_calls_and_not_by_others() {
        var story = Story.load(sandbox, "new-hetu");
        var corrected = story.oid("corrected");

        story.advance("P2D");
        story.henkilo("corrected")
                .body("hetu", is("190992-976R"))
                .body("kaikkiHetut", contains("090992-9747"))
                .body("syntymaaika", is("1992-09-19"))
                .body("oppijanumero", is(corrected));
        story.hae("corrected", "190992-976R", "Korjausmäki")
                .then()
                .statusCode(200)
                .body("oppijanumero", is(corrected));
        story.hae("corrected", "090992-9747", "Korjausmäki")
                .then()
                .statusCode(400)
                .body("fieldErrors.code", hasItem("socialsecuritynr.already.exists"));
        assertEquals(
                corrected,
                story.calls().get(KEEPER, "/s2s/oidByHetu/090992-9747").asString());

        story.advance("P2D");
        story.settle();
        story.calls()
                .get("yleistunniste", "/yleistunniste/tuonti=" + story.tuonti(0))
                .then()
                .body("henkilot.henkilo.oid", contains(corrected))
                .body("henkilot.henkilo.oppijanumero", contains(corrected));

        story.henkilo("had-two").body("hetu", is(story.hetu("forerunner")));
        story.henkilo("forerunner")
                .body("hetu", nullValue())
                .body("passivoitu", is(true))
                .body("duplicate", is(true));
        story.tarkista(story.oid("forerunner")).body("oppijanumero", is(story.oid("had-two")));
    }

    @Test
    void a_death_is_cleaned_up_in_the_night_even_one_that_was_taken_back() {
        var story = Story.load(sandbox, "death");
        var oid = story.oid("died-yesterday");

        story.advance("PT12H");
        story.henkilo("died-yesterday")
                .body("kuolinpaiva", is("2026-11-19"))
                .body("passivoitu", is(false))
                .body("kotikunta", is("091"))
                .body("yhteystiedotRyhma", not(empty()));
        story.henkilo("mistake").body("kuolinpaiva", is("2026-11-19"));

        story.goTo("2026-11-21T02:29:59Z");
        story.settle();
        story.henkilo("died-yesterday").body("passivoitu", is(false));

        story.goTo("2026-11-21T02:31:00Z");
        for (var person : List.of("died-yesterday", "died-today", "mistake")) {
            story.henkilo(person)
                    .body("passivoitu", is(true))
                    .body("kotikunta", nullValue())
                    .body("yhteystiedotRyhma", empty())
                    .body("hetu", is(story.hetu(person)))
                    .body("oppijanumero", is(story.oid(person)));
        }
        story.hae("died-yesterday").then().statusCode(200).body("oppijanumero", is(oid));
        story.tarkista(oid).body("passivoitu", is(true));
    }

    private static void changedSince(Story story, String day, String... oids) {
        story.calls()
                .get("rekisterinlukija", "/s2s/changedSince/" + day + "T00:00:00Z")
                .then()
                .statusCode(200)
                .body("", hasItems(oids));
    }
}

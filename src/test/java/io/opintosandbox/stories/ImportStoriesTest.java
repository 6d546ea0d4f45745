package io.opintosandbox.stories;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The scenarios about imports, told as their tryThis tells them. */
class ImportStoriesTest {
    private static final String KEEPER = "rekisterinpitaja";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void a_school_year_begins_with_an_import_that_brings_the_guardians_along() {
        var story = Story.load(sandbox, "school-year");
        var knownSincePreschool = story.oid("pupil-6");

        story.advance("PT5M");
        story.calls()
                .get("yleistunniste", "/yleistunniste/tuonti=" + story.tuonti(0))
                .then()
                .statusCode(200)
                .body("henkilot.size()", is(6))
                .body("henkilot.conflict", everyItem(is(false)))
                .body("henkilot.henkilo.oppijanumero", everyItem(notNullValue()))
                .body("henkilot.find { it.tunniste == '1a-6' }.henkilo.oid", is(knownSincePreschool));
        story.yhteenveto("oppijoidentuonti2", 6, 0, 0);
        var guardians = List.of(story.oid("guardian-of-two"), story.oid("other-guardian-of-two"));
        story.calls()
                .get(KEEPER, "/henkilo/" + story.oid("pupil-1") + "/huoltajat")
                .then()
                .body("oidHenkilo", containsInAnyOrder(guardians.toArray()));
        story.hasState("guardian-of-two", "identified");
        story.hasState("other-guardian-of-two", "identified");
        List<String> first = story.calls()
                .get("yleistunniste", "/yleistunniste/tuonti=" + story.tuonti(0))
                .path("henkilot.henkilo.oid");

        story.advance("P7D");
        story.settle();
        story.calls()
                .get("yleistunniste", "/yleistunniste/tuonti=" + story.tuonti(1))
                .then()
                .body("henkilot.henkilo.oid", hasItems(first.toArray(String[]::new)))
                .body("henkilot.find { it.tunniste == '1a-7' }.henkilo.oid", is(story.oid("newcomer")));
        story.yhteenveto("oppijoidentuonti2", 7, 0, 0);
        story.calls()
                .get("oppijoidentuonti2", "/oppija/muuttuneet?muokattuJalkeen=2026-08-17T00:00:00Z")
                .then()
                .statusCode(200)
                .body("totalElements", is(7));
    }

    @Test
    void an_import_with_conflicts_is_read_row_by_row_and_repaired_one_by_one() {
        var story = Story.load(sandbox, "import-conflicts");
        story.settle();
        story.calls()
                .get("oppijoidentuonti2", "/oppija/tuontikooste")
                .then()
                .body("content[0].id", is((int) story.tuonti(0)))
                .body("content[0].total", is(7))
                .body("content[0].successful", is(4))
                .body("content[0].failures", is(3))
                .body("content[0].conflicts", is(2));
        sandbox.control()
                .get("/mails")
                .then()
                .body("results.vastaanottajat.sahkopostiOsoite", contains(List.of("opintotoimisto@example.com")));
        story.calls()
                .get("yleistunniste", "/yleistunniste/tuonti=" + story.tuonti(0))
                .then()
                .body("henkilot.findAll { it.conflict }.tunniste", containsInAnyOrder("r3", "r4"))
                .body("henkilot.find { it.tunniste == 'r3' }.henkilo.oppijanumero", is(story.oid("nickname")))
                .body("henkilot.find { it.tunniste == 'r4' }.henkilo.oppijanumero", is(story.oid("victim")));
        story.yhteenveto("oppijoidentuonti2", 4, 3, 0);
        story.henkilo("former-name").body("sukunimi", is("Uusinimi"));

        var stageName = "/henkilo/" + story.oid("stage-name") + "/yksilointitiedot";
        story.calls().get(KEEPER, stageName).then().body("sukunimi", is("Virallinen"));
        story.calls().put(KEEPER, stageName + "/yliajayksiloimaton").then().statusCode(200);
        story.henkilo("stage-name").body("yksiloityVTJ", is(true));
        story.yhteenveto("oppijoidentuonti2", 4 + 1, 2, 0);

        var mistyped = story.oid("mistyped");
        story.calls()
                .put(KEEPER, "/henkilo", Map.of("oidHenkilo", mistyped, "hetu", story.hetu("meant")))
                .then()
                .statusCode(200);
        story.settle();
        story.calls().henkilo(mistyped).body("yksiloityVTJ", is(true));
        story.yhteenveto("oppijoidentuonti2", 6, 1, 0);
        story.henkilo("void")
                .body("yksilointivirheet.yksilointivirheTila", contains("HETU_PASSIVOITU"))
                .body("yksilointivirheet[0].uudelleenyritysAikaleima", nullValue());
    }

    @Test
    void a_night_without_vtj_is_made_good_by_retries() {
        var story = Story.load(sandbox, "broken-night");

        story.advance("PT45M");
        for (var person : new String[] {"night-1", "night-2", "night-3"}) {
            story.hasState(person, "identification failed");
        }
        story.henkilo("night-1")
                .body("yksilointivirheet.yksilointivirheTila", contains("MUU_UUDELLEENYRITETTAVA"))
                .body("yksilointivirheet[0].uudelleenyritysAikaleima", is(1_793_575_202_000L));
        story.hae("early-bird").then().statusCode(500);
        story.hae("night-1").then().statusCode(200).body("oppijanumero", nullValue());
        story.settle().then().body("identified", is(0));

        story.advance("PT20M");
        story.yhteenveto("oppijoidentuonti2", 0, 3, 0);

        story.advance("PT40M");
        story.yhteenveto("oppijoidentuonti2", 3, 0, 0);
        story.hae("night-1").then().statusCode(200).body("oppijanumero", is(story.oid("night-1")));
        story.hae("early-bird").then().statusCode(200);
    }
}

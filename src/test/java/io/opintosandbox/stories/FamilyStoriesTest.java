package io.opintosandbox.stories;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The scenarios about children and their guardians, told as their tryThis tells them. */
class FamilyStoriesTest {
    private static final String KEEPER = "rekisterinpitaja";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void an_adoption_hides_where_the_child_lives_and_keeps_its_number() {
        var story = Story.load(sandbox, "adoption");
        var oid = story.oid("child");
        story.advance("P1D");
        story.henkilo("child").body("kotikunta", is("091")).body("yhteystiedotRyhma", not(empty()));
        huoltajat(story).body("oidHenkilo", contains(story.oid("birth-mother")));

        story.goTo("2026-04-11T06:00:00Z");
        story.henkilo("child")
                .body("sukunimi", is("Adoptiokoski"))
                .body("turvakielto", is(true))
                .body("kotikunta", nullValue())
                .body("yhteystiedotRyhma", empty())
                .body("oppijanumero", is(oid));
        huoltajat(story)
                .body("oidHenkilo", containsInAnyOrder(story.oid("adoptive-mother"), story.oid("adoptive-father")));
        story.hasState("adoptive-mother", "identified");
        story.hasState("adoptive-father", "identified");
        kotikuntahistoria(story, "kotikuntahistoria", "", oid).body("", empty());
        kotikuntahistoria(story, "turvakielto", "/turvakielto", oid)
                .body("kotikunta", contains("091"))
                .body("kuntaanMuuttopv", contains("2018-03-11"));
        story.hae("child", story.hetu("child"), "Synnytysranta").then().statusCode(409);
        story.hae("child", story.hetu("child"), "Adoptiokoski").then().statusCode(200);
    }

    @Test
    void a_guardianship_that_is_told_on_its_first_day_never_arrives() {
        var story = Story.load(sandbox, "new-guardian");
        var mother = story.oid("mother");
        huoltajat(story).body("oidHenkilo", contains(mother));

        story.goTo("2026-02-05T12:00:00Z");
        story.hasState("aunt", "identified");
        List<String> three = huoltajat(story)
                .body("oidHenkilo", hasItems(mother, story.oid("aunt")))
                .body("sukunimi", containsInAnyOrder("Lapsenmaa", "Tätilä", "Grandfather"))
                .extract()
                .path("oidHenkilo");
        String grandfather = huoltajat(story).extract().path("find { it.sukunimi == 'Grandfather' }.oidHenkilo");
        story.calls()
                .henkilo(grandfather)
                .body("hetu", nullValue())
                .body("oppijanumero", nullValue())
                .body("syntymaaika", is("1951-06-30"));
        story.calls()
                .get(KEEPER, "/henkilo/huoltajasuhdemuutokset/alkaen/2026-02-05")
                .then()
                .body("", hasItem(story.oid("child")));
        story.calls()
                .get("rekisterinlukija", "/s2s/changedSince/2026-02-05T00:00:00Z")
                .then()
                .body("", containsInAnyOrder(story.oid("child"), mother, story.oid("aunt"), grandfather));

        story.advance("P7D");
        huoltajat(story).body("oidHenkilo", containsInAnyOrder(three.toArray()));
        story.hasState("late-guardian", "only in VTJ");
    }

    @Test
    void a_family_from_abroad_brings_a_mother_who_is_there_already() {
        var story = Story.load(sandbox, "from-abroad");
        story.advance("P1D");
        story.henkilo("daughter")
                .body("yksiloityVTJ", is(true))
                .body("kotikunta", is("200"))
                .body("yhteystiedotRyhma.ryhmaKuvaus", contains("yhteystietotyyppi5"));
        var mother = story.oid("mother");
        var applicant = story.oid("mother-as-applicant");
        story.calls()
                .get(KEEPER, "/henkilo/" + story.oid("daughter") + "/huoltajat")
                .then()
                .body("oidHenkilo", containsInAnyOrder(mother, story.oid("father")));
        story.hasState("mother", "identified");
        story.hasState("father", "identified");

        story.calls().get(KEEPER, "/henkilo/" + mother + "/duplicates").then().body("oidHenkilo", contains(applicant));
        story.calls()
                .post(KEEPER, "/henkilo/" + mother + "/forcelink", List.of(applicant))
                .then()
                .statusCode(200);
        story.tarkista(applicant).body("oppijanumero", is(mother));

        story.goTo("2026-08-21T06:00:00Z");
        story.henkilo("daughter")
                .body("kotikunta", is("049"))
                .body("yhteystiedotRyhma.ryhmaKuvaus", containsInAnyOrder("yhteystietotyyppi4", "yhteystietotyyppi5"));
        kotikuntahistoria(story, "kotikuntahistoria", "", story.oid("daughter"))
                .body("find { it.kotikunta == '200' }.kunnastaPoisMuuttopv", is("2026-08-19"))
                .body("find { it.kotikunta == '049' }.kuntaanMuuttopv", is("2026-08-20"))
                .body("size()", is(2));
        story.calls()
                .get("rekisterinlukija", "/s2s/changedSince/2026-08-20T00:00:00Z")
                .then()
                .body("", containsInAnyOrder(story.oid("daughter"), mother, story.oid("father"), applicant));
    }

    private static ValidatableResponse huoltajat(Story story) {
        return story.calls()
                .get(KEEPER, "/henkilo/" + story.oid("child") + "/huoltajat")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse kotikuntahistoria(Story story, String username, String which, String oid) {
        return story.calls()
                .post(username, "/s2s/henkilo/kotikuntahistoria" + which, List.of(oid))
                .then()
                .statusCode(200);
    }
}

package io.opintosandbox.stories;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The scenarios about people who are one, or only look so, told as their tryThis tells them. */
class DuplicateStoriesTest {
    private static final String KEEPER = "rekisterinpitaja";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void applicants_without_hetu_are_matched_by_passport_and_the_rest_is_for_a_clerk_to_see() {
        var story = Story.load(sandbox, "near-duplicates");
        story.settle().then().statusCode(200);
        var lanAnh = story.oid("lan-anh");
        var rivi = Map.of(
                "haku-1", oid(story, "haku-1"),
                "haku-2", oid(story, "haku-2"),
                "haku-3", oid(story, "haku-3"),
                "haku-4", oid(story, "haku-4"),
                "haku-5", oid(story, "haku-5"));
        assertEquals(lanAnh, rivi.get("haku-1"));
        assertEquals(lanAnh, oppijanumero(story, "haku-1"));
        assertNull(oppijanumero(story, "haku-2"));
        story.calls()
                .get("oppijoidentuonti", "/oppija/yhteenveto?tuontiId=" + story.tuonti(0))
                .then()
                .body("onnistuneet", is(1))
                .body("virheet", is(4));

        story.calls()
                .get(KEEPER, "/henkilo/" + lanAnh + "/duplicates")
                .then()
                .body("oidHenkilo", contains(rivi.get("haku-2"), rivi.get("haku-3")));
        story.calls()
                .post(KEEPER, "/henkilo/" + lanAnh + "/link", List.of(rivi.get("haku-2")))
                .then()
                .statusCode(200);
        story.tarkista(rivi.get("haku-2")).body("passivoitu", is(true)).body("oppijanumero", is(lanAnh));

        story.calls().post(KEEPER, "/henkilo/" + rivi.get("haku-3") + "/yksiloihetuton");
        story.tarkista(rivi.get("haku-3")).body("oppijanumero", is(rivi.get("haku-3")));
        story.calls()
                .post(KEEPER, "/henkilo/" + lanAnh + "/link", List.of(rivi.get("haku-3")))
                .then()
                .statusCode(403);

        story.calls()
                .get(KEEPER, "/henkilo/" + rivi.get("haku-4") + "/duplicates")
                .then()
                .body("oidHenkilo", contains(rivi.get("haku-5")));
        story.calls().post(KEEPER, "/henkilo/" + rivi.get("haku-4") + "/yksiloihetuton");
        story.calls()
                .post(KEEPER, "/henkilo/" + rivi.get("haku-4") + "/link", List.of(rivi.get("haku-5")))
                .then()
                .statusCode(200);
        assertEquals(rivi.get("haku-4"), oppijanumero(story, "haku-4"));
        assertEquals(rivi.get("haku-4"), oppijanumero(story, "haku-5"));
    }

    @Test
    void two_clerks_identify_one_person_and_a_forced_link_repairs_it() {
        var story = Story.load(sandbox, "two-clerks");
        var first = story.oid("at-first-school");
        var second = story.oid("at-second-school");
        story.tarkista(first).body("oppijanumero", is(first));
        story.tarkista(second).body("oppijanumero", is(second));
        story.calls().get(KEEPER, "/henkilo/" + second + "/duplicates").then().body("oidHenkilo", hasItem(first));

        story.calls()
                .post(KEEPER, "/henkilo/" + first + "/link", List.of(second))
                .then()
                .statusCode(403)
                .body("message", is("More than one identified Henkilo"));
        story.calls()
                .post(KEEPER, "/henkilo/" + first + "/forcelink", List.of(second))
                .then()
                .statusCode(200)
                .body("", contains(second));

        story.tarkista(second).body("passivoitu", is(true)).body("oppijanumero", is(first));
        story.calls()
                .post("duplikaattiluku", "/s2s/duplicateHenkilos", Map.of("henkiloOids", List.of(second)))
                .then()
                .body("henkiloOid", contains(second))
                .body("masterOid", contains(first));

        story.calls()
                .delete(KEEPER, "/henkilo/" + first + "/unlink/" + second)
                .then()
                .statusCode(200);
        story.tarkista(second).body("passivoitu", is(false)).body("oppijanumero", nullValue());
    }

    @Test
    void a_number_by_hand_and_a_number_by_vtj_become_one_and_an_older_double_moves_along() {
        var story = Story.load(sandbox, "two-identified");
        var byVtj = story.oid("by-vtj");
        var byHand = story.oid("by-hand");
        var older = story.oid("older-double");
        story.tarkista(byHand).body("oppijanumero", is(byHand)).body("linked", contains(older));

        story.calls()
                .post(KEEPER, "/henkilo/" + byVtj + "/link", List.of(byHand))
                .then()
                .statusCode(403);
        story.calls()
                .post(KEEPER, "/henkilo/" + byHand + "/forcelink", List.of(byVtj))
                .then()
                .statusCode(400);
        story.calls()
                .post(KEEPER, "/henkilo/" + byVtj + "/forcelink", List.of(byHand))
                .then()
                .statusCode(200);

        story.calls()
                .get(KEEPER, "/henkilo/" + byVtj + "/slaves")
                .then()
                .body("oidHenkilo", containsInAnyOrder(byHand, older));
        for (var oid : List.of(byVtj, byHand, older)) {
            story.tarkista(oid).body("oppijanumero", is(byVtj));
        }
        story.calls()
                .get("rekisterinlukija", "/s2s/changedSince/2026-10-05T00:00:00Z")
                .then()
                .body("", hasItems(byVtj, byHand, older));
    }

    @Test
    void who_comes_with_a_hetu_later_gets_a_second_number_until_somebody_links_them() {
        var story = Story.load(sandbox, "hetu-later");
        var student = story.oid("exchange-student");
        story.tarkista(student).body("oppijanumero", is(student));

        story.advance("P60D");
        story.settle();
        story.hasState("with-hetu", "identified");
        var withHetu = story.oid("with-hetu");
        story.tarkista(withHetu).body("oppijanumero", is(withHetu));
        story.calls()
                .put(KEEPER, "/henkilo", Map.of("oidHenkilo", student, "hetu", story.hetu("with-hetu")))
                .then()
                .statusCode(400)
                .body("fieldErrors.code", hasItem("socialsecuritynr.already.exists"));
        story.calls().get(KEEPER, "/henkilo/" + withHetu + "/duplicates").then().body("oidHenkilo", contains(student));

        story.calls()
                .post(KEEPER, "/henkilo/" + withHetu + "/forcelink", List.of(student))
                .then()
                .statusCode(200);
        story.tarkista(student).body("passivoitu", is(true)).body("oppijanumero", is(withHetu));
    }

    @Test
    void a_hetu_that_is_added_in_time_keeps_the_first_number() {
        var story = Story.load(sandbox, "hetu-later");
        var student = story.oid("exchange-student");

        story.calls().put(KEEPER, "/henkilo", Map.of("oidHenkilo", student, "hetu", story.hetu("with-hetu")));
        story.settle();
        story.henkilo("exchange-student")
                .body("yksiloityVTJ", is(true))
                .body("yksiloity", is(false))
                .body("oppijanumero", is(student));

        story.advance("P60D");
        story.settle();
        story.calls()
                .get("yleistunniste", "/yleistunniste/tuonti=" + story.tuonti(0))
                .then()
                .body("henkilot.henkilo.oid", contains(student));
    }

    private static String oid(Story story, String tunniste) {
        return (String) story.rivi("oppijoidentuonti", 0, tunniste).get("oid");
    }

    private static String oppijanumero(Story story, String tunniste) {
        return (String) story.rivi("oppijoidentuonti", 0, tunniste).get("oppijanumero");
    }
}

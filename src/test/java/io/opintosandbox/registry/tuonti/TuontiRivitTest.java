package io.opintosandbox.registry.tuonti;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.row;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.world.World;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whom the rows of an import lead to: registry-behaviour.md 17, exchanges 24 to 28. */
class TuontiRivitTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    /** Nobody is identified before a test says so; imports run all the same, because they are due at once. */
    @BeforeEach
    void the_clock_stands() {
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock").then().statusCode(200);
    }

    @Test
    void a_row_whose_names_differ_leads_to_the_person_all_the_same_and_says_so() {
        var liisa = sandbox.vtjHas(someone("Liisa", "Alkuperäinen"));
        sandbox.hae(haku(liisa));

        var id = sandbox.startImport(List.of(
                row("sama", haku(liisa)),
                row("melkein", haku(liisa, "Liisa", "Alkuperainen")),
                row("toinen", haku(liisa, "Liisa", "Aivanmuu"))));
        sandbox.settle();

        sandbox.as("yleistunniste")
                .get("/yleistunniste/tuonti=" + id)
                .then()
                .body("henkilot.sort { it.tunniste }.conflict", contains(false, false, true));
    }

    @Test
    void repeated_rows_and_repeated_tunniste_are_kept_and_lead_to_one_person() {
        var eeva = someone("Eeva", "Toistettu");
        var id = sandbox.startImport(
                List.of(row("x", haku(eeva)), row("x", haku(eeva)), row("y", haku(eeva, "Muu", "Aivaneri"))));
        sandbox.settle();

        var answer = sandbox.as("yleistunniste")
                .get("/yleistunniste/tuonti=" + id)
                .then()
                .statusCode(200);

        assertEquals(List.of("x", "x", "y"), answer.extract().path("henkilot.tunniste"));
        assertEquals(List.of(false, false, true), answer.extract().path("henkilot.conflict"));
        assertEquals(1, new TreeSet<>(answer.extract().<List<String>>path("henkilot.henkilo.oid")).size());
    }

    @Test
    void a_repeated_row_in_a_later_part_leads_to_the_same_person() {
        var rows = new java.util.ArrayList<>(People.rows(LocalDate.of(1804, 1, 1), 120));
        rows.set(110, rows.get(3));
        var id = sandbox.startImport(rows);
        sandbox.settle();

        var oids = sandbox.as("yleistunniste")
                .get("/yleistunniste/tuonti=" + id)
                .<List<String>>path("henkilot.findAll { it.tunniste == 't3' }.henkilo.oid");
        assertEquals(2, oids.size());
        assertEquals(oids.get(0), oids.get(1));
    }

    @Test
    void a_former_official_hetu_finds_its_holder() {
        var uusi = sandbox.vtjHas(someone("Muutos", "Muuttunut"));
        var vanha = sandbox.vtjHas(someone("Muutos", "Muuttunut").toBuilder()
                .passivoitu(true)
                .uusiHetu(uusi.hetu())
                .build());
        var oid = sandbox.hae(haku(vanha)).then().statusCode(200).extract().<String>path("oid");
        sandbox.settle();

        var id = sandbox.startImport(List.of(row("vanha", haku(vanha)), row("uusi", haku(uusi))));
        sandbox.settle();

        sandbox.as("yleistunniste")
                .get("/yleistunniste/tuonti=" + id)
                .then()
                .body("henkilot.henkilo.oid", contains(oid, oid));
    }

    @Test
    void rows_belong_to_the_organisations_of_their_people() {
        var matti = sandbox.vtjHas(someone("Matti", "Yhteinen"));
        var id = sandbox.startImport(List.of(row("m", haku(matti)), row("n", haku(someone("Niilo", "Oma")))));
        sandbox.settle();
        sandbox.as("yleistunniste2").get("/yleistunniste/tuonti=" + id).then().statusCode(403);
        sandbox.as("yleistunniste2")
                .get("/yleistunniste/tuonti=" + id + "/perustiedot")
                .then()
                .statusCode(200);

        sandbox.as("yleistunniste2")
                .contentType(ContentType.JSON)
                .body(Json.write(haku(matti)))
                .post("/yleistunniste/hae")
                .then()
                .statusCode(200);

        sandbox.as("yleistunniste2")
                .get("/yleistunniste/tuonti=" + id)
                .then()
                .statusCode(200)
                .body("henkilot.tunniste", contains("m"))
                .body("kasiteltavia", equalTo(2));
    }

    @Test
    void a_person_of_an_import_has_the_nationality_that_nobody_knows() {
        var olli = someone("Olli", "Outo");
        sandbox.startImport(List.of(row("o", haku(olli))));
        sandbox.settle();

        assertEquals(
                List.of("999"), world().db().sql("""
                        select koodi from henkilo_kansalaisuus
                         where world = :world and henkilo_id = (select id from henkilo where world = :world and hetu = :hetu)
                        """).set("hetu", olli.hetu()).list(row -> row.text("koodi")));
    }

    @Test
    void found_again_in_an_import_counts_as_modified_and_nothing_else_changes() {
        var pirjo = someone("Pirjo", "Pysyvä");
        sandbox.startImport(List.of(row("p", haku(pirjo))));
        sandbox.settle();
        var before = muokattu(pirjo.hetu());

        sandbox.control().body("{\"advance\":\"PT1H\"}").put("/clock").then().statusCode(200);
        sandbox.hae(haku(pirjo)).then().statusCode(200);
        assertEquals(before, muokattu(pirjo.hetu()));
        sandbox.startImport(List.of(row("p", haku(pirjo, "Pirjo", "Muuttunut"))));
        sandbox.settle();

        assertEquals(before + 3_600_000, muokattu(pirjo.hetu()));
        sandbox.hae(haku(pirjo)).then().statusCode(200);
    }

    private static long muokattu(String hetu) {
        return world().db()
                .sql("select muokattu from henkilo where world = :world and hetu = :hetu")
                .set("hetu", hetu)
                .number();
    }

    private static World world() {
        return sandbox.server().world("default").orElseThrow();
    }
}

package io.opintosandbox.registry.yleistunniste;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Decision table of hae: registry-behaviour.md 5. */
class HaeTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    /** Nobody is identified before a test says so. */
    @BeforeEach
    void the_clock_stands() {
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock").then().statusCode(200);
    }

    @Test
    void the_number_is_told_at_creation_then_null_then_told_again_once_identified() {
        var aino = sandbox.vtjHas(someone("Aino Maria", "Kokeilija"));

        var oid = sandbox.hae(haku(aino)).then().statusCode(200).extract().<String>path("oid");
        sandbox.hae(haku(aino)).then().statusCode(200).body("oid", equalTo(oid)).body("oppijanumero", nullValue());
        sandbox.settle();

        sandbox.hae(haku(aino)).then().statusCode(200).body("oid", equalTo(oid)).body("oppijanumero", equalTo(oid));
    }

    @Test
    void a_former_surname_is_a_conflict_in_hae_though_identification_accepts_it() {
        var maija = sandbox.vtjHas(someone("Maija Liisa", "Meikäläinen").toBuilder()
                .entisetSukunimet("Virtanen")
                .build());

        sandbox.hae(haku(maija, "Maija Liisa", "Virtanen"))
                .then()
                .statusCode(409)
                .body("error", equalTo("Conflict"));
    }

    @Test
    void nobody_knows_the_hetu() {
        var nobody = someone("Eiole Olemassa", "Kadonnut");
        sandbox.control().delete("/vtj/persons/" + nobody.hetu());

        sandbox.hae(haku(nobody)).then().statusCode(404).body("message", nullValue());
    }

    @Test
    void a_void_hetu_is_a_conflict() {
        var passi = sandbox.vtjHas(
                someone("Passi", "Voitu").toBuilder().passivoitu(true).build());

        sandbox.hae(haku(passi)).then().statusCode(409);
    }

    @Test
    void a_replaced_hetu_creates_the_person_and_identification_moves_it_to_the_new_one() {
        var uusi = sandbox.vtjHas(someone("Muutos", "Muuttunut"));
        var vanha = sandbox.vtjHas(someone("Muutos", "Muuttunut").toBuilder()
                .passivoitu(true)
                .uusiHetu(uusi.hetu())
                .build());
        var oid = sandbox.hae(haku(vanha)).then().statusCode(200).extract().<String>path("oid");

        sandbox.settle();

        sandbox.hae(haku(uusi)).then().statusCode(200).body("oppijanumero", equalTo(oid));
        sandbox.hae(haku(vanha))
                .then()
                .statusCode(400)
                .body("fieldErrors.code", equalTo(List.of("socialsecuritynr.already.exists")));
    }

    @Test
    void a_vtj_that_is_down_is_500_without_a_message() {
        var pelle = sandbox.vtjHas(someone("Pelle", "Peloton"));
        sandbox.control()
                .body("{\"effect\":{\"vtj\":\"down\"}}")
                .post("/faults")
                .then()
                .statusCode(201);
        try {
            sandbox.hae(haku(pelle)).then().statusCode(500).body("error", equalTo("Internal Server Error"));
        } finally {
            sandbox.control().delete("/faults");
        }
        sandbox.hae(haku(pelle)).then().statusCode(200).body("oid", notNullValue());
    }
}

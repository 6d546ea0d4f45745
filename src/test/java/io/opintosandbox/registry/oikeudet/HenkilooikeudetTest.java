package io.opintosandbox.registry.oikeudet;

import static io.opintosandbox.testing.RegistryCalls.nimet;
import static io.opintosandbox.testing.RegistryCalls.taydellinen;
import static io.opintosandbox.testing.RegistryCalls.with;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may read and change whom. Contract: registry-api.md 3.1, neighbours.md 1.1. */
class HenkilooikeudetTest {
    private static final String CLOSED_SCHOOL_OF_A = "1.2.246.562.10.10000000124";
    private static final String SCHOOL_OF_A = "1.2.246.562.10.10000000116";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final RegistryCalls registry = new RegistryCalls(sandbox);

    @Test
    void everybody_reads_and_changes_their_own_data() {
        var oid = registry.luo(with(nimet(), "etunimet", "Aino Oma", "kutsumanimi", "Aino"));
        var self = user("oma-" + oid, oid, Map.of());

        registry.get(self, "/henkilo/" + oid).then().statusCode(200);
        registry.put(self, "/henkilo", Map.of("oidHenkilo", oid, "kutsumanimi", "Oma"))
                .then()
                .statusCode(200);
        registry.get(self, "/henkilo/" + oid + "/master").then().statusCode(200);
    }

    @Test
    void an_importing_organisation_covers_what_is_below_it_closed_schools_too() {
        var oid = registry.luo();
        registry.get("oppijoidentuonti2", "/henkilo/" + oid).then().statusCode(401);

        attach(oid, CLOSED_SCHOOL_OF_A);

        registry.get("oppijoidentuonti2", "/henkilo/" + oid).then().statusCode(200);
        registry.put("oppijoidentuonti2", "/henkilo", Map.of("oidHenkilo", oid, "kotikunta", "091"))
                .then()
                .statusCode(200);
        registry.get("oppijoidentuonti", "/henkilo/" + oid).then().statusCode(401);
    }

    @Test
    void rights_below_do_not_reach_up() {
        var oid = registry.luo();
        attach(oid, TestSandbox.A);
        var school = user("koulu", null, Map.of(SCHOOL_OF_A, List.of("OPPIJANUMEROREKISTERI_OPPIJOIDENTUONTI")));

        registry.get(school, "/henkilo/" + oid).then().statusCode(401);
    }

    @Test
    void a_clerk_is_open_to_readers_of_the_organisation_and_of_those_above_it() {
        var oid = registry.luo();
        user("virkailija-" + oid, oid, Map.of(SCHOOL_OF_A, List.of("KOSKI_READ")));
        var inB = user("lukija-b", null, Map.of(TestSandbox.B, List.of("OPPIJANUMEROREKISTERI_READ")));

        registry.get("henkilonluku", "/henkilo/" + oid).then().statusCode(200);
        registry.get(inB, "/henkilo/" + oid).then().statusCode(401);
        registry.get("yleistunniste", "/henkilo/" + oid).then().statusCode(401);
    }

    @Test
    void a_user_without_organisations_is_open_to_any_reader() {
        var oid = registry.luo();
        user("ilman-organisaatiota-" + oid, oid, Map.of());

        registry.get("henkilonluku", "/henkilo/" + oid).then().statusCode(200);
        registry.get("eioikeuksia", "/henkilo/" + oid).then().statusCode(401);
    }

    @Test
    void whoever_keeps_service_users_reads_and_changes_them() {
        var oid = registry.luo();
        user("palvelu-" + oid, oid, Map.of(TestSandbox.A, List.of("KOSKI_READ")));
        var keeper = user("pitaja", null, Map.of(TestSandbox.A, List.of("KAYTTOOIKEUS_PALVELUKAYTTAJA_CRUD")));

        registry.get(keeper, "/henkilo/" + oid).then().statusCode(200);
        registry.put(keeper, "/henkilo", Map.of("oidHenkilo", oid, "kotikunta", "091"))
                .then()
                .statusCode(200);
        registry.get(keeper, "/henkilo/" + oid + "/slaves").then().statusCode(401);
    }

    @Test
    void the_reading_register_keeper_reads_everybody_and_changes_nobody() {
        var oid = registry.luo();

        registry.get("rekisterinlukija", "/henkilo/" + oid).then().statusCode(200);
        registry.put("rekisterinlukija", "/henkilo", Map.of("oidHenkilo", oid, "kotikunta", "091"))
                .then()
                .statusCode(401);
    }

    @Test
    void an_external_service_vouches_for_a_reader() {
        var oid = registry.luo(taydellinen());
        external("henkilonluku", "KOSKI", oid).then().statusCode(401);

        sandbox.control()
                .body(Json.write(Map.of("allow", true)))
                .put("/external-permissions/KOSKI")
                .then()
                .statusCode(200);

        external("henkilonluku", "KOSKI", oid).then().statusCode(200);
        external("henkilonluku", "VARDA", oid).then().statusCode(401);
        registry.get("henkilonluku", "/henkilo/" + oid).then().statusCode(401);
    }

    @Test
    void an_external_service_that_does_not_exist_is_told_before_the_right() {
        external("eioikeuksia", "FOO", "1.2.3")
                .then()
                .statusCode(400)
                .body("message", containsString("No enum constant"));
        sandbox.as("eioikeuksia")
                .header("External-Permission-Service", "FOO")
                .contentType(ContentType.JSON)
                .body("[]")
                .post("/henkilo/henkilotByHenkiloOidList")
                .then()
                .statusCode(400);
        sandbox.as("eioikeuksia")
                .header("External-Permission-Service", "FOO")
                .post("/henkilo/1.2.3/purayksilointi")
                .then()
                .statusCode(400);
    }

    @Test
    void lists_drop_those_whom_the_caller_may_not_read() {
        var learner = registry.luo();
        var clerk = registry.luo();
        user("nakyva-" + clerk, clerk, Map.of(TestSandbox.A, List.of("KOSKI_READ")));

        registry.post("henkilonluku", "/henkilo/henkilotByHenkiloOidList", List.of(learner, clerk))
                .then()
                .statusCode(200)
                .body("oidHenkilo", is(List.of(clerk)));
        registry.post("henkilonmuokkaus", "/henkilo/masterHenkilosByOidList", List.of(learner, clerk))
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(1));
        registry.post("henkilonmuokkaus", "/henkilo/henkiloPerustietosByHenkiloOidList", List.of(learner))
                .then()
                .statusCode(200)
                .body("$", empty());
    }

    private Response external(String username, String service, String oid) {
        return sandbox.as(username)
                .header("External-Permission-Service", service)
                .get("/henkilo/" + oid);
    }

    private void attach(String oid, String organisaatio) {
        registry.put("rekisterinpitaja", "/oppija/" + oid + "/organisaatio/" + organisaatio)
                .then()
                .statusCode(200);
    }

    private static String user(String username, String oid, Map<String, List<String>> roles) {
        var body = oid == null
                ? Map.of("password", "salasana", "roles", roles, "kayttajaTyyppi", "VIRKAILIJA")
                : Map.of("password", "salasana", "roles", roles, "kayttajaTyyppi", "VIRKAILIJA", "oid", oid);
        sandbox.control()
                .body(Json.write(body))
                .put("/service-users/" + username)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
        return username;
    }
}

package io.opintosandbox.neighbours.kayttooikeus;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.access.ServiceUser;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may see whom, rule by rule: neighbours.md 1.1, "canUserAccessUser". */
class CanUserAccessUserTest {
    private static final String SCHOOL = "1.2.246.562.10.10000000116";
    private static final String CLOSED_SCHOOL = "1.2.246.562.10.10000000124";
    private static final String LEARNER = "1.2.246.562.98.10000000009";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final UserService service = new UserService(sandbox);

    @BeforeEach
    void nobody_vouches() {
        sandbox.reset();
    }

    @Test
    void the_user_keeper_at_the_root_sees_everybody_even_the_unknown() {
        assertSees(true, Map.of(TestSandbox.ROOT, List.of(UserService.ADMIN)), LEARNER, null);
        assertSees(false, Map.of(TestSandbox.A, List.of(UserService.ADMIN)), LEARNER, null);
    }

    @Test
    void nobody_sees_a_learner_by_rights_alone() {
        assertSees(false, Map.of(TestSandbox.ROOT, List.of(UserService.READ)), LEARNER, null);
    }

    @Test
    void a_user_without_organisations_is_open_to_any_allowed_right() {
        var oid = service.service("irrallinen", TestSandbox.A);

        assertSees(true, Map.of(TestSandbox.B, List.of(UserService.READ)), oid, null);
        assertSees(false, Map.of(TestSandbox.B, List.of("OPPIJANUMEROREKISTERI_OPPIJOIDENTUONTI")), oid, null);
        assertSees(false, Map.of(), oid, null);
    }

    @Test
    void a_right_covers_the_organisation_of_the_target_and_what_is_below_but_not_above_or_beside() {
        var oid = service.service("koululainen", SCHOOL, UserService.READ);

        for (var above : List.of(SCHOOL, TestSandbox.A, TestSandbox.ROOT)) {
            assertSees(true, Map.of(above, List.of(UserService.READ)), oid, null);
        }
        assertSees(false, Map.of(TestSandbox.B, List.of(UserService.READ)), oid, null);
        assertSees(false, Map.of(CLOSED_SCHOOL, List.of(UserService.READ)), oid, null);

        var head = service.service("ylempana", TestSandbox.A, UserService.READ);
        assertSees(false, Map.of(SCHOOL, List.of(UserService.READ)), head, null);
    }

    /** CAS and tokens always give both forms; who asks for somebody else may send the suffixed one alone. */
    @Test
    void a_right_with_its_organisation_alone_is_enough_where_the_target_belongs_to_one() {
        var member = service.service("jasen", SCHOOL, UserService.READ);
        var question = question(Map.of(), member, null)
                .replace(
                        "\"callingUserRoles\":[]",
                        "\"callingUserRoles\":[\"ROLE_APP_OPPIJANUMEROREKISTERI_READ_" + TestSandbox.A + "\"]");

        service.as("eioikeuksia")
                .body(question)
                .post("/s2s/canUserAccessUser")
                .then()
                .statusCode(200)
                .body(equalTo("true"));
    }

    @Test
    void a_closed_organisation_of_the_target_counts_no_more() {
        var oid = service.service("lakkautettu", CLOSED_SCHOOL, UserService.READ);

        assertSees(false, Map.of(TestSandbox.A, List.of(UserService.READ)), oid, null);
        assertSees(false, Map.of(CLOSED_SCHOOL, List.of(UserService.READ)), oid, null);
    }

    @Test
    void an_organisation_that_nobody_knows_counts_by_itself() {
        var own = "1.2.246.562.10.99999999999";
        var oid = service.service("omaorganisaatio", own, UserService.READ);

        assertSees(true, Map.of(own, List.of(UserService.READ)), oid, null);
        assertSees(false, Map.of(TestSandbox.ROOT, List.of(UserService.READ)), oid, null);
    }

    @Test
    void an_external_service_vouches_for_whom_it_was_told_to() {
        Map<String, List<String>> rights = Map.of(TestSandbox.A, List.of(UserService.READ));
        assertSees(false, rights, LEARNER, "KOSKI");

        vouches("KOSKI", "{\"oids\":[\"" + LEARNER + "\"]}");
        assertSees(true, rights, LEARNER, "KOSKI");
        assertSees(false, rights, "1.2.246.562.98.10000000017", "KOSKI");
        assertSees(false, rights, LEARNER, "VARDA");
        assertSees(false, rights, LEARNER, null);

        vouches("VARDA", "{\"allow\":true}");
        assertSees(true, rights, "1.2.246.562.98.10000000017", "VARDA");
        var clerk = service.service("vieras", TestSandbox.B, UserService.READ);
        assertSees(true, rights, clerk, "VARDA");

        vouches("VARDA", "{\"allow\":false}");
        assertSees(false, rights, clerk, "VARDA");
    }

    @Test
    void users_who_share_an_oid_are_one_person() {
        var oid = service.service("yhteinen", TestSandbox.A, UserService.READ);
        sandbox.control()
                .body(Json.write(
                        Map.of("password", "x", "oid", oid, "roles", Map.of(TestSandbox.B, List.of(UserService.READ)))))
                .put("/service-users/yhteinen2");

        assertSees(true, Map.of(TestSandbox.A, List.of(UserService.READ)), oid, null);
        assertSees(true, Map.of(TestSandbox.B, List.of(UserService.READ)), oid, null);
    }

    @Test
    void thousands_are_decided_with_one_statement() {
        var world = sandbox.server().world("default").orElseThrow();
        var paasy = world.part(Henkilopaasy.class);
        var seen = service.service("joukossa", TestSandbox.A, UserService.READ);
        List<String> oids = new ArrayList<>(List.of(seen));
        for (int i = 0; i < 5_000; i++) {
            oids.add("1.2.246.562.98.2%010d".formatted(i));
        }
        var before = world.db().statementsRun();

        var sallitut = paasy.sallitut(
                "1.2.246.562.98.1",
                ServiceUser.casRoles(Map.of(TestSandbox.A, List.of(UserService.READ))),
                Map.of("OPPIJANUMEROREKISTERI", List.of("READ")),
                Optional.empty(),
                oids);

        assertEquals(Set.of(seen), sallitut);
        assertEquals(1, world.db().statementsRun() - before);
    }

    @Test
    void a_service_that_nobody_knows_is_a_bad_request() {
        service.as("eioikeuksia")
                .body(question(Map.of(), LEARNER, "FOO"))
                .post("/s2s/canUserAccessUser")
                .then()
                .statusCode(400)
                .body("messageKey", equalTo("bad_request_error"));
    }

    private void vouches(String palvelu, String body) {
        sandbox.control()
                .body(body)
                .put("/external-permissions/" + palvelu)
                .then()
                .statusCode(200);
    }

    private void assertSees(boolean expected, Map<String, List<String>> rights, String target, String externalService) {
        service.as("eioikeuksia")
                .body(question(rights, target, externalService))
                .post("/s2s/canUserAccessUser")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body(equalTo(String.valueOf(expected)));
    }

    private static String question(Map<String, List<String>> rights, String target, String externalService) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("callingUserOid", "1.2.246.562.98.1");
        body.put("userOid", target);
        body.put("allowedPalveluRooli", Map.of("OPPIJANUMEROREKISTERI", List.of("READ", "HENKILON_RU")));
        body.put("externalPermissionService", externalService);
        body.put("callingUserRoles", ServiceUser.casRoles(rights));
        return Json.write(body);
    }
}

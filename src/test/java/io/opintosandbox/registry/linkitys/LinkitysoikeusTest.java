package io.opintosandbox.registry.linkitys;

import static io.opintosandbox.testing.TestSandbox.A;

import io.opintosandbox.testing.Registrar;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may link: registry-api.md 4.3, the rows of link and forcelink. */
class LinkitysoikeusTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final Registrar rekisteri = new Registrar(sandbox);

    @ParameterizedTest
    @ValueSource(strings = {"link", "forcelink"})
    void the_right_to_the_only_other_one_is_enough(String call) {
        var tuoja =
                sandbox.userWith("linkittaja-" + call, Map.of(A, List.of("OPPIJANUMEROREKISTERI_OPPIJOIDENTUONTI")));
        var own = rekisteri.hetuton("Oma", "Oppija");
        var strange = rekisteri.hetuton("Vieras", "Oppija");
        var strange2 = rekisteri.hetuton("Vieras", "Toinen");
        attach(own);

        rekisteri.linkita(tuoja, call, strange, List.of()).then().statusCode(401);
        rekisteri.linkita(tuoja, call, strange, List.of(strange2)).then().statusCode(401);
        rekisteri.linkita(tuoja, call, strange, List.of(own, own)).then().statusCode(401);
        rekisteri.linkita(tuoja, call, own, List.of(strange, strange2)).then().statusCode(200);
        rekisteri.linkita(tuoja, call, own, List.of()).then().statusCode(200);
        var third = rekisteri.hetuton("Vieras", "Kolmas");
        rekisteri.linkita(tuoja, call, third, List.of(own)).then().statusCode(200);
    }

    @Test
    void a_body_that_is_no_list_is_refused_before_the_right() {
        sandbox.as("eioikeuksia")
                .contentType("application/json")
                .body("{}")
                .post("/henkilo/1.2.3/link")
                .then()
                .statusCode(400);
    }

    private static void attach(String oid) {
        var world = sandbox.server().world("default").orElseThrow();
        var henkilot = world.part(io.opintosandbox.registry.henkilo.Henkilot.class);
        henkilot.liita(List.of(henkilot.henkilo(oid).id()), java.util.Set.of(A));
    }
}

package io.opintosandbox.registry.tunnisteet;

import static org.hamcrest.Matchers.contains;

import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Passport numbers beyond the recorded cases. Contract: registry-api.md 4.3; they are a set in registry-openapi.json. */
class PassinumerotTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final RegistryCalls registry = new RegistryCalls(sandbox);

    @Test
    void a_number_sent_twice_is_one_also_in_the_answer() {
        var path = "/henkilo/" + registry.luo() + "/passinumerot";

        registry.post("rekisterinpitaja", path, List.of("KAKSI2", "KAKSI2"))
                .then()
                .statusCode(200)
                .body("$", contains("KAKSI2"));

        registry.get("rekisterinpitaja", path).then().statusCode(200).body("$", contains("KAKSI2"));
    }
}

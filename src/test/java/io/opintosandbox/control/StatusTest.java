package io.opintosandbox.control;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.row;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Version;
import io.opintosandbox.testing.HeldBackground;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** GET status and POST settle: control-api.md. */
class StatusTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void it_has_these_keys_in_this_order() {
        var status = sandbox.control()
                .get("/status")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertTrue(
                status.matches("\\{\"version\":\"" + Version.TEXT
                        + "\",\"uptimeMs\":\\d+,\"world\":\"default\",\"seed\":1,\"profile\":\"sandbox\","
                        + "\"clock\":\\{\"now\":\"[0-9T:.-]+Z\",\"mode\":\"running\"},\"oidNode\":98,"
                        + "\"counts\":\\{\"persons\":\\d+,\"imports\":\\d+,\"openWork\":\\d+}}"),
                status);
    }

    @Test
    void it_counts_persons_imports_and_what_waits() {
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock");
        sandbox.settle();
        var persons = sandbox.control().get("/status").<Integer>path("counts.persons");
        var imports = sandbox.control().get("/status").<Integer>path("counts.imports");

        sandbox.hae(haku(sandbox.vtjHas(someone("Laskettu", "Henkilö")))).then().statusCode(200);
        HeldBackground.during(sandbox.server().world("default").orElseThrow(), () -> {
            sandbox.startImport(List.of(row("a", haku(someone("Odottava", "Tuotu")))));
            return sandbox.control()
                    .get("/status")
                    .then()
                    .body("counts.persons", equalTo(persons + 1))
                    .body("counts.imports", equalTo(imports + 1))
                    .body("counts.openWork", equalTo(2));
        });
        sandbox.settle().then().statusCode(200).body("identified", greaterThanOrEqualTo(1));

        sandbox.control()
                .get("/status")
                .then()
                .body("counts.persons", equalTo(persons + 2))
                .body("counts.openWork", equalTo(0));
    }

    @Test
    void a_settle_answers_these_keys_in_this_order() {
        var answer = sandbox.settle().then().statusCode(200).extract().asString();

        assertTrue(
                answer.matches("\\{\"imports\":\\d+,\"identified\":\\d+,\"failed\":\\d+,\"changes\":0,\"mails\":0}"),
                answer);
    }
}

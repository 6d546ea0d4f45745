package io.opintosandbox.registry.tuonti;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** There is no most to the rows of an import. */
class LargeTuontiTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.IDENTIFICATION, "off"));

    @Test
    void a_hundred_thousand_rows_are_taken_and_done() {
        var id = sandbox.startImport(People.rows(LocalDate.of(1811, 1, 1), 100_000));
        sandbox.settle().then().statusCode(200);

        var answer = sandbox.as("yleistunniste")
                .get("/yleistunniste/tuonti=" + id)
                .then()
                .statusCode(200);

        answer.body("kasiteltyja", equalTo(100_000)).body("kasitelty", equalTo(true));
        assertEquals(100_000, new HashSet<>(answer.extract().<List<String>>path("henkilot.henkilo.oid")).size());
    }
}

package io.opintosandbox.neighbours.kayttooikeus;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.opintosandbox.access.Visitor;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who wants expired sessions told as 401 gets that here too, in this service's form. */
class ExpiredSessionTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.EXPIRED_SESSION, "401"));

    @Test
    void a_session_that_is_over_is_401_with_the_time_as_text() {
        var service = new UserService(sandbox);
        var session = service.session("paakayttaja");
        new Visitor(sandbox).advance("PT31M");

        service.with(session)
                .get("/cas/prequel")
                .then()
                .statusCode(401)
                .header("Location", nullValue())
                .body("timestamp", startsWith("20"))
                .body("error", equalTo("Unauthorized"));
    }
}

package io.opintosandbox.access.oauth;

import static org.hamcrest.Matchers.equalTo;

import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Some clients keep a token until it expires, whatever happens to the server: clients.md, trap 5. */
class RestartTest {
    @RegisterExtension
    static final TestSandbox before = new TestSandbox();

    @RegisterExtension
    static final TestSandbox after = new TestSandbox();

    private static String token(TestSandbox sandbox) {
        return sandbox.token("yleistunniste", sandbox.user("yleistunniste").get("clientSecret"));
    }

    private static void assertGoodAfterwards(String token) {
        after.anonymous()
                .basePath(TestSandbox.REGISTRY)
                .header("Authorization", "Bearer " + token)
                .get("/yleistunniste/hae/1.2.246.562.98.1")
                .then()
                .statusCode(404)
                .body("error", equalTo("Not Found"));
    }

    @Test
    void a_token_stays_good_over_a_restart() {
        assertGoodAfterwards(token(before));
    }

    @Test
    void so_does_one_of_a_user_that_only_the_server_before_knew() {
        var name = before.userWith("vain-ennen", Map.of(TestSandbox.A, List.of(TestSandbox.YLEISTUNNISTE_LUONTI)));

        assertGoodAfterwards(before.token(name, "salasana"));
    }

    @Test
    void a_reset_afterwards_ends_no_token_that_only_shares_its_id_with_one_of_them() {
        var old = token(before);
        for (int i = 0; i < 5; i++) {
            token(after);
        }
        after.reset();

        assertGoodAfterwards(old);
    }
}

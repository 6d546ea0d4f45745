package io.opintosandbox.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Under {@code --expired-session 401} a session that is over looks like a missing right, and is none. */
class ExpiredSession401Test {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.EXPIRED_SESSION, "401"));

    @Test
    void whoever_logs_in_again_does_right() {
        var adapter = new Adapter(sandbox, "yleistunniste");
        var tgt = adapter.tgt();
        adapter.openSession(tgt);
        adapter.fault("{\"session\":\"expire\"}");
        assertEquals(401, adapter.haeSomebody(adapter.withSession()).statusCode());
        adapter.openSession(tgt);
        assertEquals(200, adapter.haeSomebody(adapter.withSession()).statusCode());

        assertEquals(1, adapter.situation("session-expired"));
        assertEquals(0, adapter.situation("right-missing"));
        assertEquals(List.of(), adapter.report().getList("habits.findAll { it.count > 0 }"));

        adapter.withSession().get("/oppija/muuttuneet").then().statusCode(401);
        adapter.openSession(tgt);
        assertEquals(1, adapter.situation("right-missing"));
        assertEquals(1, adapter.habit("login-for-missing-right"));
    }
}

package io.opintosandbox.control;

import io.opintosandbox.control.ControlRoutes.Reply;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.virheraportti.Virheraportti;
import io.opintosandbox.virheraportti.Yritys;
import java.time.Instant;
import java.util.List;

/** Who tried to bring in people that are not let in. Contract: control-api.md, "virheraportti". */
final class VirheraporttiControl {
    private static final int MOST = 1000;

    /** A page of the report, newest last. */
    record Attempts(List<Attempt> results, int page, int count, long total) {}

    /**
     * A call with hetus that are not let in.
     *
     * @param username null for a call to /sandbox
     * @param number how many such hetus were in it
     * @param refused the first of them
     */
    record Attempt(long id, Instant time, String username, String call, int number, List<Refused> refused) {}

    /**
     * A hetu that was not let in.
     *
     * @param field null for the path
     * @param reason not.synthetic or test.hetu.in.production
     */
    record Refused(String field, String hetu, String reason) {}

    Reply list(ControlCall call) {
        var page = call.queryNumber("page", 1, 1, Integer.MAX_VALUE);
        var count = call.queryNumber("count", 20, 1, MOST);
        var raportti = call.world().part(Virheraportti.class);
        var attempts = raportti.sivu(page, count).stream()
                .map(VirheraporttiControl::attempt)
                .toList();
        return Reply.ok(new Attempts(attempts, page, count, raportti.count()));
    }

    private static Attempt attempt(Yritys yritys) {
        return new Attempt(
                yritys.id(),
                yritys.aika(),
                yritys.kayttaja(),
                yritys.kutsu(),
                yritys.maara(),
                yritys.hetut().stream()
                        .map(torjuttu -> new Refused(torjuttu.kentta(), torjuttu.hetu(), reason(torjuttu.syy())))
                        .toList());
    }

    private static String reason(SyntheticOnly.Reason syy) {
        return switch (syy) {
            case NOT_SYNTHETIC -> "not.synthetic";
            case TEST_HETU_IN_PRODUCTION -> "test.hetu.in.production";
        };
    }
}

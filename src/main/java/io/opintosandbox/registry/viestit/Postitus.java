package io.opintosandbox.registry.viestit;

import io.opintosandbox.registry.viestit.Viesti.Tila;
import io.opintosandbox.world.Shift;
import io.opintosandbox.world.Work;
import io.opintosandbox.world.World;
import java.time.Duration;
import java.time.Instant;

/**
 * The mail task: hands what waits in the outbox to the mail service. The service is make-believe; a status fault on
 * {@link #LAHETYKSET} or {@link #VIESTIT} makes it fail. Contract: registry-behaviour.md 17.5, exchanges/lives-mail.md.
 */
final class Postitus implements Work {
    /** The first call of a message. */
    static final String LAHETYKSET = "/lahetys/v1/lahetykset";

    /** The second, once for each part of its addresses. */
    static final String VIESTIT = "/lahetys/v1/viestit";

    /** How long at most a message waits for the task; who may see the difference sees only tasks that do something. */
    static final Duration ODOTUS = Duration.ofMinutes(5);

    private static final Duration UUDELLEEN = Duration.ofMinutes(10);
    private static final int VASTAANOTTAJIA = 512;
    private static final int PIECE = 100;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final World world;
    private final ViestiRepository rows;

    Postitus(World world, ViestiRepository rows) {
        this.world = world;
        this.rows = rows;
    }

    @Override
    public void run(Shift shift) {
        var viestit = shift.settling() ? rows.yrittamatta(shift.now(), PIECE) : rows.vuorossa(shift.now(), PIECE);
        for (var viesti : viestit) {
            laheta(viesti, shift);
        }
        rows.seuraavaVuoro().ifPresent(shift::next);
    }

    private void laheta(Viesti viesti, Shift shift) {
        shift.worked();
        switch (kutsu(viesti)) {
            case OK -> {
                rows.update(viesti.id(), Tila.LAHETETTY, null);
                shift.did("mails");
            }
            case BAD_REQUEST -> rows.update(viesti.id(), Tila.HYLATTY, null);
            default -> rows.update(viesti.id(), Tila.JONOSSA, uudelleen(shift.now()));
        }
    }

    private static Instant uudelleen(Instant now) {
        return now.plus(UUDELLEEN);
    }

    /** What the mail service answers: that of the first call that goes wrong, else 200. */
    private int kutsu(Viesti viesti) {
        int answer = kutsu(LAHETYKSET);
        for (int done = 0; answer == OK && done < viesti.vastaanottajat().size(); done += VASTAANOTTAJIA) {
            answer = kutsu(VIESTIT);
        }
        return answer;
    }

    private int kutsu(String path) {
        return world.faults().strikeOutgoing("POST", path).orElse(OK);
    }
}

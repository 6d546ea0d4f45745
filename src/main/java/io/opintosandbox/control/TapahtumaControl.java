package io.opintosandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.opintosandbox.control.ControlRoutes.Reply;
import io.opintosandbox.vtj.muutostieto.Muutostiedot;
import io.opintosandbox.vtj.muutostieto.Muutostieto;
import io.opintosandbox.vtj.muutostieto.Muutostieto.Tila;
import io.opintosandbox.vtj.muutostieto.TapahtumaVirhe;
import io.opintosandbox.vtj.muutostieto.Tapahtumat;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Life events, and the change feed that tells the registry of them. Contract: control-api.md, "Event bodies". */
final class TapahtumaControl {
    private static final int MOST = 1000;
    private static final Map<String, List<Tila>> STATES = new LinkedHashMap<>();

    static {
        STATES.put("waiting", List.of(Tila.UUSI, Tila.HAETTU));
        STATES.put("applied", List.of(Tila.TEHTY));
        STATES.put("failed", List.of(Tila.EPAONNISTUNUT));
        STATES.put("lost", List.of(Tila.KADONNUT));
    }

    Reply add(ControlCall call) {
        var hetu = call.path("hetu");
        try {
            return new Reply(202, Message.of(call.world().part(Tapahtumat.class).tapahtui(hetu, call.anyBody())), null);
        } catch (TapahtumaVirhe virhe) {
            throw ControlProblem.of(virhe);
        }
    }

    Reply messages(ControlCall call) {
        var state = call.queryText("state");
        if (state != null && !STATES.containsKey(state)) {
            throw ControlProblem.badRequest(
                    "The parameter state must be one of " + String.join(", ", STATES.keySet()) + ".");
        }
        var page = call.queryNumber("page", 1, 1, Integer.MAX_VALUE);
        var count = call.queryNumber("count", 20, 1, MOST);
        var sivu = call.world()
                .part(Muutostiedot.class)
                .selaa(call.queryText("hetu"), state == null ? List.of() : STATES.get(state), page, count);
        return Reply.ok(
                new Messages(sivu.muutostiedot().stream().map(Message::of).toList(), page, count, sivu.yhteensa()));
    }

    private record Messages(List<Message> results, int page, int count, long total) {}

    /** A message of the change feed; {@code retries} counts what came after the first attempt. */
    private record Message(
            long id, String hetu, Instant muutospv, String state, String reason, int retries, ArrayNode tietoryhmat) {

        static Message of(Muutostieto muutostieto) {
            return new Message(
                    muutostieto.id(),
                    muutostieto.henkilotunnus(),
                    muutostieto.muutospv(),
                    state(muutostieto.tila()),
                    muutostieto.syy(),
                    Math.max(0, muutostieto.yrityksia() - 1),
                    muutostieto.tietoryhmat());
        }

        private static String state(Tila tila) {
            return STATES.entrySet().stream()
                    .filter(state -> state.getValue().contains(tila))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        }
    }
}

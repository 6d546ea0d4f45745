package io.opintosandbox.control;

import io.opintosandbox.control.ControlRoutes.Reply;
import java.util.Map;

/** {@code /sandbox/fidelity}: JSON for programs, a page for whoever prefers one. Contract: control-api.md. */
final class FidelityControl {

    Reply show(ControlCall call) {
        var fidelity = Fidelity.read();
        return call.prefersHtml() ? Reply.page("fidelity.jte", Map.of("fidelity", fidelity)) : Reply.ok(fidelity);
    }
}

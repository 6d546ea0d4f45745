package io.opintosandbox.control;

import io.opintosandbox.control.ControlRoutes.Reply;
import io.opintosandbox.faults.FaultForm;
import io.opintosandbox.faults.FaultForm.BadFault;

/** What is to go wrong. Contract: control-api.md, "faults". */
final class FaultControl {

    Reply list(ControlCall call) {
        return Reply.ok(
                call.world().faults().all().stream().map(FaultForm::json).toList());
    }

    Reply add(ControlCall call) {
        var body = call.body("match", "effect", "times");
        try {
            var effect = FaultForm.effect(body.path("effect"));
            var match = FaultForm.match(body.path("match"), effect);
            var fault = call.world().faults().add(match, effect, FaultForm.times(body.path("times"), effect));
            return new Reply(201, FaultForm.json(fault), "/sandbox/faults/" + fault.id());
        } catch (BadFault e) {
            throw e.unknown()
                    ? ControlProblem.unknownField(e.pointer(), e.getMessage())
                    : ControlProblem.badField(e.pointer(), e.getMessage());
        }
    }

    Reply remove(ControlCall call) {
        var id = call.path("id");
        if (!id.matches("\\d{1,18}") || !call.world().faults().remove(Long.parseLong(id))) {
            throw ControlProblem.notFound("No fault has that id; GET /sandbox/faults lists them.");
        }
        return Reply.noContent();
    }

    Reply clear(ControlCall call) {
        call.world().faults().clear();
        return Reply.noContent();
    }
}

package org.auleos.toolbox.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Guard;
import org.auleos.api.policy.Question;
import org.auleos.api.tool.Outcome;
import org.auleos.json.Json;
import org.auleos.json.JsonException;
import org.auleos.plugin.tool.ToolException;

/** Decides whether a call may begin. Thread-safe. */
final class Gate {

    private final Guard guard;

    Gate(Guard guard) {
        this.guard = guard;
    }

    /**
     * Who asks for what.
     *
     * @param granted what the run and the agent are granted
     * @param workspace what relative paths are relative to
     */
    record Request(Json.Obj input, Provenance provenance, Set<Capability> granted, String workspace) {}

    Admission admit(ToolVersion version, Request request) {
        CompiledTool tool = version.compiled();
        Record input;
        List<Capability> declared;
        try {
            input = tool.input().read(request.input);
            declared = tool.required(request.input, path -> PathText.canonical(request.workspace, path));
        } catch (JsonException | IllegalArgumentException e) {
            return new Admission.Turned(Results.failed(
                    ToolException.Code.INVALID_INPUT, "the input of " + version + " is refused: " + e.getMessage()));
        }
        return decided(question(version.spec(), request, declared), input, declared);
    }

    private static Question question(Spec spec, Request request, List<Capability> declared) {
        Provenance provenance = request.provenance;
        List<Capability> asked = provenance.run().isEmpty() ? declared : outside(request.workspace, declared);
        return new Question(provenance, spec.name(), spec.riskName(), asked, request.granted);
    }

    /** A run's own workspace is its own: nobody has to grant it. */
    private static List<Capability> outside(String workspace, List<Capability> declared) {
        if (declared.isEmpty()) {
            return declared;
        }
        Capability own = new Capability(Template.FILES, "*", Capability.escape(workspace) + "/**");
        List<Capability> rest = new ArrayList<>(declared);
        rest.removeIf(own::covers);
        return rest;
    }

    private Admission decided(Question question, Record input, List<Capability> declared) {
        Decision decision = guard.decide(question);
        if (decision instanceof Decision.Permitted permitted) {
            return new Admission.Admitted(input, declared, permitted.policy(), guard);
        } else if (decision instanceof Decision.Refused refused) {
            return new Admission.Turned(new Outcome.Denied(refused.missing().toString(), refused.why()));
        }
        Decision.AskPerson rule = (Decision.AskPerson) decision;
        Guard approved = new ApprovedGuard(guard, rule, declared);
        return new Admission.Asked(rule, new Admission.Admitted(input, declared, rule.policy(), approved));
    }
}

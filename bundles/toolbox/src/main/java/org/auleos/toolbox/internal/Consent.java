package org.auleos.toolbox.internal;

import org.auleos.api.policy.Approval;
import org.auleos.api.policy.Approvals;
import org.auleos.api.policy.ExactCall;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolPin;

/** Gets the consent of people to calls the policy asks about. Thread-safe. */
final class Consent {

    private final Approvals approvals;

    Consent(Approvals approvals) {
        this.approvals = approvals;
    }

    /** Uses their approval of exactly this call up, or asks for one. Waits for the disk, never for people. */
    Admission to(ToolCall call, ToolVersion version, Admission.Asked asked) throws InterruptedException {
        ExactCall exact = exact(call, version, asked);
        Approval approval = approvals.ask(exact, asked.rule(), call.provenance());
        return switch (approval.state()) {
            case GIVEN -> approvals.take(exact.digest(), exact.key()) ? asked.approved() : waits(approval);
            case PENDING, USED, WITHDRAWN -> waits(approval);
            case DENIED, EXPIRED ->
                new Admission.Turned(new Outcome.Denied(
                        "approval", approval.id() + " was " + approval.problem().orElse("denied") + "; nothing ran"));
        };
    }

    private static Admission waits(Approval approval) {
        return new Admission.Turned(new Outcome.Awaiting(
                approval.id(), approval.why() + "; it waits for people: aule approve " + approval.id()));
    }

    private static ExactCall exact(ToolCall call, ToolVersion version, Admission.Asked asked) {
        ToolPin pin = version.pin();
        return new ExactCall(
                pin.name(),
                pin.version(),
                pin.sha256(),
                version.spec().riskName(),
                call.input(),
                asked.approved().declared(),
                call.provenance().actor(),
                call.provenance().onBehalfOf(),
                call.provenance().run(),
                call.provenance().unit(),
                call.key(),
                asked.rule().policy());
    }
}

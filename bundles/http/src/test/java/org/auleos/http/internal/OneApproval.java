package org.auleos.http.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.ApprovalException;
import org.auleos.api.policy.Approvals;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.ExactCall;
import org.auleos.json.Json;

/** One question that waits for whoever comes first. */
final class OneApproval implements Approvals {

    private static final Instant ASKED = Instant.parse("2026-11-20T10:00:00Z");

    volatile Approval approval = in(Approval.State.PENDING, List.of(), Optional.empty());

    private static Approval in(Approval.State state, List<String> approvedBy, Optional<String> problem) {
        ExactCall call = new ExactCall(
                "fs.append",
                "1.0.0",
                "00",
                "medium",
                Json.empty().with("path", Json.of("/a")),
                List.of(Capability.of("fs:write:/a")),
                "agent:storage",
                "user:otto",
                "r-1",
                "clean",
                "r-1/clean",
                "p1");
        return new Approval(
                "a-0001",
                call.digest(),
                call,
                1,
                false,
                "it changes files",
                state,
                ASKED,
                ASKED.plusSeconds(60),
                approvedBy,
                problem);
    }

    @Override
    public Approval approve(String id, String digest, Provenance by) {
        known(id);
        if (!digest.equals(approval.digest())) {
            throw new ApprovalException(ApprovalException.Code.DECIDED, "another call");
        }
        approval = in(Approval.State.GIVEN, List.of(by.actor()), Optional.empty());
        return approval;
    }

    @Override
    public Approval deny(String id, String reason, Provenance by) {
        known(id);
        approval = in(Approval.State.DENIED, List.of(), Optional.of("denied by " + by.actor() + ": " + reason));
        return approval;
    }

    private void known(String id) {
        if (one(id).isEmpty()) {
            throw new ApprovalException(ApprovalException.Code.UNKNOWN, "no approval " + id);
        }
    }

    @Override
    public List<Approval> list(boolean all) {
        return List.of(approval);
    }

    @Override
    public Optional<Approval> one(String id) {
        return Optional.of(approval).filter(it -> it.id().equals(id));
    }

    @Override
    public List<String> lines(Approval shown) {
        return List.of(shown.call().tool());
    }

    @Override
    public Approval ask(ExactCall call, Decision.AskPerson rule, Provenance by) {
        throw new UnsupportedOperationException("no route asks");
    }

    @Override
    public boolean take(String digest, String key) {
        throw new UnsupportedOperationException("no route takes");
    }

    @Override
    public void whenDecided(String id, Runnable then) {
        throw new UnsupportedOperationException("no route waits");
    }

    @Override
    public void withdraw(String run) {
        throw new UnsupportedOperationException("no route withdraws");
    }
}

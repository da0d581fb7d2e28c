package org.auleos.bench;

import java.util.List;
import java.util.Optional;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.Approvals;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.ExactCall;

/** Approvals under a policy that asks nobody. */
public final class NobodyAsked implements Approvals {

    private static UnsupportedOperationException unasked() {
        return new UnsupportedOperationException("the policy here asks nobody");
    }

    @Override
    public Approval ask(ExactCall call, Decision.AskPerson rule, Provenance by) {
        throw unasked();
    }

    @Override
    public boolean take(String digest, String key) {
        throw unasked();
    }

    @Override
    public Approval approve(String id, String digest, Provenance by) {
        throw unasked();
    }

    @Override
    public Approval deny(String id, String reason, Provenance by) {
        throw unasked();
    }

    @Override
    public List<Approval> list(boolean all) {
        return List.of();
    }

    @Override
    public Optional<Approval> one(String id) {
        return Optional.empty();
    }

    @Override
    public List<String> lines(Approval approval) {
        throw unasked();
    }

    @Override
    public void whenDecided(String id, Runnable then) {
        throw unasked();
    }

    @Override
    public void withdraw(String run) {
        // nothing was asked
    }
}

package org.auleos.toolbox.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.Approval.State;
import org.auleos.api.policy.Approvals;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.ExactCall;

/** Approvals in memory that a test gives or denies. */
final class MemoryApprovals implements Approvals {

    private final Map<String, Approval> byDigest = new LinkedHashMap<>();
    final List<String> withdrawn = new ArrayList<>();

    @Override
    public synchronized Approval ask(ExactCall call, Decision.AskPerson rule, Provenance by) {
        Approval known = byDigest.get(call.digest());
        if (known != null && known.state() != State.USED) {
            return known;
        }
        Approval asked = new Approval(
                "a-000" + (byDigest.size() + 1),
                call.digest(),
                call,
                rule.people(),
                rule.fourEyes(),
                rule.why(),
                State.PENDING,
                Instant.EPOCH,
                Instant.MAX,
                List.of(),
                Optional.empty());
        byDigest.put(call.digest(), asked);
        return asked;
    }

    /** Decides about everything that is pending. */
    synchronized void decide(State state, String problem) {
        byDigest.replaceAll((digest, old) -> old.state() == State.PENDING ? in(old, state, problem) : old);
    }

    private static Approval in(Approval old, State state, String problem) {
        return new Approval(
                old.id(),
                old.digest(),
                old.call(),
                old.people(),
                old.fourEyes(),
                old.why(),
                state,
                old.asked(),
                old.expires(),
                List.of("user:bob"),
                Optional.of(problem).filter(it -> !it.isEmpty()));
    }

    @Override
    public synchronized boolean take(String digest, String key) {
        Optional<Approval> given = Optional.ofNullable(byDigest.get(digest))
                .filter(it -> it.state() == State.GIVEN && it.call().key().equals(key));
        given.ifPresent(it -> byDigest.put(digest, in(it, State.USED, "")));
        return given.isPresent();
    }

    @Override
    public synchronized List<Approval> list(boolean all) {
        return List.copyOf(byDigest.values());
    }

    @Override
    public void withdraw(String run) {
        withdrawn.add(run);
    }

    @Override
    public Approval approve(String id, String digest, Provenance by) {
        throw new UnsupportedOperationException("the test decides");
    }

    @Override
    public Approval deny(String id, String reason, Provenance by) {
        throw new UnsupportedOperationException("the test decides");
    }

    @Override
    public Optional<Approval> one(String id) {
        return list(true).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public List<String> lines(Approval approval) {
        throw new UnsupportedOperationException("nobody looks");
    }

    @Override
    public void whenDecided(String id, Runnable then) {
        throw new UnsupportedOperationException("the call path does not wait");
    }
}

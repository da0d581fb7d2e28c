package org.auleos.kernel.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.Approval.State;
import org.auleos.api.policy.Approvals;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.ExactCall;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;

/** People who are asked about some tools, and decide when a test says so; an approval's id is the key of the call. Thread-safe. */
final class People implements Approvals {

    private final Set<String> tools = new HashSet<>();
    private final Map<String, State> states = new HashMap<>();
    private final Map<String, List<Runnable>> waiting = new HashMap<>();

    synchronized void askedAbout(String tool) {
        tools.add(tool);
    }

    /** What the call path does with the call; empty when it runs. */
    synchronized Optional<Outcome> gate(ToolCall call) {
        if (!tools.contains(call.tool())) {
            return Optional.empty();
        }
        State state = states.merge(call.key(), State.PENDING, (old, pending) -> old == State.GIVEN ? State.USED : old);
        return switch (state) {
            case PENDING -> Optional.of(new Outcome.Awaiting(call.key(), "aule approve " + call.key()));
            case DENIED -> Optional.of(new Outcome.Denied("approval", "denied by user:bob"));
            default -> Optional.empty();
        };
    }

    void decide(String id, State state) {
        List<Runnable> woken;
        synchronized (this) {
            states.put(id, state);
            woken = Optional.ofNullable(waiting.remove(id)).orElse(List.of());
        }
        woken.forEach(Runnable::run);
    }

    /** The process dies with those who wait in it. */
    synchronized void forgetWaiting() {
        waiting.clear();
    }

    @Override
    public void whenDecided(String id, Runnable then) {
        synchronized (this) {
            if (states.get(id) == State.PENDING) {
                waiting.computeIfAbsent(id, it -> new ArrayList<>()).add(then);
                return;
            }
        }
        then.run();
    }

    @Override
    public Approval ask(ExactCall call, Decision.AskPerson rule, Provenance by) {
        throw new UnsupportedOperationException("the kernel does not ask");
    }

    @Override
    public boolean take(String digest, String key) {
        throw new UnsupportedOperationException("the kernel does not take");
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
    public List<Approval> list(boolean all) {
        throw new UnsupportedOperationException("the kernel does not look");
    }

    @Override
    public Optional<Approval> one(String id) {
        throw new UnsupportedOperationException("the kernel does not look");
    }

    @Override
    public List<String> lines(Approval approval) {
        throw new UnsupportedOperationException("the kernel does not look");
    }

    @Override
    public void withdraw(String run) {
        throw new UnsupportedOperationException("the toolbox withdraws");
    }
}

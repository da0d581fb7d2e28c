package org.auleos.kernel.internal;

import java.util.Optional;
import org.auleos.api.agent.AgentRole;
import org.auleos.api.agent.Agents;
import org.auleos.api.agent.Assignment;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.run.RunEvent;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.work.Reference;
import org.auleos.api.work.Scheduler;
import org.auleos.api.work.WorkUnit;
import org.auleos.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at a unit, on the caller's thread: wait for a slot, say so, let the agent act. Stateless. */
final class Attempt {

    private static final Logger log = LoggerFactory.getLogger(Attempt.class);

    /** For roles nobody knows; the agents will refuse the unit by name. */
    private static final int LIMIT_OF_A_STRANGER = 1;

    private final Agents agents;
    private final Scheduler scheduler;
    private final Toolbox toolbox;

    Attempt(Agents agents, Scheduler scheduler, Toolbox toolbox) {
        this.agents = agents;
        this.scheduler = scheduler;
        this.toolbox = toolbox;
    }

    /**
     * True when a node stopped between the announcement of an effect and its end, or recorded that it does not know the end,
     * and doing it again could do harm.
     */
    boolean inDoubt(LiveRun run, WorkUnit unit) {
        return run.unit(unit.id())
                        .filter(UnitFold::intended)
                        .filter(it -> it.answer().filter(Attempt::conclusive).isEmpty())
                        .isPresent()
                && !repeatable(run, unit);
    }

    /** How the attempt ended. After a restart an attempt that had ended is not made again. */
    Outcome make(LiveRun run, WorkUnit unit) throws InterruptedException {
        Optional<UnitFold> before = run.unit(unit.id());
        Optional<Outcome> answer = before.flatMap(UnitFold::answer);
        if (answer.filter(Attempt::conclusive).isPresent()) {
            return answer.get();
        }
        return inSlot(run, unit, before.map(UnitFold::attempts).orElse(0) + 1);
    }

    /** False for a call that was broken off, as calls are when a node stops. */
    private static boolean conclusive(Outcome answer) {
        return answer instanceof Outcome.Done || answer instanceof Outcome.Failed || answer instanceof Outcome.Denied;
    }

    /** True when calling the tool again for the same effect does no harm. An unknown tool counts as harmful. */
    boolean repeatable(LiveRun run, WorkUnit unit) {
        return toolbox.tool(unit.tool(), run.id())
                .map(tool -> !tool.effect().equals("effect"))
                .orElse(false);
    }

    private Outcome inSlot(LiveRun run, WorkUnit unit, int attempt) throws InterruptedException {
        int limit = agents.role(unit.role()).map(AgentRole::concurrency).orElse(LIMIT_OF_A_STRANGER);
        Optional<Scheduler.Slot> slot;
        try {
            slot = scheduler.acquire(unit.role(), limit, unit.weight(), unit.priority(), run::cancelled);
        } catch (IllegalArgumentException e) {
            return new Outcome.Failed("invalid_input", String.valueOf(e.getMessage()), false);
        }
        if (slot.isEmpty() || run.cancelled()) {
            slot.ifPresent(Scheduler.Slot::close);
            return new Outcome.Cancelled("cancelled before it began");
        }
        try {
            run.record(
                    new RunEvent.UnitStarted(unit.id(), unit.role(), unit.tool(), attempt),
                    run.provenance(unit.id()),
                    run.graph().reason(unit));
            return act(run, unit, attempt);
        } finally {
            slot.get().close();
        }
    }

    private Outcome act(LiveRun run, WorkUnit unit, int attempt) throws InterruptedException {
        RunFold fold = run.ahead();
        try {
            return agents.perform(new Assignment(
                    unit,
                    Reference.fill(unit.input(), reference -> value(fold, reference)),
                    run.provenance(unit.id()),
                    run.grants(),
                    fold.id() + "/" + unit.id(),
                    attempt,
                    new UnitWatch(run, unit.id())));
        } catch (LedgerException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("unit {} of run {} met a defect", unit.id(), fold.id(), e);
            return new Outcome.Unknown("a defect of the platform, not of the goal: " + e);
        }
    }

    private static Optional<Json> value(RunFold fold, Reference reference) {
        return reference.source().equals(Reference.GOAL)
                ? reference.from(fold.goal().parameters())
                : fold.unit(reference.source()).flatMap(UnitFold::output).flatMap(reference::from);
    }
}

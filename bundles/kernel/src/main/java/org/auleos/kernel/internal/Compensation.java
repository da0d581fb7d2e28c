package org.auleos.kernel.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.plan.OnFailure;
import org.auleos.api.run.RunEvent;
import org.auleos.api.run.RunState;
import org.auleos.api.run.StepEnd;
import org.auleos.api.run.UndoPlan;
import org.auleos.api.run.UndoRequest;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.tool.UndoCall;
import org.auleos.api.tool.Undoable;

/**
 * Takes back what a run did, newest effect first, from the mementos in the ledger. It keeps nothing in memory: whoever begins
 * it again after a crash takes back what still stands. Stateless.
 */
final class Compensation {

    private final Toolbox toolbox;
    private final RunLog log;

    Compensation(Toolbox toolbox, RunLog log) {
        this.toolbox = toolbox;
        this.log = log;
    }

    /** What taking a run back means for somebody, beginning after the end of a unit, or everything when that is empty. */
    UndoPlan plan(RunFold run, String to, Provenance by) {
        List<UndoPlan.Step> steps = new ArrayList<>();
        for (Effects.Effect effect : Effects.of(log.ledger(), run.id()).standing(to)) {
            Undoable undoable = toolbox.undoable(call(run, effect, by));
            String title =
                    run.unit(effect.unit()).map(unit -> unit.unit().title()).orElse("");
            String tool = effect.event().pin().name();
            steps.add(new UndoPlan.Step(
                    effect.unit(), title, tool, effect.intent(), undoable.possible(), undoable.why()));
        }
        return new UndoPlan(run.id(), steps);
    }

    /** The platform undoes, for whoever asked. */
    private static UndoCall call(RunFold run, Effects.Effect effect, Provenance by) {
        Provenance kernel = by.withActor("kernel").withRun(run.id()).withUnit(effect.unit());
        return new UndoCall(effect.intent(), kernel, run.grants(), ToolCall.Watch.NONE);
    }

    /** What follows when a run ends so: its end, or that its plan wants its effects taken back, or a person asked. */
    RunEvent afterFailure(LiveRun run, RunEvent.Finished end) {
        OnFailure policy = run.ahead().plan().whenFailed();
        boolean failed = end.state() == RunState.FAILED && policy != OnFailure.KEEP;
        if (!failed || Effects.of(log.ledger(), run.id()).standing("").isEmpty()) {
            return end;
        }
        String problem = end.problem().orElse("it failed");
        return policy == OnFailure.UNDO
                ? new RunEvent.UndoRequested(new UndoRequest("", false, problem))
                : new RunEvent.Finished(
                        RunState.HELD,
                        Optional.empty(),
                        Optional.of(problem + "; whether what it did is to be taken back is up to you: aule run undo "
                                + run.id() + ", or aule run keep " + run.id()));
    }

    /**
     * Takes back what the newest request asks for; the receipt of the end.
     *
     * @throws InterruptedException when the node stops; the rest follows after the next start
     */
    Receipt carryOut(LiveRun run) throws InterruptedException {
        Effects effects = Effects.of(log.ledger(), run.id());
        Effects.Asked asked =
                effects.asked().orElseThrow(() -> new IllegalStateException("nobody asked to take back " + run.id()));
        List<String> left = new ArrayList<>();
        for (Effects.Effect effect : effects.standing(asked.request().to())) {
            RunEvent.UndoStep step = step(run, effect, asked.by());
            run.record(step, run.provenance(effect.unit()), step.problem().orElse(""));
            if (step.end() != StepEnd.COMPENSATED) {
                left.add(effect.unit() + ": " + step.problem().orElse(""));
                if (step.end() == StepEnd.FAILED || !asked.request().partly()) {
                    return end(run, RunState.HELD, Optional.of(heldAt(run, step)));
                }
            }
        }
        return end(run, RunState.UNDONE, rest(asked, left));
    }

    private RunEvent.UndoStep step(LiveRun run, Effects.Effect effect, Provenance by) throws InterruptedException {
        Outcome outcome = toolbox.undo(call(run.ahead(), effect, by));
        if (outcome instanceof Outcome.Cancelled || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("broken off, to be taken up again after the next start");
        }
        return outcome.fold(new UndoJudge(effect));
    }

    private static String heldAt(LiveRun run, RunEvent.UndoStep step) {
        return "taking it back stopped at " + step.unit() + ": "
                + step.problem().orElse("")
                + "; set it right and say aule run undo " + run.id() + " again, or leave it as it is: aule run undo "
                + run.id() + " --partly";
    }

    private static Optional<String> rest(Effects.Asked asked, List<String> left) {
        if (!left.isEmpty()) {
            return Optional.of("not taken back: " + String.join("; ", left));
        }
        boolean byPlan = asked.by().actor().equals("kernel");
        return byPlan ? Optional.of(asked.request().reason() + "; what it did was taken back") : Optional.empty();
    }

    private static Receipt end(LiveRun run, RunState state, Optional<String> problem) {
        return run.record(
                new RunEvent.UndoFinished(state, problem),
                run.provenance(""),
                problem.orElse("everything asked for was taken back"));
    }
}

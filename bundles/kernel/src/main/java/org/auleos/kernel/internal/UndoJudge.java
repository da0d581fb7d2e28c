package org.auleos.kernel.internal;

import java.util.Optional;
import org.auleos.api.run.RunEvent;
import org.auleos.api.run.StepEnd;
import org.auleos.api.tool.Outcome;

/** Judges how the taking back of one effect ended. */
record UndoJudge(Effects.Effect effect) implements Outcome.Cases<RunEvent.UndoStep> {

    @Override
    public RunEvent.UndoStep done(Outcome.Done outcome) {
        return new RunEvent.UndoStep(effect.unit(), effect.intent(), StepEnd.COMPENSATED, Optional.empty());
    }

    @Override
    public RunEvent.UndoStep failed(Outcome.Failed outcome) {
        return switch (outcome.code()) {
            case "conflict" -> not(StepEnd.CHANGED, outcome.message());
            case "unsupported" -> not(StepEnd.NOT_COMPENSABLE, outcome.message());
            default -> not(StepEnd.FAILED, outcome.message());
        };
    }

    @Override
    public RunEvent.UndoStep denied(Outcome.Denied outcome) {
        return not(StepEnd.NOT_COMPENSABLE, outcome.message());
    }

    @Override
    public RunEvent.UndoStep cancelled(Outcome.Cancelled outcome) {
        return not(StepEnd.FAILED, outcome.message());
    }

    @Override
    public RunEvent.UndoStep timedOut(Outcome.TimedOut outcome) {
        return not(StepEnd.FAILED, outcome.message());
    }

    @Override
    public RunEvent.UndoStep unknown(Outcome.Unknown outcome) {
        return not(StepEnd.FAILED, outcome.message());
    }

    private RunEvent.UndoStep not(StepEnd end, String problem) {
        return new RunEvent.UndoStep(effect.unit(), effect.intent(), end, Optional.of(problem));
    }
}

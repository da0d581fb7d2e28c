package org.auleos.kernel.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.auleos.api.run.UnitState;
import org.auleos.api.tool.Outcome;

/** Judges each kind of outcome; see {@link Judgement#of}. */
record Judge(BooleanSupplier repeatable, Supplier<Optional<Duration>> pause) implements Outcome.Cases<Judgement> {

    @Override
    public Judgement done(Outcome.Done done) {
        return new Judgement.Over(UnitState.DONE, Optional.of(done.output()), Optional.empty());
    }

    @Override
    public Judgement failed(Outcome.Failed failed) {
        if (failed.code().equals(Outcome.Failed.VERSION_GONE)) {
            return over(UnitState.HELD, failed.message());
        }
        return failed.retryable() ? again(failed.message()) : over(UnitState.FAILED, failed.message());
    }

    @Override
    public Judgement denied(Outcome.Denied denied) {
        return over(UnitState.FAILED, denied.message());
    }

    @Override
    public Judgement cancelled(Outcome.Cancelled cancelled) {
        return over(UnitState.SKIPPED, cancelled.message());
    }

    @Override
    public Judgement timedOut(Outcome.TimedOut timedOut) {
        return doubtful(timedOut.message());
    }

    @Override
    public Judgement unknown(Outcome.Unknown unknown) {
        return doubtful(unknown.message());
    }

    /** Whether it took effect nobody knows: repeated only when that does no harm. */
    private Judgement doubtful(String problem) {
        return repeatable.getAsBoolean() ? again(problem) : over(UnitState.UNKNOWN, problem);
    }

    private Judgement again(String problem) {
        return pause.get()
                .<Judgement>map(it -> new Judgement.Again(it, problem))
                .orElseGet(() -> over(UnitState.FAILED, problem));
    }

    private Judgement over(UnitState state, String problem) {
        return new Judgement.Over(state, Optional.empty(), Optional.of(problem));
    }
}

package org.auleos.kernel.internal;

import java.time.Instant;
import java.util.Optional;
import org.auleos.api.run.Resolution;
import org.auleos.api.run.RunView;
import org.auleos.api.run.StepEnd;
import org.auleos.api.run.UnitState;
import org.auleos.api.tool.Outcome;
import org.auleos.api.work.WorkUnit;
import org.auleos.json.Json;

/**
 * Where a unit of a run is, folded from the ledger.
 *
 * @param attempts begun so far
 * @param failures attempts that failed and were followed by another one
 * @param intended true when the present attempt announced an effect
 * @param answer how the present attempt's call ended, once recorded
 * @param output what it answered, when done
 */
record UnitFold(
        WorkUnit unit,
        UnitState state,
        int attempts,
        int failures,
        Optional<Instant> started,
        Optional<Instant> finished,
        boolean intended,
        Optional<Outcome> answer,
        Optional<Json> output,
        Optional<String> problem) {

    static UnitFold waiting(WorkUnit unit) {
        return new UnitFold(
                unit,
                UnitState.WAITING,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** True when nothing will happen to it any more. */
    boolean over() {
        return over(state);
    }

    static boolean over(UnitState state) {
        return state != UnitState.WAITING && state != UnitState.RUNNING;
    }

    /** True when those that wait for it may go on: it is done, or the run goes on without it. */
    boolean passed() {
        return state == UnitState.DONE || (unit.optional() && over() && !state.waitsForPerson());
    }

    /** True when the run cannot reach its end any more. */
    boolean blocks() {
        return over() && !passed();
    }

    UnitFold begun(int attempt, Instant time) {
        return new UnitFold(
                unit,
                UnitState.RUNNING,
                Math.max(attempt, attempts + 1),
                failures,
                started.isPresent() ? started : Optional.of(time),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    UnitFold announced() {
        return new UnitFold(
                unit, state, attempts, failures, started, finished, true, Optional.empty(), output, problem);
    }

    UnitFold answered(Outcome outcome) {
        return new UnitFold(
                unit, state, attempts, failures, started, finished, intended, Optional.of(outcome), output, problem);
    }

    UnitFold retried(int failedAttempts, String why) {
        return new UnitFold(
                unit,
                UnitState.RUNNING,
                attempts,
                failedAttempts,
                started,
                finished,
                false,
                Optional.empty(),
                output,
                Optional.of(why));
    }

    UnitFold finished(UnitState end, Optional<Json> result, Optional<String> why, Instant time) {
        return new UnitFold(unit, end, attempts, failures, started, Optional.of(time), intended, answer, result, why);
    }

    /** After the taking back of its effect ended so. */
    UnitFold undone(StepEnd end, Optional<String> why) {
        return new UnitFold(
                unit,
                end == StepEnd.COMPENSATED ? UnitState.UNDONE : state,
                attempts,
                failures,
                started,
                finished,
                intended,
                answer,
                output,
                end == StepEnd.COMPENSATED ? problem : why);
    }

    /** After a person said how it goes on. */
    UnitFold resolved(Resolution resolution, Instant time) {
        return resolution.applied()
                ? finished(UnitState.DONE, resolution.output(), Optional.empty(), time)
                : new UnitFold(
                        unit,
                        UnitState.WAITING,
                        attempts,
                        failures,
                        started,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    RunView.UnitView view() {
        return new RunView.UnitView(
                unit.id(), unit.title(), unit.role(), unit.tool(), state, attempts, started, finished, problem);
    }
}

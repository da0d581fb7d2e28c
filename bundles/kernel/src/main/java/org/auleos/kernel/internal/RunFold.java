package org.auleos.kernel.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.auleos.api.goal.Goal;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.plan.Plan;
import org.auleos.api.policy.Capability;
import org.auleos.api.run.RunEvent;
import org.auleos.api.run.RunState;
import org.auleos.api.run.RunView;
import org.auleos.api.run.UnitState;
import org.auleos.api.tool.ToolEvent;
import org.auleos.json.Json;

/**
 * The state of a run: a pure fold over its events. The same events give the same state, and every prefix of them a valid one.
 * What comes after the end of a run or of a unit changes nothing.
 *
 * @param id of the run
 * @param by who asked, and through which door
 * @param why the reason for the plan
 * @param cancelled why somebody asked for its end
 */
record RunFold(
        String id,
        Goal goal,
        Plan plan,
        Provenance by,
        String why,
        RunState state,
        Instant submitted,
        Optional<Instant> finished,
        List<UnitFold> units,
        Optional<String> cancelled,
        Optional<String> problem,
        long sequence) {

    RunFold {
        units = List.copyOf(units);
    }

    /**
     * When and where an event was recorded.
     *
     * @param sequence in the ledger
     */
    record Stamp(long sequence, Instant time) {}

    /** The first state of a run. */
    static RunFold of(String id, RunEvent.Submitted event, Provenance by, String why, Stamp at) {
        return new RunFold(
                id,
                event.goal(),
                event.plan(),
                by,
                why,
                RunState.PLANNED,
                at.time(),
                Optional.empty(),
                event.plan().units().stream().map(UnitFold::waiting).toList(),
                Optional.empty(),
                Optional.empty(),
                at.sequence());
    }

    /** The state after an event of this run. */
    RunFold apply(RunEvent event, Stamp at) {
        if (state.over()) {
            return again(event, at);
        }
        if (event instanceof RunEvent.UnitStarted started) {
            return unit(started.unit(), unit -> unit.begun(started.attempt(), at.time()))
                    .in(RunState.RUNNING, at);
        } else if (event instanceof RunEvent.UnitRetried retried) {
            return unit(retried.unit(), unit -> unit.retried(retried.failedAttempts(), retried.problem()))
                    .in(state, at);
        } else if (event instanceof RunEvent.UnitFinished over) {
            return unit(over.unit(), unit -> unit.finished(over.state(), over.output(), over.problem(), at.time()))
                    .in(state, at);
        } else if (event instanceof RunEvent.CancelRequested request) {
            return with(state, finished, Optional.of(request.reason()), problem, at);
        } else if (event instanceof RunEvent.UndoRequested) {
            return undoing(at);
        } else if (event instanceof RunEvent.UndoStep step) {
            return with(units(step.unit(), any -> true, unit -> unit.undone(step.end(), step.problem())))
                    .in(state, at);
        } else if (event instanceof RunEvent.UndoFinished over) {
            return with(over.state(), Optional.of(at.time()), cancelled, over.problem(), at);
        } else if (event instanceof RunEvent.Finished over) {
            return with(over.state(), Optional.of(at.time()), cancelled, over.problem(), at);
        }
        return in(state, at);
    }

    /** The state after an event that opens a run again which was over; any other one changes nothing. */
    private RunFold again(RunEvent event, Stamp at) {
        if (event instanceof RunEvent.UnitResolved resolved && state == RunState.HELD) {
            return with(units(
                            resolved.unit(),
                            UnitState::waitsForPerson,
                            it -> it.resolved(resolved.resolution(), at.time())))
                    .with(RunState.RUNNING, Optional.empty(), cancelled, Optional.empty(), at);
        }
        if (event instanceof RunEvent.Kept && asksWhetherToUndo()) {
            return with(RunState.FAILED, Optional.of(at.time()), cancelled, problem, at);
        }
        return event instanceof RunEvent.UndoRequested ? undoing(at) : this;
    }

    /** True for a run that failed and is held until a person says whether its effects stay. */
    boolean asksWhetherToUndo() {
        return state == RunState.HELD
                && units.stream().noneMatch(unit -> unit.state().waitsForPerson())
                && units.stream().anyMatch(UnitFold::blocks);
    }

    private RunFold undoing(Stamp at) {
        return with(RunState.UNDOING, Optional.empty(), cancelled, Optional.empty(), at);
    }

    /** The state after a tool's event in one of this run's units. */
    RunFold apply(String unit, ToolEvent event, Stamp at) {
        if (state.over()) {
            return this;
        }
        if (event instanceof ToolEvent.Intended) {
            return unit(unit, UnitFold::announced).in(state, at);
        }
        return Answer.of(event)
                .map(outcome -> unit(unit, it -> it.answered(outcome)))
                .orElse(this)
                .in(state, at);
    }

    /** The same state, known to be that of a later sequence. */
    RunFold reached(long newest) {
        return in(state, new Stamp(newest, submitted));
    }

    private RunFold unit(String name, UnaryOperator<UnitFold> change) {
        return with(units(name, unitState -> !UnitFold.over(unitState), change));
    }

    private List<UnitFold> units(String name, Predicate<UnitState> which, UnaryOperator<UnitFold> change) {
        int place = place(name);
        if (place < 0 || !which.test(units.get(place).state())) {
            return units;
        }
        UnitFold[] changed = units.toArray(new UnitFold[0]);
        changed[place] = change.apply(changed[place]);
        return List.of(changed);
    }

    private RunFold with(List<UnitFold> changed) {
        return new RunFold(id, goal, plan, by, why, state, submitted, finished, changed, cancelled, problem, sequence);
    }

    private int place(String name) {
        for (int place = 0; place < units.size(); place++) {
            if (units.get(place).unit().id().equals(name)) {
                return place;
            }
        }
        return -1;
    }

    private RunFold in(RunState next, Stamp at) {
        return with(next, finished, cancelled, problem, at);
    }

    private RunFold with(
            RunState next, Optional<Instant> end, Optional<String> stop, Optional<String> trouble, Stamp at) {
        return new RunFold(
                id, goal, plan, by, why, next, submitted, end, units, stop, trouble, Math.max(sequence, at.sequence()));
    }

    Optional<UnitFold> unit(String name) {
        int place = place(name);
        return place < 0 ? Optional.empty() : Optional.of(units.get(place));
    }

    /** What the run is granted: by the person, and by the library entry of its plan. */
    Set<Capability> grants() {
        Set<Capability> grants = new HashSet<>(goal.grants());
        grants.addAll(plan.grants());
        return grants;
    }

    RunView view() {
        return view(unit(plan.result()).flatMap(UnitFold::output));
    }

    /** The view without the result, for lists. */
    RunView summary() {
        return view(Optional.empty());
    }

    private RunView view(Optional<Json> result) {
        return new RunView(
                id,
                goal,
                by.onBehalfOf(),
                plan.name() + "@" + plan.version(),
                why,
                state,
                submitted,
                finished,
                units.stream().map(UnitFold::view).toList(),
                result,
                problem,
                sequence);
    }
}

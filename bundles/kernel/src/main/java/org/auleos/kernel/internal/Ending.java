package org.auleos.kernel.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.auleos.api.run.RunEvent;
import org.auleos.api.run.RunState;
import org.auleos.api.run.UnitState;

/** How a run ends whose units are all over or will not begin any more. */
final class Ending {

    private Ending() {}

    /** The end. The result is the output of the plan's result unit, which the ledger has already. */
    static RunEvent.Finished of(RunFold run) {
        Optional<UnitFold> held = first(run, unit -> unit.state().waitsForPerson());
        if (held.isPresent()) {
            return end(RunState.HELD, Optional.of(sentence(held.get())));
        }
        Optional<UnitFold> failed = first(run, unit -> unit.blocks() && unit.state() == UnitState.FAILED);
        if (failed.isPresent()) {
            return end(RunState.FAILED, Optional.of(sentence(failed.get())));
        }
        boolean complete = run.units().stream().allMatch(UnitFold::passed);
        return complete
                ? end(RunState.DONE, Optional.empty())
                : end(
                        RunState.CANCELLED,
                        Optional.of("cancelled: " + run.cancelled().orElse("a unit was skipped")));
    }

    /** Why a unit that never began did not. */
    static String whySkipped(RunFold run) {
        return run.cancelled()
                .map(reason -> "the run was cancelled: " + reason)
                .or(() -> first(run, UnitFold::blocks)
                        .map(unit ->
                                unit.unit().id() + " is " + unit.state().name().toLowerCase(Locale.ROOT)))
                .orElse("it was never ready");
    }

    private static Optional<UnitFold> first(RunFold run, Predicate<UnitFold> which) {
        return run.units().stream().filter(which).findFirst();
    }

    private static RunEvent.Finished end(RunState state, Optional<String> problem) {
        return new RunEvent.Finished(state, Optional.empty(), problem);
    }

    private static String sentence(UnitFold unit) {
        return unit.unit().id() + " (" + unit.unit().title() + "): "
                + unit.problem().orElse("no reason was recorded");
    }
}

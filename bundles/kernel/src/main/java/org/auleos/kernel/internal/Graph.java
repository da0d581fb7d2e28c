package org.auleos.kernel.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.auleos.api.plan.Plan;
import org.auleos.api.run.UnitState;
import org.auleos.api.work.Reference;
import org.auleos.api.work.WorkUnit;

/** Which units of a plan wait for which. Immutable. */
final class Graph {

    private final Map<String, Set<String>> needs = new HashMap<>();

    Graph(Plan plan) {
        Set<String> ids = plan.units().stream().map(WorkUnit::id).collect(Collectors.toSet());
        for (WorkUnit unit : plan.units()) {
            Set<String> before = new HashSet<>(unit.after());
            Reference.in(unit.input()).forEach(reference -> before.add(reference.source()));
            before.retainAll(ids);
            needs.put(unit.id(), before);
        }
    }

    /** Ids of the units a unit waits for. */
    Set<String> needs(WorkUnit unit) {
        return needs.getOrDefault(unit.id(), Set.of());
    }

    /** The units that can begin in a state of the run, in plan order; none once a unit failed or somebody cancelled. */
    List<WorkUnit> ready(RunFold run) {
        if (stopping(run)) {
            return List.of();
        }
        Set<String> passed = new HashSet<>();
        for (UnitFold unit : run.units()) {
            if (unit.passed()) {
                passed.add(unit.unit().id());
            }
        }
        return run.units().stream()
                .filter(unit -> unit.state() == UnitState.WAITING)
                .map(UnitFold::unit)
                .filter(unit -> passed.containsAll(needs(unit)))
                .toList();
    }

    /** True when nothing new shall begin. */
    static boolean stopping(RunFold run) {
        return run.cancelled().isPresent() || run.units().stream().anyMatch(UnitFold::blocks);
    }
}

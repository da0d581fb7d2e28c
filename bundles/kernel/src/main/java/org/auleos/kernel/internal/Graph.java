package org.auleos.kernel.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.auleos.api.plan.Plan;
import org.auleos.api.run.UnitState;
import org.auleos.api.work.Reference;
import org.auleos.api.work.WorkUnit;

/** Which units of a plan wait for which. Immutable; made once a run, so that a step of a run computes little. */
final class Graph {

    private final Plan plan;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Needs> needs = new ArrayList<>();

    /**
     * What a unit waits for.
     *
     * @param places of the units, in the plan
     * @param reason why it begins once they are over, one sentence
     */
    private record Needs(List<Integer> places, String reason) {}

    Graph(Plan plan) {
        this.plan = plan;
        plan.units().forEach(unit -> places.put(unit.id(), places.size()));
        plan.units().forEach(unit -> needs.add(needs(unit)));
    }

    private Needs needs(WorkUnit unit) {
        Set<String> before = new TreeSet<>(unit.after());
        Reference.in(unit.input()).forEach(reference -> before.add(reference.source()));
        before.retainAll(places.keySet());
        String reason = before.isEmpty()
                ? "it waits for nothing"
                : "what it waits for is over: " + String.join(" and ", before);
        return new Needs(before.stream().map(places::get).toList(), reason);
    }

    /** The units whose input refers to a unit, in plan order. */
    List<String> readers(String unit) {
        return plan.units().stream()
                .filter(other -> Reference.in(other.input()).stream()
                        .anyMatch(reference -> reference.source().equals(unit)))
                .map(WorkUnit::id)
                .toList();
    }

    /** Why a unit begins, one sentence. */
    String reason(WorkUnit unit) {
        return needs.get(places.getOrDefault(unit.id(), 0)).reason();
    }

    /** The units that can begin in a state of the run, in plan order; none once a unit failed or somebody cancelled. */
    List<WorkUnit> ready(RunFold run) {
        List<WorkUnit> ready = new ArrayList<>();
        if (!stopping(run)) {
            for (int place = 0; place < needs.size(); place++) {
                UnitFold unit = run.units().get(place);
                if (unit.state() == UnitState.WAITING && passed(run, needs.get(place))) {
                    ready.add(unit.unit());
                }
            }
        }
        return ready;
    }

    private static boolean passed(RunFold run, Needs needs) {
        for (int place : needs.places()) {
            if (!run.units().get(place).passed()) {
                return false;
            }
        }
        return true;
    }

    /** True when nothing new shall begin. */
    private static boolean stopping(RunFold run) {
        if (run.cancelled().isPresent()) {
            return true;
        }
        for (UnitFold unit : run.units()) {
            if (unit.blocks()) {
                return true;
            }
        }
        return false;
    }
}

package org.auleos.planner.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.auleos.api.work.Reference;
import org.auleos.planner.internal.PlanFile.Step;

/** The order in which the steps of a file can run. */
final class StepOrder {

    private final Map<String, Step> waiting = new LinkedHashMap<>();
    private final List<Step> ordered = new ArrayList<>();

    private StepOrder(List<Step> steps) {
        steps.forEach(step -> waiting.put(step.id(), step));
    }

    /** The steps, each after those it needs, otherwise as they came. The steps must be free of cycles. */
    static List<Step> of(List<Step> steps) {
        StepOrder order = new StepOrder(steps);
        steps.forEach(step -> order.place(step.id()));
        return List.copyOf(order.ordered);
    }

    /** Ids of the units whose end a step waits for. */
    static Set<String> needs(Step step) {
        Set<String> needs = new LinkedHashSet<>(step.after().orElse(List.of()));
        Reference.in(step.input()).stream()
                .map(Reference::source)
                .filter(source -> !source.equals(Reference.GOAL))
                .forEach(needs::add);
        return needs;
    }

    private void place(String id) {
        Optional.ofNullable(waiting.remove(id)).ifPresent(step -> {
            needs(step).forEach(this::place);
            ordered.add(step);
        });
    }
}

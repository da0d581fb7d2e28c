package org.auleos.bench.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.auleos.api.goal.Goal;
import org.auleos.api.plan.Plan;
import org.auleos.api.plan.Planner;
import org.auleos.api.plan.Planning;
import org.auleos.api.work.Retry;
import org.auleos.api.work.Weight;
import org.auleos.api.work.WorkUnit;
import org.auleos.json.Json;

/** Plans every goal as one chain of calls of one tool, each with what the one before answered. */
final class StepPlanner implements Planner {

    private final Planning planning;

    StepPlanner(String tool, int steps) {
        List<WorkUnit> units = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            Json number = i == 0 ? Json.of(1) : Json.of("${s" + (i - 1) + ".number}");
            units.add(new WorkUnit(
                    "s" + i,
                    "Count",
                    "bench",
                    tool,
                    Json.empty().with("number", number),
                    Set.of(),
                    false,
                    Weight.LIGHT,
                    5,
                    Duration.ofSeconds(30),
                    Retry.NEVER));
        }
        Plan plan = new Plan("steps", "1.0.0", "Steps", units, Set.of(), "s" + (steps - 1));
        this.planning = new Planning.Planned(plan, "it is the only one", List.of());
    }

    @Override
    public Planning plan(Goal goal) {
        return planning;
    }

    @Override
    public List<Known> known() {
        return List.of();
    }
}

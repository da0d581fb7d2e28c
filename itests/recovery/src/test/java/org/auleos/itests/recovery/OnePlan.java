package org.auleos.itests.recovery;

import java.util.List;
import org.auleos.api.goal.Goal;
import org.auleos.api.plan.Plan;
import org.auleos.api.plan.Planner;
import org.auleos.api.plan.Planning;

/** Plans every goal alike. */
record OnePlan(Plan plan) implements Planner {

    @Override
    public Planning plan(Goal goal) {
        return new Planning.Planned(plan, "it is the only one", List.of());
    }

    @Override
    public List<Known> known() {
        return List.of();
    }
}

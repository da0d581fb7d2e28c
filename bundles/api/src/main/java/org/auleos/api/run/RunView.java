package org.auleos.api.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.auleos.api.goal.Goal;
import org.auleos.json.Json;

/**
 * A run as of one moment.
 *
 * @param id e.g. {@code r-20261121-0007}
 * @param goal what was asked
 * @param by who asked, {@code user:NAME}
 * @param plan name and version of the plan, {@code triage@1.0.0}
 * @param why the reason for that plan
 * @param state where it is
 * @param submitted when it was accepted
 * @param finished when it was over
 * @param units in plan order
 * @param result the output of the plan's result unit
 * @param problem the sentence for a person, when it failed
 * @param sequence of the newest event that is part of this view
 */
public record RunView(
        String id,
        Goal goal,
        String by,
        String plan,
        String why,
        RunState state,
        Instant submitted,
        Optional<Instant> finished,
        List<UnitView> units,
        Optional<Json> result,
        Optional<String> problem,
        long sequence) {

    public RunView {
        units = List.copyOf(units);
    }

    /**
     * A unit as of one moment.
     *
     * @param attempts begun so far
     */
    public record UnitView(
            String id,
            String title,
            String role,
            String tool,
            UnitState state,
            int attempts,
            Optional<Instant> started,
            Optional<Instant> finished,
            Optional<String> problem) {}
}

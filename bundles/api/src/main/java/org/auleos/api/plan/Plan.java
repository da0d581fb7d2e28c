package org.auleos.api.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.auleos.api.policy.Capability;
import org.auleos.api.work.WorkUnit;

/**
 * How a goal is reached: a graph of work units without cycles.
 *
 * @param name of the solved problem it was made from, or of whatever else made it
 * @param version of that
 * @param title what it does, for people
 * @param units in an order that respects their dependencies
 * @param grants capabilities the plan asks for; together with the goal's they are the run's
 * @param result the unit whose output is the run's result
 * @param onFailure what becomes of its effects when the run fails; absent for {@link OnFailure#KEEP}
 */
public record Plan(
        String name,
        String version,
        String title,
        List<WorkUnit> units,
        Set<Capability> grants,
        String result,
        Optional<OnFailure> onFailure) {

    public Plan {
        units = List.copyOf(units);
        grants = Set.copyOf(grants);
    }

    /** A plan whose effects stay when the run fails. */
    public Plan(
            String name, String version, String title, List<WorkUnit> units, Set<Capability> grants, String result) {
        this(name, version, title, units, grants, result, Optional.empty());
    }

    /** What becomes of the effects of a run that failed. */
    public OnFailure whenFailed() {
        return onFailure.orElse(OnFailure.KEEP);
    }
}

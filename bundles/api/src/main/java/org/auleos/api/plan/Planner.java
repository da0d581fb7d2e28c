package org.auleos.api.plan;

import java.util.List;
import org.auleos.api.goal.Goal;
import org.osgi.annotation.versioning.ProviderType;

/** Turns goals into plans. Thread-safe. */
@ProviderType
public interface Planner {

    /** Plans, or says why not. */
    Planning plan(Goal goal);

    /** The goals it can plan, for completion and help. */
    List<Known> known();

    /**
     * A goal it can plan.
     *
     * @param name of the solved problem
     * @param example how a person would say it
     */
    record Known(String name, String version, String title, String example) {}
}

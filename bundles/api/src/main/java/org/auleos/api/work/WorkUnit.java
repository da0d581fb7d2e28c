package org.auleos.api.work;

import java.time.Duration;
import java.util.Set;
import org.auleos.json.Json;

/**
 * One step of a plan (an AWU): a tool call that an agent of a role makes.
 *
 * @param id unique within the plan, e.g. {@code scan}
 * @param title what it does, for people
 * @param role the agent that does it
 * @param tool the tool it calls
 * @param input the tool's input; a string that is exactly {@code ${unit.member}} or {@code ${unit}} stands for the output
 *     of another unit, and {@code ${goal.member}} for a parameter of the goal; a member whose reference is absent is left out
 * @param after units that must be done first, beside those the input refers to
 * @param optional true when the run goes on without it if it fails
 * @param weight what it occupies
 * @param priority 0 (background) to 9 (urgent), 5 as a rule
 * @param timeout longest time for one attempt
 * @param retry what happens after a retryable failure
 */
public record WorkUnit(
        String id,
        String title,
        String role,
        String tool,
        Json.Obj input,
        Set<String> after,
        boolean optional,
        Weight weight,
        int priority,
        Duration timeout,
        Retry retry) {

    public WorkUnit {
        after = Set.copyOf(after);
        if (priority < 0 || priority > 9) {
            throw new IllegalArgumentException("priority " + priority + " of " + id + ": expected 0 to 9");
        }
    }
}

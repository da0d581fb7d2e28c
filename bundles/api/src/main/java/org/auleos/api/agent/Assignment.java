package org.auleos.api.agent;

import java.util.Set;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Capability;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.work.WorkUnit;
import org.auleos.json.Json;

/**
 * A unit handed to an agent.
 *
 * @param unit the unit
 * @param input its input, all references resolved
 * @param provenance of the run, with the unit set
 * @param granted what the run is granted; the agent acts with the intersection of this and its role's capabilities
 * @param key idempotency key of the unit's effect
 * @param attempt from 1
 * @param watch cancellation and progress
 */
public record Assignment(
        WorkUnit unit,
        Json.Obj input,
        Provenance provenance,
        Set<Capability> granted,
        String key,
        int attempt,
        ToolCall.Watch watch) {

    public Assignment {
        granted = Set.copyOf(granted);
    }
}

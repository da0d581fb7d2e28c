package org.auleos.api.tool;

import java.util.Set;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Capability;

/**
 * Asks a tool whether one recorded call took effect.
 *
 * @param intent sequence of the {@link ToolEvent.Intended} of that call
 * @param provenance who asks, in which run
 * @param granted what the probe is granted
 * @param watch cancellation and progress
 */
public record ProbeCall(long intent, Provenance provenance, Set<Capability> granted, ToolCall.Watch watch) {

    public ProbeCall {
        granted = Set.copyOf(granted);
    }
}

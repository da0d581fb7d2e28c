package org.auleos.api.tool;

import java.util.Set;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Capability;

/**
 * Takes one recorded call back.
 *
 * @param intent sequence of the {@link ToolEvent.Intended} that holds the memento
 * @param provenance who undoes, in which run
 * @param granted what the undo is granted
 * @param watch cancellation and progress
 */
public record UndoCall(long intent, Provenance provenance, Set<Capability> granted, ToolCall.Watch watch) {

    public UndoCall {
        granted = Set.copyOf(granted);
    }
}

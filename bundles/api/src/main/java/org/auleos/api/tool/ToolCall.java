package org.auleos.api.tool;

import java.time.Duration;
import java.util.Set;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Capability;
import org.auleos.json.Json;

/**
 * One call of a tool.
 *
 * @param tool name of the tool
 * @param input its input
 * @param provenance who calls, for whom, in which run and unit; the run pins the tool's version
 * @param granted what the run and the agent are granted
 * @param key idempotency key, the same for every attempt at the same effect
 * @param attempt from 1
 * @param timeout longest time it may take; the tool's own limit holds when it is shorter
 * @param watch cancellation and progress
 */
public record ToolCall(
        String tool,
        Json.Obj input,
        Provenance provenance,
        Set<Capability> granted,
        String key,
        int attempt,
        Duration timeout,
        Watch watch) {

    public ToolCall {
        granted = Set.copyOf(granted);
    }

    /** How the caller watches a call while it runs. Called from the call's thread; must be fast. */
    public interface Watch {

        /** Nobody watches. */
        Watch NONE = new Watch() {
            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void progress(double fraction, String message) {
                // nobody to tell
            }
        };

        /** True once the call should stop. */
        boolean cancelled();

        /** How far it is: 0 to 1, or negative when it cannot be told. */
        void progress(double fraction, String message);
    }
}
